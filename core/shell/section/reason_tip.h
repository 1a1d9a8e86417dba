// A line or two beside a field: why what was typed cannot be taken, or how a computed field is worked out. Stands over
// the view it belongs to.
#pragma once
#include <wx/panel.h>
#include <wx/stattext.h>

#include <string>

namespace cchc::shell {

class ReasonTip final : public wxPanel {
 public:
  explicit ReasonTip(wxWindow* view);
  // Below `field` (on the view), or above it where there is no room below. Stays until it is dismissed.
  void tell(const std::string& text, const wxRect& field);
  void place(const wxRect& field);
  void dismiss();
  std::string text() const { return IsShown() ? told_ : std::string(); }

 private:
  wxStaticText* label_ = nullptr;
  std::string told_;
};

}  // namespace cchc::shell
