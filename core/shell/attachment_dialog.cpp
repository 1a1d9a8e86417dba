#include "core/shell/attachment_dialog.h"

#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include "core/shell/colours.h"
#include "core/shell/convert.h"
#include "core/shell/file_drop.h"

namespace cchc::shell {

AttachmentDialog::AttachmentDialog(wxWindow* parent, presentation::Attachments attachments, presentation::Words words)
    : wxDialog(parent, wxID_ANY, wx(words("Tệp đính kèm", "Attached file")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER), attachments_(std::move(attachments)), words_(words) {
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
  line->Add(new wxButton(this, wxID_CANCEL, wx(words("Đóng", "Close"))));
  sizer->Add(line, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetClientSize(FromDIP(wxSize(560, 210)));
  CentreOnParent();
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    if (!files.empty()) attach(files.front());
  }));
  choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words_("Tệp cần đính kèm", "File to attach")), "", "", wx(words_("Mọi tệp|*", "All files|*")), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) attach(utf8(dialog.GetPath()));
  });
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto copy = attachments_.copyTo(utf8(wxFileName::GetTempDir()));
    if (!copy) return done(fail(copy.error()));
    if (!wxLaunchDefaultApplication(wx(copy->string()))) done(fail("attachment.no-program", {}, {{"name", copy->filename().string()}}));
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words_("Lưu tệp đính kèm", "Save the attachment")), "", wx(attachments_.present()->name), wx(words_("Mọi tệp|*", "All files|*")), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK) done(attachments_.saveAs(utf8(dialog.GetPath())));
  });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto removed = attachments_.remove();
    changed_ = changed_ || removed;
    done(removed);
  });
  show();
}

void AttachmentDialog::attach(const std::filesystem::path& file) {
  const auto attached = attachments_.attach(file);
  changed_ = changed_ || attached;
  done(attached);
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
  name_->SetLabelText(wx(present != nullptr ? presentation::attachmentText(*present)
                                            : std::string(editable ? words_("Chưa có tệp. Chọn tệp, hoặc thả tệp vào cửa sổ này (tối đa 20 MB).", "None yet. Choose a file, or drop one here (at most 20 MB).") : words_("Không có tệp.", "None."))));
  choose_->Enable(editable);
  remove_->Enable(editable && present != nullptr);
  open_->Enable(present != nullptr);
  save_->Enable(present != nullptr);
  Layout();
}

}  // namespace cchc::shell
