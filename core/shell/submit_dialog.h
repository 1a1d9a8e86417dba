// Sending a section to the office: what blocks it, what remains to be explained, where the package goes.
#pragma once
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "core/shell/workspace.h"

namespace cchc::shell {

class SubmitDialog final : public wxDialog {
 public:
  SubmitDialog(wxWindow* parent, Workspace& workspace);
  const std::string& written() const { return written_; }    // the package, once it was sent
  const std::string& wantedPlace() const { return place_; }  // of an error that the person wants to go to

 private:
  void send();

  Workspace& workspace_;
  wxTextCtrl *folder_ = nullptr, *key_ = nullptr, *password_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::string written_, place_;
};

// A name that every system and mail program takes: ASCII, no spaces.
std::string packageName(const SectionKey& key, int revision);

}  // namespace cchc::shell
