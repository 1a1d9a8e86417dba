// Stories of saving: no other file is overwritten unasked, and the open store never; and what is typed into a dialogue
// is not lost by one key.
#include <fstream>

#include <wx/menu.h>

#include "core/app/receive/receive.h"
#include "core/shell/office/reason_dialog.h"
#include "core/shell/table/row_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/grid.h"
#include "tests/shell/driver/native.h"
#include "tests/shell/save_days.h"

namespace cchc::test {
namespace {

constexpr const char* others = "của người khác\n";

void write(const std::filesystem::path& file) { std::ofstream(file, std::ios::binary) << others; }

void command(Driver& driver, const char* code) {
  bool found = false;
  driver.on([&] {
    const auto wanted = wxMenuItem::GetLabelText(shell::wx(driver.workspace().words()(code)));
    const auto* bar = driver.frame().GetMenuBar();
    for (std::size_t i = 0; i < bar->GetMenuCount() && !found; ++i) {
      for (auto* item : bar->GetMenu(i)->GetMenuItems()) {
        if (found || item->GetItemLabelText() != wanted.BeforeFirst('\t')) continue;
        found = true;
        driver.frame().GetEventHandler()->AddPendingEvent(wxCommandEvent(wxEVT_MENU, item->GetId()));
      }
    }
  });
  if (!found) driver.give(std::string("no such command: ") + code);
}

// Saves by `begin` over a file of somebody else: "no" leaves it as it is and asks for another name, "yes" replaces it.
// A name without an ending gets one, and is asked about with it.
void overwrites(Driver& driver, const std::string& what, const std::filesystem::path& file,
                const std::function<void()>& begin) {
  const auto idle = [&] { driver.until("the end of " + what, [&] { return !driver.frame().task().running(); }); };
  write(file);
  begin();
  saveAs(driver, file);
  answer(driver, "Thôi");
  closeFiles(driver);
  idle();
  if (contentOf(file) != others) driver.give(what + " replaced a file against a no");
  begin();
  saveAs(driver, file);
  answer(driver, "Thay tệp");
  idle();
  driver.until(what + " in its file", [&] { return contentOf(file) != others; });
  auto bare = file;
  bare.replace_extension();
  write(file);
  begin();
  saveAs(driver, bare);
  answer(driver, "Thôi");
  closeFiles(driver);
  idle();
  if (contentOf(file) != others || std::filesystem::exists(bare)) driver.give(what + " under a name without an ending");
  std::filesystem::remove(file);
  begin();
  saveAs(driver, bare);
  idle();
  driver.until(what + " in a new file", [&] { return std::filesystem::exists(file); });
}

std::string notice(Driver& driver) {
  std::string words;
  driver.on([&] {
    if (driver.frame().notices().bar()->IsShown()) words = wordsOf(*driver.frame().notices().bar());
  });
  return words;
}

}  // namespace

int savedOver(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  const auto status = drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    overwrites(driver, "the workbook", folder / "bieu-mau.xlsx", [&] { command(driver, "menu.file.workbook"); });
    overwrites(driver, "the values", folder / "so-lieu.xml", [&] { command(driver, "menu.file.export"); });
    overwrites(driver, "the copy", folder / "ban-sao.sqlite", [&] { command(driver, "menu.file.backup"); });
    overwrites(driver, "the log", folder / "nhat-ky.log", [&] { command(driver, "menu.help.log"); });
    driver.key('4', wxMOD_CONTROL);
    driver.until("the charts", [&] { return !frame.overview()->charts().empty(); });
    overwrites(driver, "the picture", folder / "hinh.png", [&] { driver.clickButton(*frame.overview(), "Lưu hình"); });
    // Never over the open store, not even after a yes.
    const auto before = std::filesystem::file_size(store);
    command(driver, "menu.file.export");
    saveAs(driver, store);
    answer(driver, "");
    closeFiles(driver);
    MUST(driver, std::filesystem::file_size(store) >= before);
    MUST(driver, driver.workspace().suite().store.assignments(PeriodId("2023-8T")).has_value());
    // A file that has appeared between the question and the writing.
    const auto appeared = folder / "vua-co.cchc";
    write(appeared);
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    driver.on([&] { frame.sending().requestReturn("Sót một dự án", {appeared}); });
    driver.until("the reason", [&] { return !frame.task().running() && frame.notices().bar()->IsShown(); });
    if (notice(driver).find("không ghi đè") == std::string::npos) driver.give("said: " + notice(driver));
    MUST(driver, contentOf(appeared) == others);
    driver.on([&] {
      frame.notices().dismiss();
      frame.report()->saveTo({appeared});
    });
    driver.until("the reason", [&] { return !frame.task().running() && frame.notices().bar()->IsShown(); });
    MUST(driver, contentOf(appeared) == others);
  });
  return status;
}

// What is typed into a dialogue is not given up by Esc alone; what is typed as a remark goes with the others, whether
// it was added to their list or not.
int typedDialogs(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  std::vector<std::filesystem::path> packages;
  for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) {
    if (entry.path().filename().string().starts_with("296_finance.budget")) packages.push_back(entry.path());
  }
  auto start = departmentStart(folder, store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP";
  return drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the board", [&] { return driver.hasFrame() && driver.frame().board()->board().sections == 27; });
    auto& board = *driver.frame().board();
    driver.on([&] { driver.frame().SetSize(wxGetDisplaySize()), board.receive(packages); });
    driver.until("the package",
                 [&] { return board.board().received == 1 && !driver.frame().task().running() && !board.reading(); });
    driver.on([&] {
      for (long row = 0; row < board.list()->GetItemCount(); ++row)
        board.list()->Select(row, board.board().lines[static_cast<std::size_t>(row)].received);
    });
    driver.clickButton(board, "Trả lại");
    auto* dialog = dynamic_cast<shell::ReasonDialog*>(driver.dialog());
    MUST(driver, dialog != nullptr);
    driver.type("Sai so");
    driver.until("the reason", [&] { return dialog->reason() == "Sai so"; });
    driver.key(WXK_ESCAPE);
    answer(driver, "Gõ tiếp");
    MUST(driver, dialog->IsShown() && dialog->reason() == "Sai so");
    driver.on([&] { dialog->goTo("revenue.actual"); });
    driver.until("the remark's box", [&] { return dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()) != nullptr; });
    driver.type("Xem lai");
    driver.clickButton(*dialog, "Trả lại");
    driver.closed(dialog);
    driver.until("returned", [&] { return !driver.frame().task().running() && !board.reading(); });
    std::size_t remarks = 0;
    driver.on([&] {
      const auto stored = driver.workspace().suite().store.remarks(budget());
      if (stored) remarks = stored->size();
    });
    if (remarks != 1) driver.give("the typed remark was left out");
  });
}

int typedRow(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    openTable(driver, "treasury", 1);
    const int project = columnOf(driver, "project");
    goToCell(driver, 0, project);
    driver.post([&] { driver.frame().table()->editRow(); });
    auto* dialog = driver.dialog();
    driver.on([&] {
      for (auto* text : controlsOf<wxTextCtrl>(*dialog)) {
        if (!text->IsEditable()) continue;
        text->SetFocus();
        break;
      }
    });
    driver.type("Truong A");
    driver.key(WXK_ESCAPE);
    answer(driver, "Gõ tiếp");
    driver.on([&] { dialog->SetFocus(); });
    driver.press(*dialog, "Lưu dòng");
    driver.closed(dialog);
    driver.until("the row", [&] { return cell(driver, 0, project) == "Truong A"; });
    // Nothing is asked where nothing was typed, nor when it is given up by the button.
    driver.post([&] { driver.frame().table()->editRow(); });
    dialog = driver.dialog();
    driver.key(WXK_ESCAPE);
    driver.closed(dialog);
  });
}

// A choice of the form is made as in a cell: by typing without marks, by mouse, by the arrows once it is open. The
// arrows that pass over it change nothing.
int formChoices(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& form = *driver.frame().form();
    const auto shown = [&](const char* field) {
      const auto& open = *driver.workspace().form();
      return open.line(*open.editing().definition().fieldIndex(field)).value;
    };
    const auto at = [&] {
      const auto& open = *driver.workspace().form();
      const auto row = open.rows()[*form.current()];
      return row.kind == presentation::FormRow::Kind::field ? open.editing().definition().fields[row.index].id
                                                            : std::string();
    };
    const auto is = [&](const std::string& field, const std::string& value) {
      driver.until(field + " = " + value, [&] { return shown("autonomy.spending_rules") == value && at() == field; });
    };
    driver.on([&] { form.goTo("autonomy.total"); });
    driver.until("its editor", [&] { return form.editor() != nullptr && form.editor()->HasFocus(); });
    // Upwards, downwards and upwards over it.
    driver.key(WXK_UP);
    is("autonomy.spending_rules", "");
    MUST(driver, form.editor() == nullptr);
    driver.key(WXK_DOWN);
    is("autonomy.total", "");
    driver.key(WXK_UP);
    is("autonomy.spending_rules", "");
    // Every key that is typed counts; the list narrows; Enter takes what it marks, and goes on.
    driver.type("kho");
    driver.until("one line", [&] { return form.choices() != nullptr && form.choices()->lines().size() == 1; });
    if (const auto* picture = std::getenv("CCHC_PICTURES"))
      driver.picture(std::filesystem::path(picture) / "form-choices.png");
    driver.key(WXK_RETURN);
    is("autonomy.total", "Không");
    driver.key(WXK_UP);
    driver.key(WXK_F2);
    driver.until("the list", [&] { return form.choices() != nullptr && form.choices()->lines().size() == 3; });
    driver.key(WXK_UP);
    driver.until("the line above", [&] {
      return dynamic_cast<wxTextCtrl*>(form.editor())->GetValue() == shell::wx("Có") &&
             shown("autonomy.spending_rules") == "Không";
    });
    driver.key(WXK_ESCAPE);
    driver.until("no editor", [&] { return form.editor() == nullptr && form.HasFocus(); });
    is("autonomy.spending_rules", "Không");
    // By mouse.
    driver.key(WXK_SPACE);
    driver.until("the list", [&] { return form.choices() != nullptr; });
    wxPoint line;
    driver.on([&] { line = {20, form.choices()->GetClientSize().GetHeight() / 2}; });
    driver.click(*form.choices(), line);
    is("autonomy.spending_rules", "Có");
    MUST(driver, form.editor() == nullptr && form.HasFocus());
    // What is no choice stays, with the reason.
    driver.type("q");
    driver.key(WXK_TAB);
    driver.until("the reason", [&] { return !form.tipText().empty(); });
    MUST(driver, form.editor() != nullptr && form.editor()->HasFocus());
    is("autonomy.spending_rules", "Có");
  });
}

}  // namespace cchc::test
