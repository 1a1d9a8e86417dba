// The lines of the board: filtered, searched and sorted. It is a virtual list, which asks only for the lines in sight,
// so that hundreds of units cost no more than twenty.
#pragma once
#include <wx/listctrl.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/presentation/office/board.h"
#include "core/shell/widgets/text_fit.h"

namespace cchc::shell {

class BoardList final : public wxListView {
 public:
  BoardList(wxWindow* parent, presentation::Words words);

  // The filter, the search and the sort order stay, and so does the selection of sections that are still shown.
  void setBoard(presentation::Board board);
  const presentation::Board& board() const { return board_; }
  void filter(presentation::BoardFilter filter);
  void search(const std::string& text);  // in unit, section and sender; regardless of case and diacritics
  void select(const SectionKey& key);    // in addition to what is selected
  std::vector<presentation::BoardLine> selected() const;
  std::string textOf(long row, long column) const;  // the full text, also where the cell shows only its beginning

 private:
  wxString OnGetItemText(long row, long column) const override;
  void updateRows();
  void sortBy(int column);
  void sortRows();
  int widthNeededBy(int column) const;
  void fitColumns();

  presentation::Words words_;
  mutable TextFit cells_;
  presentation::Board board_;
  presentation::BoardFilter filter_ = presentation::BoardFilter::all;
  std::string searched_;            // folded (foldForSearch)
  std::vector<std::size_t> shown_;  // indexes of board lines, one for each row
  int sortColumn_ = -1;             // -1: in the order of the board
  bool ascending_ = true;
};

}  // namespace cchc::shell
