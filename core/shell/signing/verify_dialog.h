// For packages, reports and notices, shows what they contain, who signed them, and whether the signature is valid.
#pragma once
#include <wx/dialog.h>
#include <wx/listctrl.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <string>
#include <vector>

#include "core/app/send/signed_files.h"
#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class VerifyDialog final : public wxDialog {
 public:
  // The files are verified on a thread, against the trust list of the open store.
  VerifyDialog(wxWindow* parent, Workspace& workspace, std::vector<std::filesystem::path> files);

  const std::vector<SignedFile>& verified() const { return verified_; }  // empty until all are verified

 private:
  struct Verified {
    SignedFile file;
    std::string subject;
  };
  void makeList();
  void verify(std::vector<std::filesystem::path> files);
  void addFile(const Verified& verified);
  static std::string subjectText(Suite& suite, const std::string& of, presentation::Words words);

  Workspace& workspace_;
  std::vector<SignedFile> verified_;
  wxListCtrl* list_ = nullptr;
  wxTextCtrl* selected_ = nullptr;  // the full text of the selected line
  Task task_{workspace_.tasks()};
};

}  // namespace cchc::shell
