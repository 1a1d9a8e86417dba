// Shows the whole text of a list's line under the pointer, where the line is too narrow for it.
#pragma once
#include <wx/listbox.h>
#include <wx/listctrl.h>

#include <functional>
#include <string>

namespace cchc::shell {

// `otherwise` is shown where no text is cut; empty: nothing is shown.
// `whole` gives the full text of a cell, where the list itself has only the cut text.
void showCutTexts(wxListCtrl& list, const std::string& otherwise = {},
                  std::function<std::string(long row, int column)> whole = {});
void showCutTexts(wxListBox& list);

}  // namespace cchc::shell
