#include "core/shell/file_choice.h"

#include <wx/evtloop.h>

namespace cchc::shell {

bool isChosen(wxDialog& dialog) {
  if (auto* loop = wxEventLoopBase::GetActive(); loop != nullptr && !loop->IsYielding()) loop->YieldFor(wxEVT_CATEGORY_ALL & ~wxEVT_CATEGORY_USER_INPUT);
  return dialog.ShowModal() == wxID_OK;
}

}  // namespace cchc::shell
