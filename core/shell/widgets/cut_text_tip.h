// A line of a list whose text is wider than its room is read whole under the pointer.
#pragma once
#include <wx/listbox.h>
#include <wx/listctrl.h>

#include <functional>
#include <string>

namespace cchc::shell {

// `otherwise`: what the pointer tells where nothing is cut; empty: nothing.
// `whole`: the text of a cell, where the list cuts it itself.
void tellCutTexts(wxListCtrl& list, const std::string& otherwise = {},
                  std::function<std::string(long row, int column)> whole = {});
void tellCutTexts(wxListBox& list);

}  // namespace cchc::shell
