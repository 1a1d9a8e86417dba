// The lines of the board: filtered, searched, sorted; asked for as they come into sight, so that hundreds of units cost
// no more than twenty.
#pragma once
#include <wx/listctrl.h>

#include <optional>
#include <string>
#include <vector>

#include "core/presentation/office/board.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/text_fit.h"

namespace cchc::shell {

class BoardList final : public wxListView {
 public:
  BoardList(wxWindow* parent, presentation::Words words);

  // What is selected, sorted and in sight stays, as far as it is still there.
  void take(presentation::Board board);
  const presentation::Board& board() const { return board_; }
  void filter(presentation::BoardFilter filter);
  void search(const std::string& text);  // in unit, section, sender; without regard to case and marks
  void select(const SectionKey& key);
  std::vector<presentation::BoardLine> selected() const;
  std::string textOf(long row, long column) const;  // whole, where the list shows only its beginning

 private:
  wxString OnGetItemText(long row, long column) const override;
  void show();
  void sort(int column);
  void order();
  int widestOf(int column) const;
  void fitColumns();

  presentation::Words words_;
  mutable TextFit cells_;
  presentation::Board board_;
  presentation::BoardFilter filter_ = presentation::BoardFilter::all;
  std::string wanted_;
  std::vector<std::size_t> shown_;  // indexes of board lines
  int sorted_ = -1;                 // -1: as the board has them
  bool ascending_ = true;
};

}  // namespace cchc::shell
