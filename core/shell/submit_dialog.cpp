#include "core/shell/submit_dialog.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>

#include "core/app/submit.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"

namespace cchc::shell {

std::string packageName(const SectionKey& key, int revision) {
  auto name = key.unit.value + "-" + key.definition.value + "-" + key.period.value + "-lan" + std::to_string(revision) + ".cchc";
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_'; }, '_');
  return name;
}

namespace {

// A library is the token's, anything else a key file.
Result<SigningKey> signingKey(const std::string& file, const std::string& secret) {
  const auto ending = std::filesystem::path(file).extension().string();
  if (ending == ".so" || ending == ".dll" || ending == ".DLL") return SigningKey::fromToken({file, "", ""}, secret);
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(1) << 20U));
  return SigningKey::fromPkcs12(bytes, secret, file);
}

}  // namespace

SubmitDialog::SubmitDialog(wxWindow* parent, Workspace& workspace, Background& background)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Gửi Văn phòng", "Submit to the Office")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER), workspace_(workspace), background_(background) {
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const auto errors = std::count_if(editing.findings().begin(), editing.findings().end(), [](const Finding& finding) { return finding.severity == Severity::error; });
  const auto unexplained = std::count_if(editing.findings().begin(), editing.findings().end(), [](const Finding& finding) { return finding.severity == Severity::warning && finding.comment.empty(); });
  auto* title = new wxStaticText(this, wxID_ANY, wx(presentation::sectionTitle(editing.definition(), words) + " · " + editing.period().name));
  auto bold = title->GetFont();
  title->SetFont(bold.MakeBold());
  sizer->Add(title, 0, wxALL, FromDIP(12));
  std::string state;
  if (errors > 0) state = words("Còn ", "") + std::to_string(errors) + words(" lỗi phải sửa trước khi gửi:", errors == 1 ? " error blocks submission:" : " errors block submission:");
  else if (unexplained > 0) state = words("Không có lỗi. Còn ", "No errors. ") + std::to_string(unexplained) + words(" cảnh báo chưa giải trình; vẫn gửi được:", " warnings are not explained; it can be submitted all the same:");
  else state = words("Không có lỗi hay cảnh báo. Sẵn sàng gửi.", "No errors or warnings. Ready to submit.");
  auto* heading = new wxStaticText(this, wxID_ANY, wx(state));
  heading->SetForegroundColour(errors > 0 ? colours::of(Severity::error) : wxNullColour);
  sizer->Add(heading, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  auto* list = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(600, 160)));
  setAccessibleName(*list, words("Lỗi và cảnh báo", "Errors and warnings"));
  std::vector<std::string> places;
  for (const auto& finding : editing.findings()) {
    if (errors > 0 && finding.severity != Severity::error) continue;
    list->Append(wx(std::string(presentation::severityShape(finding.severity)) + " " + what(finding, words.language)));
    places.push_back(finding.place);
  }
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  auto* where = new wxStaticText(this, wxID_ANY, wx(words("Thư mục để gói gửi (USB, thư mục chung, rồi gửi qua Zalo, thư điện tử):", "Folder for the package (a stick, a shared folder; then by mail):")));
  sizer->Add(where, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  const auto proposed = workspace.settings.outbox.empty() ? wxStandardPaths::Get().GetDocumentsDir() : wx(workspace.settings.outbox);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  folder_ = new wxTextCtrl(this, wxID_ANY, proposed);
  setAccessibleName(*folder_, words("Thư mục để gói gửi", "Folder for the package"));
  auto* browse = new wxButton(this, wxID_ANY, wx(words("Chọn…", "Browse…")));
  line->Add(folder_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse);
  browse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxDirDialog dialog(this, wx(words("Thư mục để gói gửi", "Folder for the package")), folder_->GetValue());
    if (dialog.ShowModal() == wxID_OK) folder_->SetValue(dialog.GetPath());
  });
  sizer->Add(line, 0, wxEXPAND | wxALL, FromDIP(12));
  auto* keyLabel = new wxStaticText(this, wxID_ANY, wx(words("Ký số bằng tệp khóa .p12, hoặc USB ký số (chọn tệp thư viện .dll, .so của USB); để trống: gửi chưa ký, lãnh đạo ký sau hoặc ký trên giấy:",
                                                                   "Sign with a .p12 key file, or a token (its library: .dll, .so); blank: sent unsigned, signed later or on paper:")));
  sizer->Add(keyLabel, 0, wxLEFT | wxRIGHT, FromDIP(12));
  auto* keyLine = new wxBoxSizer(wxHORIZONTAL);
  key_ = new wxTextCtrl(this, wxID_ANY, wx(workspace.settings.key));
  setAccessibleName(*key_, words("Tệp khóa ký số hoặc thư viện USB ký số", "Key file or token library"));
  auto* keyBrowse = new wxButton(this, wxID_ANY, wx(words("Chọn…", "Browse…")));
  password_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(140, -1)), wxTE_PASSWORD);
  password_->SetHint(wx(words("Mật khẩu, mã PIN", "Password, PIN")));
  setAccessibleName(*password_, words("Mật khẩu hoặc mã PIN của khóa", "Password or PIN of the key"));
  keyLine->Add(key_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  keyLine->Add(keyBrowse, 0, wxRIGHT, FromDIP(6));
  keyLine->Add(password_);
  keyBrowse->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
    wxFileDialog dialog(this, wx(words("Tệp khóa", "Key file")), "", "", wx(words("Tệp khóa (*.p12;*.pfx)|*.p12;*.pfx|Thư viện USB ký số (*.dll;*.so)|*.dll;*.so", "Key file (*.p12;*.pfx)|*.p12;*.pfx|Token library (*.dll;*.so)|*.dll;*.so")), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) key_->SetValue(dialog.GetPath());
  });
  sizer->Add(keyLine, 0, wxEXPAND | wxALL, FromDIP(12));
  problem_ = new wxStaticText(this, wxID_ANY, "");
  problem_->SetForegroundColour(colours::of(Severity::error));
  sizer->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* goThere = new wxButton(this, wxID_ANY, wx(words("Đến chỗ lỗi", "Go to the error")));
  auto* send = send_ = new wxButton(this, wxID_OK, wx(words("Gửi Văn phòng", "Submit")));
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
  SetSizerAndFit(sizer);
  CentreOnParent();
  const auto choose = [this, list, places] {
    const int at = std::max(0, list->GetSelection());
    if (static_cast<std::size_t>(at) < places.size()) place_ = places[static_cast<std::size_t>(at)];
    EndModal(wxID_CANCEL);
  };
  goThere->Bind(wxEVT_BUTTON, [choose](wxCommandEvent&) { choose(); });
  list->Bind(wxEVT_LISTBOX_DCLICK, [choose](wxCommandEvent&) { choose(); });
  send->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->send(); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (later_->IsEnabled()) event.Skip();
    else event.Veto();
  });
}

void SubmitDialog::refuse(const Error& error) {
  problem_->SetLabelText(wx(messageLine(error, workspace_.settings.language)));
  problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
  Layout();
}

void SubmitDialog::setBusy(bool busy) {
  send_->Enable(!busy);
  later_->Enable(!busy);
  if (busy) problem_->SetLabelText(wx(workspace_.words()("Đang kiểm tra, ký và ghi gói gửi…", "Checking, signing and writing the package…")));
  Layout();
}

void SubmitDialog::send() {
  // What waits for the shared store belongs to what is submitted.
  if (const auto& outbox = workspace_.suite().outbox; outbox && !outbox->empty()) return refuse({"store.edits-kept", "", {{"count", std::to_string(outbox->size())}}, ErrorKind::failure});
  const auto& editing = workspace_.form()->editing();
  const auto folder = std::string(trim(utf8(folder_->GetValue())));
  const auto file = std::filesystem::path(folder) / packageName(editing.key(), editing.header().revision + 1);
  const auto keyFile = std::string(trim(utf8(key_->GetValue())));
  const auto wrongKey = std::make_shared<bool>(false);
  const auto work = [key = editing.key(), file, keyFile, secret = utf8(password_->GetValue()), wrongKey](Background::Work& own) -> Status {
    std::optional<SigningKey> signing;
    if (!keyFile.empty()) {
      auto read = signingKey(keyFile, secret);
      *wrongKey = !read;
      if (!read) return fail(read.error());
      signing = std::move(*read);
    }
    std::vector<Finding> blocking;
    const auto sent = submitSection(own.suite, key, file, blocking, signing ? &*signing : nullptr);
    return sent ? Status() : fail(sent.error());
  };
  const bool started = background_.start(workspace_.suite().options, work, {}, [this, folder, file, keyFile, wrongKey](const Status& sent) {
    setBusy(false);
    if (!sent) {
      if (*wrongKey) password_->SetFocus();
      return refuse(sent.error());
    }
    workspace_.settings.key = keyFile;
    written_ = file.string();
    workspace_.settings.outbox = folder;
    workspace_.saveSettings();
    EndModal(wxID_OK);
  });
  if (started) return setBusy(true);
  problem_->SetLabelText(wx(workspace_.words()("Việc trước chưa xong; chờ một chút rồi gửi.", "Another task is running; submit when it is done.")));
  Layout();
}

}  // namespace cchc::shell
