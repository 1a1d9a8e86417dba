// Lays out the two parts of a pane: the second is below the first, or next to it if the pane is wide and low.
#pragma once
#include <wx/sizer.h>
#include <wx/window.h>

namespace cchc::shell {

// Sets the pane's sizer. The two shares are proportions of the space.
inline void setTwoParts(wxWindow& pane, wxSizer* first, int share, wxSizer* second, int secondShare) {
  auto* both = new wxBoxSizer(wxVERTICAL);
  both->Add(first, share, wxEXPAND);
  both->Add(second, secondShare, wxEXPAND);
  pane.SetSizer(both);
  pane.Bind(wxEVT_SIZE, [both](wxSizeEvent& event) {
    event.Skip();
    both->SetOrientation(event.GetSize().GetWidth() > 2 * event.GetSize().GetHeight() ? wxHORIZONTAL : wxVERTICAL);
  });
}

}  // namespace cchc::shell
