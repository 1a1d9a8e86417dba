// A tip of one or two lines at a field: why what was typed was refused, or how a computed field is computed. It covers
// part of the view that it belongs to.
#pragma once
#include <wx/gdicmn.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include <string>

namespace cchc::shell {

class ReasonTip final : public wxPanel {
 public:
  explicit ReasonTip(wxWindow* view);
  // Shows a text below `field` (in pixels of the view), or above it if there is no room below. It stays until it is
  // dismissed.
  void showText(const std::string& text, const wxRect& field);
  // Moves the tip along with its field; does nothing while it is hidden.
  void positionBy(const wxRect& field);
  void dismiss();
  // The text shown; "" while it is hidden.
  std::string text() const { return IsShown() ? text_ : std::string(); }

 private:
  wxStaticText* label_ = nullptr;
  std::string text_;
};

}  // namespace cchc::shell
