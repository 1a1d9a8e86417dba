#include "core/shell/commands/sending_commands.h"

#include <wx/filedlg.h>
#include <wx/frame.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>
#include <wx/utils.h>

#include <utility>
#include <vector>

#include "core/app/send/return_request.h"
#include "core/app/send/submit.h"
#include "core/app/suite/suite_work.h"
#include "core/base/store_address.h"
#include "core/base/text.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/paper/sheet_printout.h"
#include "core/shell/section/package_name.h"
#include "core/shell/section/submit_dialog.h"
#include "core/shell/signing/sign_dialog.h"
#include "core/shell/signing/verify_dialog.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/typed_guard.h"

namespace cchc::shell {

SendingCommands::SendingCommands(const FrameContext& context, ViewSwitcher& views, std::function<void()> storeChanged,
                                 std::function<void()> submitAsOffice)
    : context_(context),
      views_(views),
      storeChanged_(std::move(storeChanged)),
      submitAsOffice_(std::move(submitAsOffice)) {}

void SendingCommands::showWithFolderButton(const std::string& text, const std::filesystem::path& file) {
  context_.notices.showWithButton(text, context_.workspace.words()("sending.open-folder"),
                                  [file] { wxLaunchDefaultApplication(wx(file.parent_path().string())); });
}

void SendingCommands::submit() {
  auto& workspace = context_.workspace;
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  const auto words = workspace.words();
  auto& editing = workspace.form()->editing();
  if (editing.entering()) return submitAsOffice_();
  if (editing.locked()) return context_.notices.showError(*editing.locked());
  auto& outbox = workspace.settings.outbox;
  SubmitDialog dialog(&context_.window, workspace, context_.task,
                      {"submit-dialog.title", "submit-dialog.sign-later", "submit-dialog.sign-and-submit",
                       "submit-dialog.submit-unsigned", true, outbox,
                       [key = editing.key()](Suite& suite, const std::filesystem::path& file, const SigningKey* signing,
                                             std::vector<Finding>& blocking) -> Status {
                         const auto submitted = submitSection(suite, key, file, blocking, signing);
                         return submitted ? Status() : fail(submitted.error());
                       }});
  const int answer = dialog.ShowModal();
  if (!dialog.wantedPlace().empty()) return views_.showField(dialog.wantedPlace());
  if (answer != wxID_OK) return;
  storeChanged_();
  const std::filesystem::path file = dialog.written();
  if (file.empty()) return context_.notices.showInformation(words("sending.submitted-shared"));
  outbox = file.parent_path().string();
  workspace.saveSettings();
  showWithFolderButton(words("sending.submitted", {{"file", file.string()}}), file);
}

void SendingCommands::printSheet() {
  if (context_.workspace.form() == nullptr || !context_.commitEditors()) return;
  if (previewSheet(&context_.window, context_.workspace) == nullptr)
    context_.showNote(context_.workspace.words()("sending.no-preview"));
}

void SendingCommands::signPackage() {
  const auto words = context_.workspace.words();
  if (!context_.commitEditors()) return;
  wxFileDialog choose(&context_.window, wx(words("sending.sign-title")), wx(context_.workspace.settings.outbox), "",
                      wx(words("sending.package-files")), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (choose.ShowModal() != wxID_OK) return;
  signPackageFile(utf8(choose.GetPath()));
}

void SendingCommands::signPackageFile(const std::filesystem::path& file) {
  SignDialog dialog(&context_.window, context_.workspace, file);
  dialog.ShowModal();
}

void SendingCommands::verifyFiles() {
  const auto words = context_.workspace.words();
  if (!context_.commitEditors()) return;
  wxFileDialog choose(&context_.window, wx(words("sending.verify-title")), "", "", wx(words("sending.signed-files")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
  if (choose.ShowModal() != wxID_OK) return;
  wxArrayString names;
  choose.GetPaths(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : names) files.emplace_back(utf8(name));
  VerifyDialog dialog(&context_.window, context_.workspace, std::move(files));
  dialog.ShowModal();
}

void SendingCommands::withdraw() {
  auto& workspace = context_.workspace;
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  const auto title = wx(words("withdraw.title"));
  const bool shared = isSharedStore(workspace.settings.store);
  const std::vector<Parameter> revision{{"revision", std::to_string(editing.header().revision)}};
  wxMessageDialog question(&context_.window,
                           wx(words(shared ? "withdraw.question-shared" : "withdraw.question", revision)), title,
                           wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  question.SetYesNoLabels(title, wx(words("common.cancel")));
  if (question.ShowModal() != wxID_YES) return;
  const bool started =
      context_.task.start(onSuite(workspace.suite().options,
                                  [key = editing.key()](SuiteWork& work) -> Status {
                                    const auto withdrawn = withdrawSection(work.suite, key);
                                    return withdrawn ? Status() : fail(withdrawn.error());
                                  }),
                          [this, &workspace, key = editing.key(), words, revision](const Status& done) {
                            if (!done) return context_.notices.showError(done.error());
                            workspace.log().note("withdraw", keyText(key));
                            storeChanged_();
                            context_.showNote(words("withdraw.done", revision));
                          });
  if (!started) context_.showNote(words("task.still-running"));
}

void SendingCommands::askForReturn() {
  if (context_.workspace.form() == nullptr || !context_.commitEditors()) return;
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  wxTextEntryDialog dialog(&context_.window, wx(words("return-request.reason")), wx(words("return-request.title")), "",
                           wxOK | wxCANCEL | wxCENTRE | wxTE_MULTILINE);
  askBeforeLosing(dialog, words);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto reason = std::string(trim(utf8(dialog.GetValue())));
  if (reason.empty()) return context_.showNote(words("return-request.no-reason"));
  SaveFile file;
  if (!isSharedStore(workspace.settings.store)) {
    const auto name = "de-nghi-tra-lai-" + packageName(editing.key(), editing.header().revision);
    const auto target =
        askForFile(&context_.window, words, workspace.settings.store,
                   {words("return-request.file-title"), name, {{"CCHC", "cchc"}}, workspace.settings.outbox});
    if (!target) return;
    file = *target;
  }
  requestReturn(reason, file);
}

void SendingCommands::requestReturn(const std::string& reason, const SaveFile& target) {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  const auto key = workspace.form()->editing().key();
  const bool started =
      context_.task.start(onSuite(workspace.suite().options,
                                  [key, reason, target](SuiteWork& work) -> Status {
                                    CCHC_CHECK(checkStillFree(target));
                                    return askReturn(work.suite, key, reason, target.path);
                                  }),
                          [this, &workspace, key, file = target.path, words](const Status& done) {
                            if (!done) return context_.notices.showError(done.error());
                            workspace.log().note("ask-return", keyText(key));
                            storeChanged_();
                            if (file.empty()) return context_.showNote(words("return-request.made-shared"));
                            showWithFolderButton(words("return-request.made", {{"file", file.string()}}), file);
                          });
  if (!started) context_.showNote(words("task.still-running"));
}

}  // namespace cchc::shell
