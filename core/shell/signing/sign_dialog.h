// For the head of the unit: shows the content of a package that was made on another PC, and signs it.
#pragma once
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listctrl.h>
#include <wx/stattext.h>

#include <filesystem>
#include <string>

#include "core/app/send/package_summary.h"
#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"

namespace cchc::shell {

class SignDialog final : public wxDialog {
 public:
  // The package is read and later signed on a thread.
  SignDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file);

  const std::filesystem::path& written() const { return written_; }  // of the signed package; empty until it is written
  bool loaded() const { return loaded_; }                            // the package was read and is shown

 private:
  void readPackage();
  void showPackage(const PackageContent& content);
  void addLine(const std::string& content, const std::string& figure, const std::string& unit);
  std::size_t addFindings(const PackageContent& content);
  void addFigures(const PackageContent& content);
  void sign();
  void showStatus(const std::string& text, bool isError);

  Workspace& workspace_;
  std::filesystem::path file_, written_;
  bool loaded_ = false;
  wxStaticText *heading_ = nullptr, *status_ = nullptr;
  wxListCtrl* list_ = nullptr;
  KeyPicker* key_ = nullptr;
  wxButton *sign_ = nullptr, *folder_ = nullptr, *close_ = nullptr;
  Task task_{workspace_.tasks()};
};

// The path for the signed package: "goi-da-ky.cchc" next to "goi.cchc", or with a number ("goi-da-ky-2.cchc") if that
// file exists.
std::filesystem::path signedName(const std::filesystem::path& file);

}  // namespace cchc::shell
