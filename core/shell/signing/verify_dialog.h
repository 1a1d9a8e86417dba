// Whose signatures packages and reports have, and whether they hold.
#pragma once
#include <wx/dialog.h>
#include <wx/listctrl.h>
#include <wx/textctrl.h>

#include "core/app/send/signed_files.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class VerifyDialog final : public wxDialog {
 public:
  VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files);

  const std::vector<SignedFile>& verified() const { return verified_; }

 private:
  static std::string named(Suite& suite, const std::string& of, presentation::Words words);

  std::vector<SignedFile> verified_;
  wxListCtrl* list_ = nullptr;
  wxTextCtrl* whole_ = nullptr;  // of the selected line
  Background background_;
};

}  // namespace cchc::shell
