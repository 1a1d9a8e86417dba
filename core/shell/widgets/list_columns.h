// Lists with several columns.
#pragma once
#include <wx/listctrl.h>

#include <initializer_list>
#include <string>

namespace cchc::shell {

struct ListColumn {
  std::string title;
  int width = 100;  // in units of scaled()
  wxListColumnFormat format = wxLIST_FORMAT_LEFT;
};

// Adds the columns to a list, and names the list for a screen reader. Texts that a column cuts are shown under the
// pointer.
void setColumns(wxListCtrl& list, const std::string& name, std::initializer_list<ListColumn> columns);

// Makes one column as wide as the others leave room for, now and whenever the list changes its size.
void stretchColumn(wxListCtrl& list, int column);

}  // namespace cchc::shell
