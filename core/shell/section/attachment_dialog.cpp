#include "core/shell/section/attachment_dialog.h"
#include "core/base/texts.h"

#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

AttachmentDialog::AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, Tasks& tasks,
                                   SuiteOptions options, presentation::Words words)
    : wxDialog(parent, wxID_ANY, wx(words("attachment-dialog.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      attachments_(std::move(attachments)),
      options_(std::move(options)),
      task_(tasks),
      words_(words) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(attachments_.label(words))), 0, wxALL, FromDIP(12));
  name_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  auto bold = name_->GetFont();
  name_->SetFont(bold.MakeBold());
  sizer->Add(name_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  problem_ = new wxStaticText(this, wxID_ANY, "");
  problem_->SetForegroundColour(colours::of(Severity::error));
  sizer->Add(problem_, 1, wxEXPAND | wxALL, FromDIP(12));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  choose_ = new wxButton(this, wxID_ANY, wx(words("attachment-dialog.choose")));
  open_ = new wxButton(this, wxID_ANY, wx(words("attachment-dialog.open")));
  save_ = new wxButton(this, wxID_ANY, wx(words("common.save-as")));
  remove_ = new wxButton(this, wxID_ANY, wx(words("attachment-dialog.remove")));
  for (auto* each : {choose_, open_, save_, remove_}) line->Add(each, 0, wxRIGHT, FromDIP(6));
  line->AddStretchSpacer();
  close_ = new wxButton(this, wxID_CANCEL, wx(words("common.close")));
  line->Add(close_);
  sizer->Add(line, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetClientSize(scaledWithin(*this, 580, 210));
  CentreOnParent();
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    if (!files.empty()) attach(files.front());
  }));
  choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words_("attachment-dialog.choose-title")), "", "", wx(words_("common.all-files")),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) attach(utf8(dialog.GetPath()));
  });
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (attachments_.present() == nullptr) return;
    const auto copy = std::make_shared<std::filesystem::path>();
    run(
        [copy, about = *attachments_.present(), folder = utf8(wxFileName::GetTempDir())](SuiteWork& work) -> Status {
          CCHC_TRY(*copy, presentation::Attachments::copyToOpen(work.suite, about, folder));
          return {};
        },
        [this, copy]() -> Status {
          if (wxLaunchDefaultApplication(wx(copy->string()))) return {};
          const auto* about = attachments_.present();
          return fail("attachment.no-program", {}, {{"name", about == nullptr ? std::string() : about->name}});
        });
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (attachments_.present() == nullptr) return;
    const auto target = askForFile(this, words_, options_.store,
                                   {words_("attachment-dialog.save-title"), attachments_.present()->name, {}});
    if (!target) return;
    run(
        [about = *attachments_.present(), target = *target](SuiteWork& work) -> Status {
          CCHC_CHECK(checkStillFree(target));
          return presentation::Attachments::saveAs(work.suite, about, target.path);
        },
        {});
  });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto removed = attachments_.remove();
    changed_ = changed_ || removed;
    showOutcome(removed);
  });
  showAttachment();
}

void AttachmentDialog::attach(const std::filesystem::path& file) {
  const auto stored = std::make_shared<Attachment>();
  run(
      [stored, file, others = attachments_.otherBytes()](SuiteWork& work) -> Status {
        CCHC_TRY(*stored, presentation::Attachments::storeFile(work.suite, file, others));
        return {};
      },
      [this, stored] {
        const auto attached = attachments_.attach(*stored);
        changed_ = changed_ || attached;
        return attached;
      });
}

// Only one task runs at a time, so the buttons that would start another are disabled in the meantime.
void AttachmentDialog::run(std::function<Status(SuiteWork&)> work, std::function<Status()> then) {
  const bool started = task_.start(
      onSuite(options_, std::move(work)),
      [this, then = std::move(then)](const Status& outcome) { showOutcome(outcome && then ? then() : outcome); });
  if (!started) return;
  problem_->SetLabelText(wx(words_("attachment-dialog.working")));
  for (auto* each : {choose_, open_, save_, remove_}) each->Disable();
  close_->SetLabelText(wx(words_("common.stop")));  // closing the dialog stops the task
}

void AttachmentDialog::showOutcome(const Status& status) {
  problem_->SetLabelText(wx(status ? std::string() : sentences(status.error(), words_.language)));
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  showAttachment();
}

void AttachmentDialog::showAttachment() {
  const auto* present = attachments_.present();
  const bool editable = attachments_.editable();
  name_->SetLabelText(wx(present != nullptr ? presentation::attachmentText(*present)
                         : editable         ? words_("attachment-dialog.none-yet")
                                            : words_("attachment-dialog.none")));
  choose_->Enable(editable);
  remove_->Enable(editable && present != nullptr);
  open_->Enable(present != nullptr);
  save_->Enable(present != nullptr);
  close_->SetLabelText(wx(words_("common.close")));
  Layout();
}

}  // namespace cchc::shell
