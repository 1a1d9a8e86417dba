// A line of a list whose text is wider than its room is read whole under the pointer.
#pragma once
#include <wx/listbox.h>
#include <wx/listctrl.h>

#include <string>

namespace cchc::shell {

// `otherwise`: what the pointer tells where nothing is cut; empty: nothing.
void tellCutTexts(wxListCtrl& list, const std::string& otherwise = {});
void tellCutTexts(wxListBox& list);

}  // namespace cchc::shell
