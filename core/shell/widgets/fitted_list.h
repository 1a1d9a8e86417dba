// A virtual list of several columns: it asks only for the texts of the visible rows, and shows the beginning of a text
// that is wider than its column, with the whole text under the pointer.
#pragma once
#include <wx/listctrl.h>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>

#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/text_fit.h"

namespace cchc::shell {

class FittedList : public wxListView {
 public:
  // `text` and `style` are asked for rows below the item count. `style` may be empty; it changes the colours of a row.
  struct Source {
    std::function<std::string(long row, int column)> text;
    std::function<void(long row, wxItemAttr& attribute)> style;
  };
  // `name`: for a screen reader.
  FittedList(wxWindow* parent, const std::string& name, std::initializer_list<ListColumn> columns, Source source);

  // Shows this many rows, none of them selected.
  void showRows(std::size_t count);
  // Selects only this row and scrolls to it.
  void selectRow(std::size_t row);
  std::string textOf(long row, int column) const { return source_.text(row, column); }

 private:
  wxString OnGetItemText(long row, long column) const override;
  wxListItemAttr* OnGetItemAttr(long row) const override;

  Source source_;
  mutable TextFit cells_;
  mutable wxListItemAttr attribute_;
};

}  // namespace cchc::shell
