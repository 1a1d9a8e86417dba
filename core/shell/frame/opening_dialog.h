// Shown at the start while a store takes its time: a server that is slow or gone, a large file. Another store may be
// chosen instead of waiting.
#pragma once
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/timer.h>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class OpeningDialog final : public wxDialog {
 public:
  // The workspace is being opened ahead. ShowModal answers wxID_OK once it is (or could not be: Workspace::open tells),
  // wxID_CANCEL for another store.
  explicit OpeningDialog(Workspace& workspace);

 private:
  wxTimer look_;
};

}  // namespace cchc::shell
