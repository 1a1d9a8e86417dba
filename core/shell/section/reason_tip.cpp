#include "core/shell/section/reason_tip.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

ReasonTip::ReasonTip(wxWindow* view) : wxPanel(view, wxID_ANY, wxDefaultPosition, wxSize(1, 1), wxBORDER_SIMPLE) {
  Hide();
  SetBackgroundColour(colours::notice());
  label_ = new wxStaticText(this, wxID_ANY, "");
  label_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(label_, 0, wxALL, FromDIP(4));
  SetSizer(sizer);
}

void ReasonTip::showText(const std::string& text, const wxRect& field) {
  text_ = text;
  label_->SetLabelText(wx(text));
  label_->Wrap(std::min(scaled(*this, 420),
                        std::max(scaled(*this, 160), GetParent()->GetClientSize().GetWidth() - scaled(*this, 24))));
  setAccessibleName(*this, text);
  Fit();
  Show();  // before it is positioned: GTK does not position a hidden control
  positionBy(field);
  Raise();
}

void ReasonTip::positionBy(const wxRect& field) {
  if (!IsShown()) return;
  const auto room = GetParent()->GetClientSize();
  const auto size = GetSize();
  const int x = std::max(0, std::min(field.GetLeft(), room.GetWidth() - size.GetWidth()));
  const int below = field.GetBottom() + FromDIP(2);
  Move(x, below + size.GetHeight() <= room.GetHeight() ? below
                                                       : std::max(0, field.GetTop() - size.GetHeight() - FromDIP(2)));
}

void ReasonTip::dismiss() {
  text_.clear();
  if (IsShown()) Hide();
}

}  // namespace cchc::shell
