// Shown at the start if a store takes long to open, because of a slow server or a large file. The user may choose
// another store instead of waiting.
#pragma once
#include <wx/dialog.h>
#include <wx/timer.h>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class OpeningDialog final : public wxDialog {
 public:
  // Used after Workspace::openAhead. ShowModal returns
  //   wxID_OK       once the store is open, or has failed to open (Workspace::open then gives the error)
  //   wxID_CANCEL   if the user wants another store
  explicit OpeningDialog(Workspace& workspace);

 private:
  wxTimer timer_;
};

}  // namespace cchc::shell
