// Whose signatures packages and reports have, and whether they hold.
#pragma once
#include <wx/dialog.h>
#include <wx/listctrl.h>

#include "core/app/signed_files.h"
#include "core/shell/background.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class VerifyDialog final : public wxDialog {
 public:
  VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files);

  const std::vector<SignedFile>& verified() const { return verified_; }

 private:
  Workspace& workspace_;
  std::vector<SignedFile> verified_;
  wxListCtrl* list_ = nullptr;
  Background background_{*this};
};

}  // namespace cchc::shell
