// Sending a section to the office: what blocks it, what remains to be explained, signed here or by the leader later,
// where the package goes.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class SubmitDialog final : public wxDialog {
 public:
  // Checking, signing and writing go on beside the window; the dialog stays until they end.
  SubmitDialog(wxWindow* parent, Workspace& workspace, Background& background);
  const std::string& written() const {
    return written_;
  }  // the package, once it was sent; empty: in the shared store alone
  const std::string& wantedPlace() const { return place_; }  // of an error that the person wants to go to

 private:
  void send();
  void refuse(const Error& error);
  void tell(const std::string& text);
  void setBusy(bool busy);
  void choose();
  wxSizer* folderRow();
  wxSizer* signingRow();

  Workspace& workspace_;
  Background& background_;
  wxButton *send_ = nullptr, *later_ = nullptr;
  wxTextCtrl* folder_ = nullptr;
  wxCheckBox* copy_ = nullptr;  // of a shared store: a package beside it, in a folder
  wxRadioButton *signNow_ = nullptr, *signLater_ = nullptr;
  KeyPicker* key_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::string written_, place_;
  bool shared_ = false, blocked_ = false;
};

// A name that every system and mail program takes: ASCII, no spaces.
std::string packageName(const SectionKey& key, int revision);

}  // namespace cchc::shell
