// Commands of the window that need a dialogue of their own: import, export, backup, person, help.
#include <wx/aboutdlg.h>
#include <wx/choicdlg.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>
#include <wx/utils.h>
#include <wx/versioninfo.h>

#include "core/app/backups.h"
#include "core/app/fill.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/exchange/section_workbook.h"
#include "core/exchange/values_file.h"
#include "core/shell/convert.h"
#include "core/shell/help_text.h"
#include "core/shell/main_frame.h"

namespace cchc::shell {

namespace {

constexpr auto version = CCHC_VERSION;

}  // namespace

void MainFrame::importFile() {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  auto& editing = form->editing();
  if (editing.locked()) return tellError(*editing.locked());
  wxFileDialog dialog(this, wx(words("Nhập số liệu từ tệp", "Import values from a file")), "", "",
                      wx(words("Bảng tính, CSV, XML (*.xlsx;*.csv;*.tsv;*.xml)|*.xlsx;*.csv;*.tsv;*.xml|Mọi tệp|*", "Sheets, CSV, XML (*.xlsx;*.csv;*.tsv;*.xml)|*.xlsx;*.csv;*.tsv;*.xml|All files|*")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file = utf8(dialog.GetPath());
  std::string table;
  // A section's own workbook says itself what it holds.
  const auto bytes = file.extension() == ".xlsx" ? readFile(file) : Result<std::string>(std::string());
  if (file.extension() != ".xml" && !(bytes && sectionOfWorkbook(*bytes))) {
    // A sheet is either "chỉ tiêu, số liệu" lines or the rows of one table.
    wxArrayString names;
    names.Add(wx(words("Các chỉ tiêu (mỗi dòng: mã chỉ tiêu, số liệu)", "Fields (each line: field, value)")));
    for (const auto& one : editing.definition().tables) names.Add(wx(std::string(words("Các dòng của bảng: ", "Rows of the table: ")) + one.title.in(words.language)));
    wxSingleChoiceDialog choice(this, wx(words("Tệp này là:", "This file has:")), wx(file.filename().string()), names);
    if (choice.ShowModal() != wxID_OK) return;
    if (choice.GetSelection() > 0) table = editing.definition().tables[static_cast<std::size_t>(choice.GetSelection() - 1)].id;
  }
  const auto values = readValues(file, editing.definition(), table, editing.key(), editing.data());
  if (!values) return tellError(values.error());
  auto after = editing.data();
  if (const auto put = putValues(editing.definition(), *values, after); !put) return tellError(put.error());
  for (const auto& attachment : values->attachments) {
    if (const auto kept = workspace_.suite().store.putAttachment(attachment); !kept) return tellError(kept.error());
  }
  auto step = stepBetween(editing.definition(), editing.data(), after);
  const auto count = step.edits.size();
  const auto question = std::to_string(count) + words(" thay đổi sẽ được nhập từ ", " changes will be made from ") + file.filename().string() + words(". Nhập chứ?", ". Go on?");
  if (count == 0) return tellNote(words("Tệp không có gì khác với số liệu đang có.", "The file has nothing that differs."));
  if (wxMessageBox(wx(question), wx(words("Nhập từ tệp", "Import")), wxYES_NO | wxICON_QUESTION, this) != wxYES) return;
  step.name = {"Nhập từ " + file.filename().string(), "Import from " + file.filename().string()};
  const auto done = editing.apply(std::move(step));
  if (!done) tellError(done.error());
  workspace_.edited();
  if (done) tellNote(std::to_string(count) + words(" thay đổi đã nhập; Ctrl+Z để bỏ.", " changes imported; Ctrl+Z takes them back."));
}

void MainFrame::saveWorkbook() {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  const auto& editing = form->editing();
  const auto name = editing.key().definition.value + "-" + editing.key().unit.value + ".xlsx";
  wxFileDialog dialog(this, wx(words("Bảng tính để điền phần này (gửi nơi chưa cài phần mềm)", "Workbook to fill this section in")), "", wx(name), "Excel (*.xlsx)|*.xlsx",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto bytes = sectionWorkbook(workspace_.suite(), editing.key(), editing.data(), words.language);
  if (!bytes) return tellError(bytes.error());
  if (const auto done = platform::writeFileDurably(utf8(dialog.GetPath()), *bytes); !done) return tellError(done.error());
  tellNote(words("Đã ghi bảng tính: ", "Workbook written: ") + utf8(dialog.GetPath()) + words(". Điền xong thì Nhập từ Excel.", ". Import it when it has been filled in."));
}

void MainFrame::exportValues() {
  const auto words = workspace_.words();
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  wxFileDialog dialog(this, wx(words("Xuất số liệu của phần", "Export values")), "", wx(form->editing().key().definition.value + ".xml"), "XML (*.xml)|*.xml", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto done = platform::writeFileDurably(utf8(dialog.GetPath()), writeValuesXml(form->editing().definition(), form->editing().data()));
  if (!done) return tellError(done.error());
  tellNote(words("Đã xuất: ", "Exported: ") + utf8(dialog.GetPath()));
}

void MainFrame::backup() {
  const auto words = workspace_.words();
  const bool shared = isSharedStore(workspace_.settings.store);
  const std::string ending = shared ? "dump" : "sqlite";
  wxFileDialog dialog(this, wx(words("Sao lưu kho dữ liệu (nên để ở ổ khác hoặc USB)", "Back up the store (best on another drive)")), "",
                      wx("cchc-" + workspace_.today().toText() + "." + ending), wx((shared ? "PostgreSQL" : "SQLite") + std::string(" (*.") + ending + ")|*." + ending),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto file = utf8(dialog.GetPath());
  const bool started = background_.start(
      workspace_.suite().options, [file](Background::Work& work) { return backupStore(work.suite, file, true); }, {}, [this, file, shared, words](const Status& done) {
        if (!done) return tellError(done.error());
        workspace_.log().note("backup", file);
        auto note = words("Đã sao lưu: ", "Backed up: ") + file;
        if (!shared) note += words(". Ở máy khác: mở phần mềm, chọn “Từ bản sao lưu, máy khác…”.", ". On the other PC: start, “From a backup or another PC…”.");
        tellNote(note);
      });
  if (!started) tellNote(words("Việc trước chưa xong; chờ một chút rồi sao lưu lại.", "Another task is running; back up when it is done."));
}

void MainFrame::switchPerson() {
  const auto words = workspace_.words();
  if (!leave()) return;
  wxTextEntryDialog dialog(this, wx(words("Họ tên người nhập; mỗi thay đổi ghi lại ai đã làm:", "Name of who is at work; each change records it:")), wx(words("Đổi người nhập", "Switch person")),
                           wx(workspace_.settings.person));
  if (dialog.ShowModal() != wxID_OK) return;
  const auto name = std::string(trim(utf8(dialog.GetValue())));
  if (name.empty()) return;
  workspace_.setPerson(name);
  showStatus();
}

void MainFrame::showPlugins() {
  const auto words = workspace_.words();
  std::string text;
  for (const auto& plugin : workspace_.suite().catalogue.plugins.plugins()) {
    text += (plugin.quarantined ? "■ " : "✓ ") + plugin.id + " " + plugin.version + ": ";
    text += plugin.quarantined ? words("cách ly, vì: ", "quarantined: ") + message(*plugin.quarantined, words.language).what : std::to_string(plugin.definitions.size()) + words(" mẫu phần báo cáo", " section definitions");
    text += "\n";
  }
  wxMessageBox(wx(text), wx(words("Các plugin", "Plugins")), wxOK | wxICON_INFORMATION, this);
}

// For whoever is asked for help: what was done and what went wrong, without a figure.
void MainFrame::saveLog() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Lưu nhật ký (không có số liệu báo cáo)", "Save the log (it holds no figures)")), "", wx("cchc-suite-" + workspace_.today().toText() + ".log"), "Text (*.log)|*.log",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  std::string text = std::string("CCHC Suite ") + version + "\n" + utf8(wxGetOsDescription()) + "\n" + utf8(wxGetLibraryVersionInfo().GetVersionString()) + "\n";
  for (const auto& plugin : workspace_.suite().catalogue.plugins.plugins()) text += plugin.id + " " + plugin.version + (plugin.quarantined ? " quarantined: " + plugin.quarantined->code : "") + "\n";
  if (const auto done = platform::writeFileDurably(utf8(dialog.GetPath()), text + "\n" + workspace_.log().all()); !done) return tellError(done.error());
  tellNote(words("Đã lưu nhật ký: ", "Log saved: ") + utf8(dialog.GetPath()));
}

void MainFrame::showHelp() { wxMessageBox(wx(helpText(view_, workspace_.words())), wx(workspace_.words()("Hướng dẫn", "Help")), wxOK | wxICON_INFORMATION, this); }

void MainFrame::showShortcuts() { wxMessageBox(wx(shortcutsText(workspace_.words())), wx(workspace_.words()("Phím tắt", "Shortcuts")), wxOK | wxICON_INFORMATION, this); }

void MainFrame::showAbout() {
  const auto words = workspace_.words();
  wxAboutDialogInfo info;
  info.SetName("CCHC Suite");
  info.SetVersion(version);
  info.SetDescription(wx(words("Phần mềm lập và tổng hợp báo cáo cải cách hành chính", "Software for administrative-reform reporting")));
  wxAboutBox(info, this);
}

}  // namespace cchc::shell
