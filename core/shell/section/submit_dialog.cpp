#include "core/shell/section/submit_dialog.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>

#include "core/app/send/submit.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"

namespace cchc::shell {

std::string packageName(const SectionKey& key, int revision) {
  auto name = key.unit.value + "-" + key.definition.value + "-" + key.period.value + "-lan" + std::to_string(revision) +
              ".cchc";
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_'; }, '_');
  return name;
}

SubmitDialog::SubmitDialog(wxWindow* parent, Workspace& workspace, Background& background)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Gửi Văn phòng", "Submit to the Office")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      background_(background) {
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const auto errors = std::count_if(editing.findings().begin(), editing.findings().end(),
                                    [](const Finding& finding) { return finding.severity == Severity::error; });
  const auto unexplained = std::count_if(
      editing.findings().begin(), editing.findings().end(),
      [](const Finding& finding) { return finding.severity == Severity::warning && finding.comment.empty(); });
  auto* title = new wxStaticText(
      this, wxID_ANY, wx(presentation::sectionTitle(editing.definition(), words) + " · " + editing.period().name));
  auto bold = title->GetFont();
  title->SetFont(bold.MakeBold());
  sizer->Add(title, 0, wxALL, FromDIP(12));
  std::string state;
  if (errors > 0)
    state =
        words("Còn ", "") + std::to_string(errors) +
        words(" lỗi phải sửa trước khi gửi:", errors == 1 ? " error blocks submission:" : " errors block submission:");
  else if (unexplained > 0)
    state = words("Không có lỗi. Còn ", "No errors. ") + std::to_string(unexplained) +
            words(" cảnh báo chưa giải trình; vẫn gửi được:",
                  " warnings are not explained; it can be submitted all the same:");
  else
    state = words("Không có lỗi hay cảnh báo. Sẵn sàng gửi.", "No errors or warnings. Ready to submit.");
  auto* heading = new wxStaticText(this, wxID_ANY, wx(state));
  heading->SetForegroundColour(errors > 0 ? colours::of(Severity::error) : wxNullColour);
  sizer->Add(heading, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  auto* list = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(760, 160)));
  tellCutTexts(*list);
  setAccessibleName(*list, words("Lỗi và cảnh báo", "Errors and warnings"));
  std::vector<std::string> places;
  for (const auto& finding : editing.findings()) {
    if (errors > 0 && finding.severity != Severity::error) continue;
    list->Append(wx(std::string(presentation::severityShape(finding.severity)) + " " + what(finding, words.language)));
    places.push_back(finding.place);
  }
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  shared_ = isSharedStore(workspace.settings.store);
  blocked_ = errors > 0;
  sizer->Add(signingRow(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  sizer->Add(folderRow(), 0, wxEXPAND | wxALL, FromDIP(12));
  problem_ = new wxStaticText(this, wxID_ANY, "");
  problem_->SetForegroundColour(colours::of(Severity::error));
  sizer->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* goThere = new wxButton(this, wxID_ANY, wx(words("Đến chỗ lỗi", "Go to the error")));
  auto* send = send_ = new wxButton(this, wxID_OK, "");
  goThere->Enable(!places.empty());
  send->Enable(errors == 0);
  buttons->Add(goThere);
  buttons->AddStretchSpacer();
  buttons->Add(send, 0, wxRIGHT, FromDIP(6));
  later_ = new wxButton(this, wxID_CANCEL, wx(words("Để sau", "Later")));
  buttons->Add(later_);
  (errors == 0 ? send : goThere)->SetDefault();
  (errors == 0 ? send : goThere)->SetFocus();
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  choose();
  SetSizerAndFit(sizer);
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::submit, workspace.words());
  const auto goTo = [this, list, places] {
    const int at = std::max(0, list->GetSelection());
    if (static_cast<std::size_t>(at) < places.size()) place_ = places[static_cast<std::size_t>(at)];
    EndModal(wxID_CANCEL);
  };
  goThere->Bind(wxEVT_BUTTON, [goTo](wxCommandEvent&) { goTo(); });
  list->Bind(wxEVT_LISTBOX_DCLICK, [goTo](wxCommandEvent&) { goTo(); });
  send->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->send(); });
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
  signNow_ = new wxRadioButton(
      this, wxID_ANY,
      wx(words("Ký số ngay tại đây, bằng tệp khóa .p12 hoặc USB ký số", "Sign here, with a .p12 key file or a token")),
      wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
  signLater_ = new wxRadioButton(
      this, wxID_ANY,
      wx(words("Lưu chưa ký để lãnh đạo ký: ở máy khác (Tệp, “Ký gói của người khác”), hoặc trên phiếu in",
               "Leave it unsigned for the leader: on another PC (File, 'Sign a package'), or on the printed sheet")));
  (workspace_.settings.key.empty() ? signLater_ : signNow_)->SetValue(true);
  key_ = new KeyPicker(this, words, workspace_.settings.key);
  column->Add(signNow_, 0, wxBOTTOM, FromDIP(4));
  column->Add(key_, 0, wxEXPAND | wxLEFT | wxBOTTOM, FromDIP(18));
  column->Add(signLater_);
  for (auto* each : {signNow_, signLater_}) each->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { choose(); });
  return column;
}

// Where the package goes: into the shared store by itself, and a copy into a folder if one wants it; else into the
// folder.
wxSizer* SubmitDialog::folderRow() {
  const auto words = workspace_.words();
  auto* column = new wxBoxSizer(wxVERTICAL);
  if (shared_) {
    copy_ = new wxCheckBox(this, wxID_ANY,
                           wx(words("Gói vào thẳng kho dùng chung. Ghi thêm một bản vào thư mục:",
                                    "The package goes into the shared store. Write a copy into a folder, too:")));
    column->Add(copy_, 0, wxBOTTOM, FromDIP(4));
    copy_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { choose(); });
  } else {
    column->Add(new wxStaticText(this, wxID_ANY,
                                 wx(words("Thư mục để gói gửi (USB, thư mục chung, rồi gửi qua Zalo, thư điện tử):",
                                          "Folder for the package (a stick, a shared folder; then by mail):"))),
                0, wxBOTTOM, FromDIP(4));
  }
  const auto proposed =
      workspace_.settings.outbox.empty() ? wxStandardPaths::Get().GetDocumentsDir() : wx(workspace_.settings.outbox);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  folder_ = new wxTextCtrl(this, wxID_ANY, proposed);
  setAccessibleName(*folder_, words("Thư mục để gói gửi", "Folder for the package"));
  auto* browse = new wxButton(this, wxID_ANY, wx(words("Chọn…", "Browse…")));
  line->Add(folder_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse);
  column->Add(line, 0, wxEXPAND);
  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxDirDialog dialog(this, wx(words("Thư mục để gói gửi", "Folder for the package")), folder_->GetValue());
    if (dialog.ShowModal() != wxID_OK) return;
    folder_->SetValue(dialog.GetPath());
    if (copy_ != nullptr) copy_->SetValue(true), choose();
  });
  return column;
}

// The button says what will happen.
void SubmitDialog::choose() {
  const auto words = workspace_.words();
  const bool now = signNow_->GetValue();
  key_->Enable(now);
  if (copy_ != nullptr) folder_->Enable(copy_->GetValue());
  send_->SetLabelText(
      wx(now ? words("Ký và gửi Văn phòng", "Sign and submit") : words("Gửi Văn phòng, chưa ký", "Submit unsigned")));
  send_->InvalidateBestSize();
  Layout();
}

void SubmitDialog::refuse(const Error& error) { tell(messageLine(error, workspace_.settings.language)); }

void SubmitDialog::tell(const std::string& text) {
  problem_->SetLabelText(wx(text));
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  Layout();
}

void SubmitDialog::setBusy(bool busy) {
  send_->Enable(!busy && !blocked_);
  later_->Enable(!busy);
  if (busy)
    problem_->SetLabelText(
        wx(workspace_.words()("Đang kiểm tra, ký và ghi gói gửi…", "Checking, signing and writing the package…")));
  Layout();
}

void SubmitDialog::send() {
  const auto& editing = workspace_.form()->editing();
  const auto words = workspace_.words();
  const bool toFolder = copy_ == nullptr || copy_->GetValue();
  const auto folder = toFolder ? std::string(trim(utf8(folder_->GetValue()))) : std::string();
  if (toFolder && folder.empty()) {
    folder_->SetFocus();
    return tell(words("Chọn thư mục để gói gửi.", "Choose a folder for the package."));
  }
  const auto file = toFolder ? std::filesystem::path(folder) / packageName(editing.key(), editing.header().revision + 1)
                             : std::filesystem::path();
  const auto keyFile = signNow_->GetValue() ? key_->key() : std::string();
  if (signNow_->GetValue() && keyFile.empty())
    return tell(words("Chọn tệp khóa hoặc thư viện của USB ký số, hoặc chọn “Lưu chưa ký”.",
                      "Choose a key file or a token's library, or leave it unsigned."));
  const auto wrongKey = std::make_shared<bool>(false);
  const auto work = [key = editing.key(), file, keyFile, secret = key_->secret(), wrongKey,
                     outbox = workspace_.suite().outbox](Background::Work& own) -> Status {
    CCHC_CHECK(allSent(outbox));  // what is on its way to the shared store belongs to what is submitted
    std::optional<SigningKey> signing;
    if (!keyFile.empty()) {
      auto read = openKey(keyFile, secret);
      *wrongKey = !read;
      if (!read) return fail(read.error());
      signing = std::move(*read);
    }
    std::vector<Finding> blocking;
    const auto sent = submitSection(own.suite, key, file, blocking, signing ? &*signing : nullptr);
    return sent ? Status() : fail(sent.error());
  };
  const bool started =
      background_.start(workspace_.suite().options, work, [this, folder, file, keyFile, wrongKey](const Status& sent) {
        setBusy(false);
        if (!sent) {
          if (*wrongKey) key_->focusSecret();
          return refuse(sent.error());
        }
        if (!keyFile.empty()) workspace_.settings.key = keyFile;
        written_ = file.string();
        if (!folder.empty()) workspace_.settings.outbox = folder;
        workspace_.saveSettings();
        EndModal(wxID_OK);
      });
  if (started) return setBusy(true);
  tell(words("Việc trước chưa xong; chờ một chút rồi gửi.", "Another task is running; submit when it is done."));
}

}  // namespace cchc::shell
