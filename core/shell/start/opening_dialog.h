// Shown at the start while a store takes long to open, such as a slow server or a large file. The person may choose
// another store instead of waiting.
#pragma once
#include <wx/dialog.h>
#include <wx/timer.h>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class OpeningDialog final : public wxDialog {
 public:
  // The workspace is being opened ahead. ShowModal returns
  //   wxID_OK       once it is open, or failed to open (Workspace::open then gives the error)
  //   wxID_CANCEL   when another store is wanted
  explicit OpeningDialog(Workspace& workspace);

 private:
  wxTimer timer_;
};

}  // namespace cchc::shell
