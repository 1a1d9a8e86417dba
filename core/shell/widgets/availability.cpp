#include "core/shell/widgets/availability.h"

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void setAvailable(wxWindow& button, const std::string& reason) {
  button.Enable(reason.empty());
  if (reason.empty())
    button.UnsetToolTip();
  else
    button.SetToolTip(wx(reason));
}

}  // namespace cchc::shell
