// The dialog that submits the open section: to the office, or as the office (office/office_entry_band.h). It shows the
// errors that block the submission and the warnings without explanation, and asks who signs (the user here, or another
// person later) and where to write the package.
#pragma once
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/listbox.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/base/threads/task.h"
#include "core/model/finding.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/signing/key_picker.h"

namespace cchc::shell {

// What the dialog does, and the codes of the texts that differ.
struct Submission {
  std::string title, signLater, signAndSubmit, submitUnsigned;
  bool writesPackage = true;
  std::string folder;  // the suggested one for the package; "": that of the user's documents
  // Runs on a thread. `file`: of the package; empty: it is not written. `blocking`: set to the findings that prevent
  // it.
  std::function<Status(Suite&, const std::filesystem::path& file, const SigningKey*, std::vector<Finding>& blocking)>
      submit;
};

class SubmitDialog final : public wxDialog {
 public:
  // The package is checked, signed and written in the background; the dialog stays open until that has finished.
  SubmitDialog(wxWindow* parent, Workspace& workspace, Task& task, Submission submission);
  // The file of the package, once it has been submitted; "" if none was written.
  const std::string& written() const { return written_; }
  // The place of the finding that the user wants to go to; "" if there is none.
  const Place& wantedPlace() const { return wantedPlace_; }

 private:
  void submitNow();
  void showFindings(const std::vector<Finding>& findings, bool errorsOnly);
  void showError(const Error& error);
  void showProblem(const std::string& text);
  void setBusy(bool busy);
  void updateControls();
  wxSizer* folderRow();
  wxSizer* signingRow();

  Workspace& workspace_;
  Task& task_;
  Submission submission_;
  wxListBox* list_ = nullptr;
  std::vector<Place> places_;  // of the findings in list_
  wxButton *goThere_ = nullptr, *submit_ = nullptr, *later_ = nullptr;
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
