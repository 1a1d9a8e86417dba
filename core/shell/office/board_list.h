// The lines of the board: filtered, searched and sorted. It is a virtual list, which asks only for the visible lines,
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

  // The filter, the search, the sort order and the selection of sections that are still shown are kept.
  void setBoard(presentation::Board board);
  const presentation::Board& board() const { return board_; }
  void filter(presentation::BoardFilter filter);
  void search(const std::string& text);  // in unit, section and sender, ignoring case and diacritics
  void select(const SectionKey& key);    // adds it to the selection
  std::vector<presentation::BoardLine> selected() const;
  std::string textOf(long row, long column) const;  // the full text, even if the cell shows only its beginning

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
  std::vector<std::size_t> shown_;  // indexes of board lines, one per row
  int sortColumn_ = -1;             // -1: in the order of the board
  bool ascending_ = true;
};

}  // namespace cchc::shell
