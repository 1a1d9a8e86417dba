// Sending a section to the office: what blocks it, what remains to be explained, where the package goes.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "core/shell/background.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class SubmitDialog final : public wxDialog {
 public:
  // Checking, signing and writing go on beside the window; the dialog stays until they end.
  SubmitDialog(wxWindow* parent, Workspace& workspace, Background& background);
  const std::string& written() const { return written_; }    // the package, once it was sent
  const std::string& wantedPlace() const { return place_; }  // of an error that the person wants to go to

 private:
  void send();
  void refuse(const Error& error);
  void setBusy(bool busy);

  Workspace& workspace_;
  Background& background_;
  wxButton *send_ = nullptr, *later_ = nullptr;
  wxTextCtrl *folder_ = nullptr, *key_ = nullptr, *password_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::string written_, place_;
};

// A name that every system and mail program takes: ASCII, no spaces.
std::string packageName(const SectionKey& key, int revision);

}  // namespace cchc::shell
