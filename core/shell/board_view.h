// The office's board: sections as they arrive, sent back or taken; differences between revisions; consolidation.
#pragma once
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "core/presentation/board.h"
#include "core/shell/background.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class BoardView final : public wxPanel {
 public:
  BoardView(wxWindow* parent, Workspace& workspace, Background& background);
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;
  std::function<void(const SectionKey&)> open;
  std::function<void()> changed;   // states changed

  void reload();
  void chooseAndReceive();
  void receive(std::vector<std::filesystem::path> files);
  void acceptSelected();
  void returnSelected();
  void choosePackage();  // of two of one revision
  void remind();
  const presentation::Board& board() const { return board_; }
  wxListView* list() const;
  void select(const SectionKey& key);

 private:
  class List;
  void filter();
  void showDetail();
  std::vector<std::size_t> selected() const;  // indexes of board lines
  void sort(int column);

  Workspace& workspace_;
  Background& background_;
  presentation::Board board_;
  presentation::BoardFilter filter_ = presentation::BoardFilter::all;
  std::vector<std::size_t> shown_;
  wxListBox* filters_ = nullptr;
  List* list_ = nullptr;
  wxListView* differences_ = nullptr;
  wxStaticText *summary_ = nullptr, *detail_ = nullptr;
  wxButton *accept_ = nullptr, *return_ = nullptr, *choose_ = nullptr;
  int sorted_ = -1;
  bool ascending_ = true;
};

}  // namespace cchc::shell
