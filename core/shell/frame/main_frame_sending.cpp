// Commands of the window on what goes out: submit, print, sign, verify, ask for return.
#include <wx/filedlg.h>
#include <wx/textdlg.h>
#include <wx/utils.h>

#include "core/app/send/return_request.h"
#include "core/base/text.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/paper/sheet_printout.h"
#include "core/shell/section/submit_dialog.h"
#include "core/shell/signing/sign_dialog.h"
#include "core/shell/signing/verify_dialog.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void MainFrame::tellWith(const std::string& text, const std::string& button, std::function<void()> action) {
  dropBarButton();
  barAction_ = std::move(action);
  bar_->RemoveButton(wxID_CLOSE);  // it stands last
  bar_->AddButton(wxID_OPEN, wx(button));
  bar_->AddButton(wxID_CLOSE, wx(workspace_.words()("Đóng", "Close")));
  bar_->Bind(wxEVT_BUTTON, &MainFrame::pressBar, this, wxID_OPEN);
  bar_->ShowMessage(wx(text), wxICON_INFORMATION);
}

void MainFrame::dropBarButton() {
  if (!barAction_) return;
  barAction_ = {};
  bar_->Unbind(wxEVT_BUTTON, &MainFrame::pressBar, this, wxID_OPEN);
  bar_->RemoveButton(wxID_OPEN);
}

void MainFrame::pressBar(wxCommandEvent&) {
  if (barAction_) CallAfter(barAction_);
}

void MainFrame::submit() {
  if (workspace_.form() == nullptr || !leave()) return;
  const auto words = workspace_.words();
  auto& editing = workspace_.form()->editing();
  if (editing.locked()) return tellError(*editing.locked());
  const auto key = editing.key();
  SubmitDialog dialog(this, workspace_, background_);
  const int answer = dialog.ShowModal();
  if (!dialog.wantedPlace().empty()) {
    showView(View::form);
    return form_->goTo(dialog.wantedPlace());
  }
  if (answer != wxID_OK) return;
  readAgain();
  const std::filesystem::path file = dialog.written();
  if (file.empty()) {
    dropBarButton();
    return bar_->ShowMessage(wx(words("Đã gửi vào kho dùng chung; Văn phòng thấy ngay.",
                                      "Submitted into the shared store; the Office sees it at once.")),
                             wxICON_INFORMATION);
  }
  tellWith(words("Đã gửi. Gói nằm ở: ", "Submitted. The package is: ") + file.string(),
           words("Mở thư mục", "Open the folder"),
           [file] { wxLaunchDefaultApplication(wx(file.parent_path().string())); });
}

void MainFrame::printSheet() {
  if (workspace_.form() == nullptr || !leave()) return;
  if (previewSheet(this, workspace_) == nullptr)
    tellNote(workspace_.words()("Không xem trước bản in được; kiểm tra máy in.", "No preview; look at the printer."));
}

void MainFrame::signPackageFile() {
  const auto words = workspace_.words();
  if (!leave()) return;
  wxFileDialog choose(this, wx(words("Gói cần ký", "Package to sign")), wx(workspace_.settings.outbox), "",
                      wx(words("Gói gửi (*.cchc)|*.cchc|Mọi tệp|*", "Packages (*.cchc)|*.cchc|All files|*")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (choose.ShowModal() != wxID_OK) return;
  signPackageFile(utf8(choose.GetPath()));
}

void MainFrame::signPackageFile(const std::filesystem::path& file) {
  SignDialog dialog(this, workspace_, file);
  dialog.ShowModal();
}

void MainFrame::verifyFiles() {
  const auto words = workspace_.words();
  if (!leave()) return;
  wxFileDialog choose(this, wx(words("Gói, báo cáo cần kiểm tra chữ ký", "Packages and reports to verify")), "", "",
                      wx(words("Gói, báo cáo (*.cchc;*.xml)|*.cchc;*.xml|Mọi tệp|*",
                               "Packages, reports (*.cchc;*.xml)|*.cchc;*.xml|All files|*")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
  if (choose.ShowModal() != wxID_OK) return;
  wxArrayString names;
  choose.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  VerifyDialog dialog(this, workspace_, std::move(files));
  dialog.ShowModal();
}

bool MainFrame::mayAskForReturn() const {
  const auto* form = workspace_.form();
  return form != nullptr &&
         transition(form->editing().header().state, SectionAction::askReturn, workspace_.suite().options.actor.roles)
             .has_value();
}

// Into a shared store at once; else as a file that goes to the office the way the package went.
void MainFrame::askForReturn() {
  if (!mayAskForReturn() || !leave()) return;
  const auto words = workspace_.words();
  const auto key = workspace_.form()->editing().key();
  wxTextEntryDialog dialog(
      this,
      wx(words("Lý do đề nghị trả lại (Văn phòng sẽ đọc):", "Why it should come back (the Office will read it):")),
      wx(words("Đề nghị trả lại", "Ask for return")), "", wxOK | wxCANCEL | wxCENTRE | wxTE_MULTILINE);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto reason = std::string(trim(utf8(dialog.GetValue())));
  if (reason.empty()) return tellNote(words("Chưa đề nghị: cần ghi lý do.", "Nothing was asked: a reason is needed."));
  std::filesystem::path file;
  if (!isSharedStore(workspace_.settings.store)) {
    wxFileDialog target(this,
                        wx(words("Tệp đề nghị trả lại, để gửi cho Văn phòng", "The request, as a file for the Office")),
                        wx(workspace_.settings.outbox),
                        wx("de-nghi-tra-lai-" + packageName(key, workspace_.form()->editing().header().revision)),
                        "*.cchc|*.cchc", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (target.ShowModal() != wxID_OK) return;
    file = utf8(target.GetPath());
  }
  askForReturn(reason, file);
}

void MainFrame::askForReturn(const std::string& reason, const std::filesystem::path& file) {
  const auto words = workspace_.words();
  const auto key = workspace_.form()->editing().key();
  const bool started = background_.start(
      workspace_.suite().options,
      [key, reason, file](Background::Work& work) { return askReturn(work.suite, key, reason, file); },
      [this, key, file, words](const Status& done) {
        if (!done) return tellError(done.error());
        workspace_.log().note("ask-return", keyText(key));
        readAgain();
        if (file.empty())
          return tellNote(words("Đã đề nghị trả lại; Văn phòng thấy ngay trên bảng theo dõi.",
                                "Asked; the Office sees it on its board."));
        tellWith(words("Đã đề nghị trả lại. Gửi tệp này cho Văn phòng: ", "Asked. Send this file to the Office: ") +
                     file.string(),
                 words("Mở thư mục", "Open the folder"),
                 [file] { wxLaunchDefaultApplication(wx(file.parent_path().string())); });
      });
  if (!started)
    tellNote(words("Việc trước chưa xong; chờ một chút rồi đề nghị lại.",
                   "Another task is running; ask again when it is done."));
}

}  // namespace cchc::shell
