#include "core/shell/section/submit_dialog.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/app/shared/outbox.h"
#include "core/app/suite/suite_work.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/section/package_name.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {
namespace {

// What blocks the submission, or which warnings may still be explained before it.
std::string readinessText(std::ptrdiff_t errors, std::ptrdiff_t unexplained, presentation::Words words) {
  const auto counted = [&](std::ptrdiff_t count, const char* one, const char* many) {
    return words(count == 1 ? one : many, {{"count", std::to_string(count)}});
  };
  if (errors > 0) return counted(errors, "submit-dialog.errors.one", "submit-dialog.errors.many");
  if (unexplained > 0) return counted(unexplained, "submit-dialog.unexplained.one", "submit-dialog.unexplained.many");
  return words("submit-dialog.ready");
}

}  // namespace

SubmitDialog::SubmitDialog(wxWindow* parent, Workspace& workspace, Task& task, Submission submission)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()(submission.title)), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      task_(task),
      submission_(std::move(submission)) {
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const auto errors = std::count_if(editing.findings().begin(), editing.findings().end(),
                                    [](const Finding& finding) { return finding.severity == Severity::error; });
  const auto unexplained = std::count_if(
      editing.findings().begin(), editing.findings().end(),
      [](const Finding& finding) { return finding.severity == Severity::warning && finding.explanation.empty(); });
  auto* title = new wxStaticText(
      this, wxID_ANY, wx(presentation::sectionTitle(editing.definition(), words) + " · " + editing.period().name));
  auto bold = title->GetFont();
  title->SetFont(bold.MakeBold());
  sizer->Add(title, 0, wxALL, FromDIP(12));
  auto* heading = new wxStaticText(this, wxID_ANY, wx(readinessText(errors, unexplained, words)));
  heading->SetForegroundColour(errors > 0 ? colours::of(Severity::error) : wxNullColour);
  sizer->Add(heading, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(760, 160)));
  showCutTexts(*list_);
  setAccessibleName(*list_, words("common.findings"));
  showFindings(editing.findings(), errors > 0);
  sizer->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  shared_ = isSharedStore(workspace.settings.store);
  blocked_ = errors > 0;
  sizer->Add(signingRow(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  if (submission_.writesPackage) sizer->Add(folderRow(), 0, wxEXPAND | wxALL, FromDIP(12));
  problem_ = new wxStaticText(this, wxID_ANY, "");
  problem_->SetForegroundColour(colours::of(Severity::error));
  sizer->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* goThere = goThere_ = new wxButton(this, wxID_ANY, wx(words("submit-dialog.go-to-error")));
  auto* submit = submit_ = new wxButton(this, wxID_OK, "");
  goThere->Enable(!places_.empty());
  submit->Enable(errors == 0);
  buttons->Add(goThere);
  buttons->AddStretchSpacer();
  buttons->Add(submit, 0, wxRIGHT, FromDIP(6));
  later_ = new wxButton(this, wxID_CANCEL, wx(words("common.later")));
  buttons->Add(later_);
  (errors == 0 ? submit : goThere)->SetDefault();
  (errors == 0 ? submit : goThere)->SetFocus();
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  updateControls();
  SetSizerAndFit(sizer);
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::submit, workspace.words());
  const auto goTo = [this] {
    const int at = std::max(0, list_->GetSelection());
    if (static_cast<std::size_t>(at) < places_.size()) wantedPlace_ = places_[static_cast<std::size_t>(at)];
    EndModal(wxID_CANCEL);
  };
  goThere->Bind(wxEVT_BUTTON, [goTo](wxCommandEvent&) { goTo(); });
  list_->Bind(wxEVT_LISTBOX_DCLICK, [goTo](wxCommandEvent&) { goTo(); });
  submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submitNow(); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (later_->IsEnabled())
      event.Skip();
    else
      event.Veto();
  });
}

wxSizer* SubmitDialog::signingRow() {
  const auto words = workspace_.words();
  auto* column = new wxBoxSizer(wxVERTICAL);
  signNow_ = new wxRadioButton(this, wxID_ANY, wx(words("submit-dialog.sign-now")), wxDefaultPosition, wxDefaultSize,
                               wxRB_GROUP);
  signLater_ = new wxRadioButton(this, wxID_ANY, wx(words(submission_.signLater)));
  (workspace_.settings.key.empty() ? signLater_ : signNow_)->SetValue(true);
  key_ = new KeyPicker(this, words, workspace_.settings.key);
  column->Add(signNow_, 0, wxBOTTOM, FromDIP(4));
  column->Add(key_, 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(18));
  column->Add(signLater_);
  for (auto* each : {signNow_, signLater_})
    each->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { updateControls(); });
  return column;
}

// Where the package goes: directly into a shared store, with a copy in a folder if the user wants one; otherwise into
// the folder alone.
wxSizer* SubmitDialog::folderRow() {
  const auto words = workspace_.words();
  auto* column = new wxBoxSizer(wxVERTICAL);
  if (shared_) {
    copy_ = new wxCheckBox(this, wxID_ANY, wx(words("submit-dialog.copy")));
    column->Add(copy_, 0, wxBOTTOM, FromDIP(4));
    copy_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { updateControls(); });
  } else {
    column->Add(new wxStaticText(this, wxID_ANY, wx(words("submit-dialog.folder-label"))), 0, wxBOTTOM, FromDIP(4));
  }
  const auto proposed = submission_.folder.empty() ? wxStandardPaths::Get().GetDocumentsDir() : wx(submission_.folder);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  folder_ = new wxTextCtrl(this, wxID_ANY, proposed);
  setAccessibleName(*folder_, words("submit-dialog.folder"));
  auto* browse = new wxButton(this, wxID_ANY, wx(words("common.browse")));
  line->Add(folder_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse);
  column->Add(line, 0, wxEXPAND);
  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxDirDialog dialog(this, wx(words("submit-dialog.folder")), folder_->GetValue());
    if (dialog.ShowModal() != wxID_OK) return;
    folder_->SetValue(dialog.GetPath());
    if (copy_ != nullptr) copy_->SetValue(true), updateControls();
  });
  return column;
}

void SubmitDialog::showFindings(const std::vector<Finding>& findings, bool errorsOnly) {
  list_->Clear();
  places_.clear();
  for (const auto& finding : findings) {
    if (errorsOnly && finding.severity != Severity::error) continue;
    const auto words = workspace_.words();
    // The place is named if the text does not name it: of several rows it matters which one.
    const auto said = what(finding, words.language);
    const auto place = workspace_.form()->placeLabel(finding.place);
    auto line = std::string(presentation::severityShape(finding.severity)) + " " +
                (place.empty() || said.find(place) != std::string::npos ? "" : place + ": ") + said;
    if (!finding.earlierExplanation.empty())
      line += ". " + words("findings-view.earlier", {{"explanation", finding.earlierExplanation}});
    list_->Append(wx(line));
    places_.push_back(finding.place);
  }
  if (goThere_ != nullptr) goThere_->Enable(!places_.empty());
}

// Enables the controls that apply to the current choices, and labels the button with what it will do.
void SubmitDialog::updateControls() {
  const auto words = workspace_.words();
  const bool now = signNow_->GetValue();
  key_->Enable(now);
  if (copy_ != nullptr) folder_->Enable(copy_->GetValue());
  submit_->SetLabelText(wx(words(now ? submission_.signAndSubmit : submission_.submitUnsigned)));
  submit_->InvalidateBestSize();
  Layout();
}

void SubmitDialog::showError(const Error& error) { showProblem(sentences(error, workspace_.settings.language)); }

void SubmitDialog::showProblem(const std::string& text) {
  problem_->SetLabelText(wx(text));
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  Layout();
}

void SubmitDialog::setBusy(bool busy) {
  submit_->Enable(!busy && !blocked_);
  later_->Enable(!busy);
  if (busy) problem_->SetLabelText(wx(workspace_.words()("submit-dialog.working")));
  Layout();
}

void SubmitDialog::submitNow() {
  const auto& editing = workspace_.form()->editing();
  const auto words = workspace_.words();
  const bool toFolder = submission_.writesPackage && (copy_ == nullptr || copy_->GetValue());
  const auto folder = toFolder ? std::string(trim(utf8(folder_->GetValue()))) : std::string();
  if (toFolder && folder.empty()) {
    folder_->SetFocus();
    return showProblem(words("submit-dialog.choose-folder"));
  }
  const auto file = toFolder ? std::filesystem::path(folder) / packageName(editing.key(), editing.header().revision + 1)
                             : std::filesystem::path();
  std::error_code ignored;
  const bool replaces = !file.empty() && std::filesystem::exists(file, ignored);
  const auto question = words("submit-dialog.replace", {{"file", file.filename().string()}});
  if (replaces && !mayReplace(this, GetTitle(), question, words)) return;
  const auto keyFile = signNow_->GetValue() ? key_->key() : std::string();
  if (signNow_->GetValue() && keyFile.empty()) return showProblem(words("submit-dialog.choose-key"));
  const auto wrongKey = std::make_shared<bool>(false);
  const auto blocking = std::make_shared<std::vector<Finding>>();
  const auto work = [submit = submission_.submit, file, replaces, keyFile, secret = key_->secret(), wrongKey, blocking,
                     outbox = workspace_.suite().outbox](SuiteWork& own) -> Status {
    CCHC_CHECK(waitForOutbox(outbox));  // edits not yet sent to a shared store belong to the submission
    std::optional<SigningKey> signing;
    if (!keyFile.empty()) {
      auto read = openKey(keyFile, secret);
      *wrongKey = !read;
      if (!read) return fail(read.error());
      signing = std::move(*read);
    }
    if (!file.empty()) CCHC_CHECK(checkStillFree({file, replaces}));
    return submit(own.suite, file, signing ? &*signing : nullptr, *blocking);
  };
  const bool started = task_.start(onSuite(workspace_.suite().options, work),
                                   [this, file, keyFile, wrongKey, blocking](const Status& done) {
                                     setBusy(false);
                                     if (!done) {
                                       if (*wrongKey) key_->focusSecret();
                                       if (!blocking->empty()) showFindings(*blocking, true);
                                       return showError(done.error());
                                     }
                                     if (!keyFile.empty()) workspace_.settings.key = keyFile;
                                     written_ = file.string();
                                     workspace_.saveSettings();
                                     EndModal(wxID_OK);
                                   });
  if (started) return setBusy(true);
  showProblem(words("submit-dialog.busy"));
}

}  // namespace cchc::shell
