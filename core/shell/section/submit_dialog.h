// The dialog that submits a section to the office. It shows the errors that block the submission and the warnings
// without explanation, and asks who signs (the user here, or the head of the unit later) and where to write the
// package.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <string>

#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"

namespace cchc::shell {

class SubmitDialog final : public wxDialog {
 public:
  // The package is checked, signed and written in the background; the dialog stays open until that has finished.
  SubmitDialog(wxWindow* parent, Workspace& workspace, Task& task);
  // The file of the package, once it has been submitted; "" if it went only into the shared store.
  const std::string& written() const { return written_; }
  // The place of the finding that the user wants to go to; "" if there is none.
  const Place& wantedPlace() const { return wantedPlace_; }

 private:
  void submitNow();
  void showError(const Error& error);
  void showProblem(const std::string& text);
  void setBusy(bool busy);
  void updateControls();
  wxSizer* folderRow();
  wxSizer* signingRow();

  Workspace& workspace_;
  Task& task_;
  wxButton *submit_ = nullptr, *later_ = nullptr;
  wxTextCtrl* folder_ = nullptr;
  wxCheckBox* copy_ = nullptr;  // only for a shared store: also write the package to a folder
  wxRadioButton *signNow_ = nullptr, *signLater_ = nullptr;
  KeyPicker* key_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::string written_;
  Place wantedPlace_;
  bool shared_ = false, blocked_ = false;
};

}  // namespace cchc::shell
