// Commands of the window on files: import, export, backup, log.
#include <wx/aboutdlg.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/utils.h>
#include <wx/versioninfo.h>

#include "core/app/section/fill.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/values/values_file.h"
#include "core/shell/frame/main_frame.h"
#include "core/shell/section/attachment_dialog.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace {

constexpr auto version = CCHC_VERSION;

}  // namespace

void MainFrame::importFile(std::filesystem::path file) {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  auto& editing = form->editing();
  if (editing.locked()) return tellError(*editing.locked());
  if (file.empty()) file = chooseImportFile(this, words);
  if (file.empty()) return;
  ImportDialog dialog(this, workspace_, file);
  if (dialog.ShowModal() != wxID_OK) return;
  if (dialog.attachments().empty()) return takeImported(dialog.step(), file);
  // The files first, beside the window: a value never names what the store does not have.
  const bool started = background_.start(
      workspace_.suite().options,
      [attachments = dialog.attachments()](Background::Work& work) -> Status {
        for (const auto& attachment : attachments) CCHC_CHECK(work.suite.store.putAttachment(attachment));
        return {};
      },
      [this, step = dialog.step(), key = editing.key(), file](const Status& kept) {
        if (!kept) return tellError(kept.error());
        if (workspace_.form() != nullptr && workspace_.form()->editing().key() == key && leave())
          takeImported(step, file);
      });
  if (!started)
    tellNote(words("Việc trước chưa xong; chờ một chút rồi nhập lại.",
                   "Another task is running; import again when it is done."));
}

void MainFrame::takeImported(const EditStep& step, const std::filesystem::path& file) {
  const auto words = workspace_.words();
  const auto done = workspace_.form()->editing().apply(step);
  if (!done) tellError(done.error());
  workspace_.edited();
  if (done)
    tellNote(words("Đã nhập từ ", "Imported from ") + file.filename().string() +
             words("; Ctrl+Z để bỏ.", "; Ctrl+Z takes it back."));
}

void MainFrame::openFiles(const std::vector<std::string>& files) {
  if (files.empty()) return;
  const std::filesystem::path first = files.front();
  if (files.size() > 1 || !presentation::looksImportable(first)) {
    showView(View::board);
    return board_->receive({files.begin(), files.end()});
  }
  const auto words = workspace_.words();
  if (workspace_.form() == nullptr)
    return tellNote(words("Mở phần cần nhập số liệu trước, rồi thả tệp vào biểu mẫu.",
                          "Open the section first, then drop the file on its form."));
  if (view_ != View::table) showView(View::form);
  importFile(first);
}

void MainFrame::openAttachment(const Place& place) {
  if (workspace_.form() == nullptr || !leave()) return;
  AttachmentDialog dialog(this, presentation::Attachments(workspace_.suite(), workspace_.form()->editing(), place),
                          workspace_.suite().options, workspace_.words());
  dialog.ShowModal();
  if (dialog.changed()) workspace_.edited();
}

void MainFrame::saveWorkbook() {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  const auto& editing = form->editing();
  const auto name = editing.key().definition.value + "-" + editing.key().unit.value + ".xlsx";
  wxFileDialog dialog(
      this, wx(words("Bảng tính để điền phần này (gửi nơi chưa cài phần mềm)", "Workbook to fill this section in")), "",
      wx(name), "Excel (*.xlsx)|*.xlsx", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto target = utf8(dialog.GetPath());
  const bool started = background_.start(
      workspace_.suite().options,
      [key = editing.key(), data = editing.data(), target,
       language = words.language](Background::Work& work) -> Status {
        CCHC_TRY(const auto bytes, sectionWorkbook(work.suite, key, data, language));
        return platform::writeFileDurably(target, bytes);
      },
      [this, target, words](const Status& done) {
        if (!done) return tellError(done.error());
        tellNote(words("Đã ghi bảng tính: ", "Workbook written: ") + target +
                 words(". Điền xong thì Nhập từ Excel.", ". Import it when it has been filled in."));
      });
  if (!started)
    tellNote(words("Việc trước chưa xong; chờ một chút rồi làm lại.",
                   "Another task is running; try again when it is done."));
}

void MainFrame::exportValues() {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  wxFileDialog dialog(this, wx(words("Xuất số liệu của phần", "Export values")), "",
                      wx(form->editing().key().definition.value + ".xml"), "XML (*.xml)|*.xml",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto done = platform::writeFileDurably(utf8(dialog.GetPath()),
                                               writeValuesXml(form->editing().definition(), form->editing().data()));
  if (!done) return tellError(done.error());
  tellNote(words("Đã xuất: ", "Exported: ") + utf8(dialog.GetPath()));
}

void MainFrame::chooseDailyBackup() {
  const auto words = workspace_.words();
  auto& settings = workspace_.settings;
  wxDirDialog dialog(this,
                     wx(words("Thư mục ở ổ khác hoặc USB; mỗi ngày một bản sao được ghi vào đó",
                              "A folder on another drive or stick; each day a copy is written there")),
                     wx(settings.backupFolder));
  if (dialog.ShowModal() != wxID_OK) return;
  settings.backupFolder = utf8(dialog.GetPath());
  workspace_.saveSettings();
  daily_.look();
  tellNote(words("Mỗi ngày một bản sao ở: ", "A copy each day in: ") + settings.backupFolder);
}

void MainFrame::backup() {
  const auto words = workspace_.words();
  const bool shared = isSharedStore(workspace_.settings.store);
  const std::string ending = shared ? "dump" : "sqlite";
  wxFileDialog dialog(
      this, wx(words("Sao lưu kho dữ liệu (nên để ở ổ khác hoặc USB)", "Back up the store (best on another drive)")),
      "", wx("cchc-" + workspace_.today().toText() + "." + ending),
      wx((shared ? "PostgreSQL" : "SQLite") + std::string(" (*.") + ending + ")|*." + ending),
      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto file = utf8(dialog.GetPath());
  const bool started = background_.start(
      workspace_.suite().options, [file](Background::Work& work) { return backupStore(work.suite, file, true); },
      [this, file, shared, words](const Status& done) {
        if (!done) return tellError(done.error());
        workspace_.log().note("backup", file);
        auto note = words("Đã sao lưu: ", "Backed up: ") + file;
        if (!shared)
          note += words(". Ở máy khác: mở phần mềm, chọn “Từ bản sao lưu, máy khác…”.",
                        ". On the other PC: start, “From a backup or another PC…”.");
        tellNote(note);
      });
  if (!started)
    tellNote(words("Việc trước chưa xong; chờ một chút rồi sao lưu lại.",
                   "Another task is running; back up when it is done."));
}

// For whoever is asked for help: what was done and what went wrong, without a figure.
void MainFrame::saveLog() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Lưu nhật ký (không có số liệu báo cáo)", "Save the log (it holds no figures)")),
                      "", wx("cchc-suite-" + workspace_.today().toText() + ".log"), "Text (*.log)|*.log",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  std::string text = std::string("CCHC Suite ") + version + "\n" + utf8(wxGetOsDescription()) + "\n" +
                     utf8(wxGetLibraryVersionInfo().GetVersionString()) + "\n";
  for (const auto& plugin : workspace_.suite().catalogue.plugins.plugins())
    text += plugin.id + " " + plugin.version + (plugin.quarantined ? " quarantined: " + plugin.quarantined->code : "") +
            "\n";
  if (const auto done = platform::writeFileDurably(utf8(dialog.GetPath()), text + "\n" + workspace_.log().all()); !done)
    return tellError(done.error());
  tellNote(words("Đã lưu nhật ký: ", "Log saved: ") + utf8(dialog.GetPath()));
}

void MainFrame::showAbout() {
  const auto words = workspace_.words();
  wxAboutDialogInfo info;
  info.SetName("CCHC Suite");
  info.SetVersion(version);
  info.SetDescription(wx(
      words("Phần mềm lập và tổng hợp báo cáo cải cách hành chính", "Software for administrative-reform reporting")));
  wxAboutBox(info, this);
}

}  // namespace cchc::shell
