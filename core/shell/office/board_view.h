// The office's board: sections as they arrive, sent back or taken; differences between revisions.
#pragma once
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "core/shell/frame/workspace.h"
#include "core/shell/office/board_detail.h"
#include "core/shell/office/board_list.h"
#include "core/shell/work/background.h"
#include "core/shell/work/inbox_timer.h"

namespace cchc::shell {

class BoardView final : public wxPanel {
 public:
  BoardView(wxWindow* parent, Workspace& workspace, Background& background);
  std::function<void(const Error&)> tellError;
  std::function<void(const std::string&)> tellNote;
  std::function<void(const SectionKey&)> open;
  std::function<void()> changed;  // states changed

  void reload();  // beside the window; the board is shown when it has been read
  bool reading() const { return reading_.asking() || detail_->reading(); }
  void chooseAndReceive();
  void receive(std::vector<std::filesystem::path> files);
  void acceptSelected();
  void returnSelected();
  void reopenSelected();
  void keepSelected();  // does not give back what a department asked for
  void chooseInbox();
  void choosePackage();  // of two of one revision, read beside the window
  void remind();         // those selected that have not sent; all such, where none is selected
  const presentation::Board& board() const { return list_->board(); }
  BoardList* list() const { return list_; }
  void select(const SectionKey& key);
  BoardDetail& detail() { return *detail_; }

 private:
  wxWindow* makeLeft(wxWindow* parent);
  void take(presentation::Board board);
  void choosePackage(const SectionKey& key, const std::vector<presentation::RivalPackage>& packages);
  void showSummary();
  // Runs on a section beside the window, then reads the board again.
  void decide(std::function<Status(Background::Work&)> work, std::function<void()> done = {});
  void askWhy(const char* question, const char* title,
              std::function<Status(Suite&, const SectionKey&, const std::string&)> action);
  void onInbox(const InboxLook& look);
  std::filesystem::path returnFolder() const;
  void tellBusy();

  Workspace& workspace_;
  Background& background_;
  Inquiry reading_;
  InboxTimer inbox_;
  wxListBox* filters_ = nullptr;
  BoardList* list_ = nullptr;
  BoardDetail* detail_ = nullptr;
  wxStaticText* summary_ = nullptr;
};

}  // namespace cchc::shell
