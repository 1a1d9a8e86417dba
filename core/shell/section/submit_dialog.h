// The dialog that submits a section to the office. It shows what blocks the submission and what is not explained yet,
// and asks who signs (the user here, or the leader later) and where the package goes.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <string>

#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class SubmitDialog final : public wxDialog {
 public:
  // The package is checked, signed and written in the background; the dialog stays open until that has ended.
  SubmitDialog(wxWindow* parent, Workspace& workspace, Background& background);
  // The file of the package, once it was submitted; "" when it went into the shared store alone.
  const std::string& written() const { return written_; }
  // The place of the finding that the user wants to go to; "" when there is none.
  const std::string& wantedPlace() const { return wantedPlace_; }

 private:
  void submitNow();
  void showError(const Error& error);
  void showProblem(const std::string& text);
  void setBusy(bool busy);
  void updateControls();
  wxSizer* folderRow();
  wxSizer* signingRow();

  Workspace& workspace_;
  Background& background_;
  wxButton *submit_ = nullptr, *later_ = nullptr;
  wxTextCtrl* folder_ = nullptr;
  wxCheckBox* copy_ = nullptr;  // of a shared store alone: write the package to a folder too
  wxRadioButton *signNow_ = nullptr, *signLater_ = nullptr;
  KeyPicker* key_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::string written_, wantedPlace_;
  bool shared_ = false, blocked_ = false;
};

}  // namespace cchc::shell
