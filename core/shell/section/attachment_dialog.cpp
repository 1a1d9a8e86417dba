#include "core/shell/section/attachment_dialog.h"

#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

AttachmentDialog::AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, SuiteOptions options,
                                   presentation::Words words)
    : wxDialog(parent, wxID_ANY, wx(words("Tệp đính kèm", "Attached file")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      attachments_(std::move(attachments)),
      options_(std::move(options)),
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
  choose_ = new wxButton(this, wxID_ANY, wx(words("Chọn tệp…", "Choose a file…")));
  open_ = new wxButton(this, wxID_ANY, wx(words("Mở xem", "Open")));
  save_ = new wxButton(this, wxID_ANY, wx(words("Lưu thành…", "Save as…")));
  remove_ = new wxButton(this, wxID_ANY, wx(words("Bỏ tệp", "Remove")));
  for (auto* each : {choose_, open_, save_, remove_}) line->Add(each, 0, wxRIGHT, FromDIP(6));
  line->AddStretchSpacer();
  close_ = new wxButton(this, wxID_CANCEL, wx(words("Đóng", "Close")));
  line->Add(close_);
  sizer->Add(line, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetClientSize(scaledWithin(*this, 580, 210));
  CentreOnParent();
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    if (!files.empty()) attach(files.front());
  }));
  choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words_("Tệp cần đính kèm", "File to attach")), "", "",
                        wx(words_("Mọi tệp|*", "All files|*")), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) attach(utf8(dialog.GetPath()));
  });
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (attachments_.present() == nullptr) return;
    const auto copy = std::make_shared<std::filesystem::path>();
    run(
        [copy, about = *attachments_.present(),
         folder = utf8(wxFileName::GetTempDir())](Background::Work& work) -> Status {
          CCHC_TRY(*copy, presentation::Attachments::copyTo(work.suite, about, folder));
          return {};
        },
        [copy]() -> Status {
          if (wxLaunchDefaultApplication(wx(copy->string()))) return {};
          return fail("attachment.no-program", {}, {{"name", copy->filename().string()}});
        });
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (attachments_.present() == nullptr) return;
    wxFileDialog dialog(this, wx(words_("Lưu tệp đính kèm", "Save the attachment")), "",
                        wx(attachments_.present()->name), wx(words_("Mọi tệp|*", "All files|*")),
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    run([about = *attachments_.present(), target = utf8(dialog.GetPath())](
            Background::Work& work) { return presentation::Attachments::saveAs(work.suite, about, target); },
        {});
  });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto removed = attachments_.remove();
    changed_ = changed_ || removed;
    done(removed);
  });
  show();
}

void AttachmentDialog::attach(const std::filesystem::path& file) {
  const auto taken = std::make_shared<Attachment>();
  run(
      [taken, file, others = attachments_.others()](Background::Work& work) -> Status {
        CCHC_TRY(*taken, presentation::Attachments::takeIn(work.suite, file, others));
        return {};
      },
      [this, taken] {
        const auto attached = attachments_.attach(*taken);
        changed_ = changed_ || attached;
        return attached;
      });
}

// One at a time: what is pressed meanwhile is grey.
void AttachmentDialog::run(std::function<Status(Background::Work&)> work, std::function<Status()> then) {
  const bool started = background_.start(
      options_, std::move(work),
      [this, then = std::move(then)](const Status& outcome) { done(outcome && then ? then() : outcome); });
  if (!started) return;
  problem_->SetLabelText(wx(words_("Đang đọc, ghi tệp…", "Reading or writing the file…")));
  for (auto* each : {choose_, open_, save_, remove_}) each->Disable();
  close_->SetLabelText(wx(words_("Dừng", "Stop")));  // what closing would do now
}

void AttachmentDialog::done(const Status& status) {
  std::string text;
  if (!status) {
    const auto told = message(status.error(), words_.language);
    text = told.what + ". " + told.fix;
  }
  problem_->SetLabelText(wx(text));
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  show();
}

void AttachmentDialog::show() {
  const auto* present = attachments_.present();
  const bool editable = attachments_.editable();
  name_->SetLabelText(
      wx(present != nullptr
             ? presentation::attachmentText(*present)
             : std::string(editable ? words_("Chưa có tệp. Chọn tệp, hoặc thả tệp vào cửa sổ này (tối đa 20 MB).",
                                             "None yet. Choose a file, or drop one here (at most 20 MB).")
                                    : words_("Không có tệp.", "None."))));
  choose_->Enable(editable);
  remove_->Enable(editable && present != nullptr);
  open_->Enable(present != nullptr);
  save_->Enable(present != nullptr);
  close_->SetLabelText(wx(words_("Đóng", "Close")));
  Layout();
}

}  // namespace cchc::shell
