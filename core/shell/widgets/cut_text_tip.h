// Shows the full text of the list line under the pointer if the line is too narrow for it.
#pragma once
#include <wx/listbox.h>
#include <wx/listctrl.h>

#include <functional>
#include <string>

namespace cchc::shell {

// `otherwise` is shown if no text is cut; empty: nothing is shown.
// `whole` gives the full text of a cell, if the list itself has only the cut text.
void showCutTexts(wxListCtrl& list, const std::string& otherwise = {},
                  std::function<std::string(long row, int column)> whole = {});
void showCutTexts(wxListBox& list);

// The window that gets the mouse events of the rows: the toolkit's own list contains one, the system's list does not.
wxWindow* rowsOf(wxListCtrl& list);

}  // namespace cchc::shell
