#include "core/shell/commands/file_commands.h"

#include <wx/frame.h>

#include <cstddef>
#include <utility>

#include "core/app/section/fill.h"
#include "core/app/section/import.h"
#include "core/app/suite/suite_work.h"
#include "core/base/platform.h"
#include "core/exchange/values/values_file.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/section/attachment_dialog.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

void FileCommands::importFile(std::filesystem::path file) {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  auto& editing = workspace.form()->editing();
  if (editing.locked()) return context_.notices.showError(*editing.locked());
  if (file.empty()) file = chooseImportFile(&context_.window, words);
  if (file.empty()) return;
  ImportDialog dialog(&context_.window, workspace, file);
  if (dialog.ShowModal() != wxID_OK) return;
  if (dialog.attachments().empty()) return applyImported(dialog.step(), file);
  // Attachments are stored first, so that a value never names a file that the store does not have.
  const bool started = context_.task.start(
      onSuite(workspace.suite().options,
              [attachments = dialog.attachments()](SuiteWork& work) -> Status {
                std::size_t stored = 0;
                for (const auto& attachment : attachments) {
                  CCHC_CHECK(reportProgress(work.watch, stored++, attachments.size()));
                  CCHC_CHECK(work.suite.store.saveAttachment(attachment));
                }
                return {};
              }),
      [this, &workspace, step = dialog.step(), key = editing.key(), file](const Status& stored) {
        if (!stored) return context_.notices.showError(stored.error());
        if (workspace.form() != nullptr && workspace.form()->editing().key() == key && context_.commitEditors())
          applyImported(step, file);
      });
  if (!started) context_.showNote(words("task.still-running"));
}

void FileCommands::applyImported(const EditStep& step, const std::filesystem::path& file) {
  auto& workspace = context_.workspace;
  const auto done = workspace.form()->editing().apply(step);
  if (!done) context_.notices.showError(done.error());
  workspace.edited();
  if (done) context_.showNote(workspace.words()("file.imported", {{"file", file.filename().string()}}));
}

void FileCommands::open(const std::vector<std::string>& files) {
  if (files.empty()) return;
  const std::filesystem::path first = files.front();
  if (files.size() > 1 || !isImportable(first)) {
    views_.show(FrameView::board);
    return views_.board()->receive({files.begin(), files.end()});
  }
  if (context_.workspace.form() == nullptr)
    return context_.showNote(context_.workspace.words()("file.no-section-open"));
  if (views_.view() != FrameView::table) views_.show(FrameView::form);
  importFile(first);
}

void FileCommands::openAttachment(const Place& place) {
  auto& workspace = context_.workspace;
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  AttachmentDialog dialog(&context_.window,
                          presentation::Attachments(workspace.suite(), workspace.form()->editing(), place),
                          workspace.tasks(), workspace.suite().options, workspace.words());
  dialog.ShowModal();
  if (dialog.changed()) workspace.edited();
}

void FileCommands::saveWorkbook() {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  const auto& editing = workspace.form()->editing();
  const auto name = editing.key().definition.value + "-" + codeOf(editing.key().unit) + ".xlsx";
  const auto target = askForFile(&context_.window, words, workspace.settings.store,
                                 {words("file.workbook-title"), name, {{"Excel", "xlsx"}}});
  if (!target) return;
  const bool started =
      context_.task.start(onSuite(workspace.suite().options,
                                  [key = editing.key(), data = editing.data(), target = *target,
                                   language = words.language](SuiteWork& work) -> Status {
                                    CCHC_TRY(const auto bytes, sectionWorkbook(work.suite, key, data, language));
                                    CCHC_CHECK(checkStillFree(target));
                                    return platform::writeFileDurably(target.path, bytes);
                                  }),
                          [this, file = target->path.string(), words](const Status& done) {
                            if (!done) return context_.notices.showError(done.error());
                            context_.showNote(words("file.workbook-written", {{"file", file}}));
                          });
  if (!started) context_.showNote(words("task.still-running"));
}

void FileCommands::exportValues() {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  const auto& editing = workspace.form()->editing();
  const auto target =
      askForFile(&context_.window, words, workspace.settings.store,
                 {words("file.export-title"), editing.key().definition.value + ".xml", {{"XML", "xml"}}});
  if (!target) return;
  const auto done = platform::writeFileDurably(target->path, writeValuesXml(editing.definition(), editing.data()));
  if (!done) return context_.notices.showError(done.error());
  context_.showNote(words("file.exported", {{"file", target->path.string()}}));
}

}  // namespace cchc::shell
