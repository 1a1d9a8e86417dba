// For the leader: a package made on another PC, what it is and what it says, and the signature on it.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listctrl.h>
#include <wx/stattext.h>

#include "core/app/send/package_summary.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class SignDialog final : public wxDialog {
 public:
  // Reading and signing go on beside the window.
  SignDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file);

  const std::filesystem::path& written() const { return written_; }  // the signed package, once there is one
  bool loaded() const { return loaded_; }

 private:
  void read();
  void show(const PackageContent& content);
  void sign();
  void tell(const std::string& text, bool wrong);

  Workspace& workspace_;
  std::filesystem::path file_, written_;
  bool loaded_ = false;
  wxStaticText *heading_ = nullptr, *state_ = nullptr;
  wxListCtrl* list_ = nullptr;
  KeyPicker* key_ = nullptr;
  wxButton *sign_ = nullptr, *folder_ = nullptr, *close_ = nullptr;
  Background background_;
};

// "goi-da-ky.cchc" beside "goi.cchc"; with a number where that is taken.
std::filesystem::path signedName(const std::filesystem::path& file);

}  // namespace cchc::shell
