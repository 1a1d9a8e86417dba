// Stories of keys and of the mouse that must lose nothing, whatever is pressed.
#include <wx/clipbrd.h>
#include <wx/textctrl.h>

#include "core/presentation/window/settings.h"
#include "core/shell/table/choice_cell_editor.h"
#include "core/shell/widgets/clipboard.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/driver/grid.h"
#include "tests/shell/driver/native.h"
#include "tests/shell/key_days.h"

namespace cchc::test {
namespace {

// The list below the cell that is being edited; nullptr while none is shown.
shell::ChoiceList* openList(Driver& driver) {
  auto* grid = driver.frame().table()->grid();
  if (!grid->IsCellEditControlShown()) return nullptr;
  auto* editor = grid->GetCellEditor(grid->GetGridCursorRow(), grid->GetGridCursorCol());
  auto* choice = dynamic_cast<shell::ChoiceCellEditor*>(editor);
  editor->DecRef();
  auto* list = choice != nullptr ? choice->list() : nullptr;
  return list != nullptr && list->IsShown() ? list : nullptr;
}

wxTextCtrl* text(Driver& driver) { return dynamic_cast<wxTextCtrl*>(driver.frame().form()->editor()); }

const Value& value(Driver& driver, const char* field) {
  const auto& editing = driver.workspace().form()->editing();
  return editing.data().fields[*editing.definition().fieldIndex(field)];
}

std::string shown(Driver& driver, const char* field) {
  const auto& form = *driver.workspace().form();
  return form.line(*form.editing().definition().fieldIndex(field)).value;
}

void goToField(Driver& driver, const char* field) {
  driver.on([&] { driver.frame().form()->goTo(field); });
  driver.until(std::string("the editor of ") + field, [&] {
    return driver.frame().form()->editor() != nullptr && driver.frame().form()->editor()->HasFocus();
  });
}

void copied(Driver& driver, const std::string& clipboard) {
  driver.on([&] {
    wxTheClipboard->Open();
    wxTheClipboard->SetData(new wxTextDataObject(shell::wx(clipboard)));
    wxTheClipboard->Close();
  });
}

// The pane wraps its text.
std::string spaceless(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

// Whether the current row of the form lies between the heading and the lower edge of the form.
bool currentIsSeen(Driver& driver) {
  const auto& form = *driver.frame().form();
  const auto area = form.areaOf(*form.current());
  return area.GetTop() >= area.GetHeight() && area.GetBottom() <= form.GetClientSize().GetHeight();
}

}  // namespace

// A choice is made by mouse, by typing and by arrows, given up, and mistyped; the keyboard stays with the grid.
int choiceKeys(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    openTable(driver, "documents", 5);
    const int topic = columnOf(driver, "topic");
    auto& window = *frame.table()->grid()->GetGridWindow();
    const auto holds = [&](int row, const std::string& wanted) {
      driver.until("“" + wanted + "” in its cell",
                   [&] { return control(driver) == nullptr && cell(driver, row, topic) == wanted; });
    };
    const auto list = [&] { return openList(driver); };

    // By mouse, from a cell that was clicked twice. Enter, Down, Enter then only go on in the grid.
    driver.click(window, middleOf(driver, 1, topic), true);
    driver.until("the list", [&] { return list() != nullptr && list()->lines().size() == 6; });
    shell::ChoiceList* shown = nullptr;
    wxPoint line;
    driver.on([&] { shown = list(), line = {20, shown->GetClientSize().GetHeight() * 5 / 12}; });
    driver.click(*shown, line);
    holds(1, "Đầu tư công");
    for (const int key : {WXK_RETURN, WXK_DOWN, WXK_RETURN}) driver.key(key), driver.settle();
    MUST(driver, frame.table()->table()->rowCount() == 5 && cell(driver, 1, topic) == "Đầu tư công");

    // Typed without marks: the list narrows, and Enter takes what it marks. The same with Tab.
    goToCell(driver, 2, topic);
    driver.type("tai san");
    driver.until("one line", [&] { return list() != nullptr && list()->lines().size() == 1; });
    driver.key(WXK_RETURN);
    holds(2, "Quản lý tài sản công");
    goToCell(driver, 3, topic);
    driver.type("d");
    driver.until("lines", [&] { return list() != nullptr && list()->lines().size() > 1; });
    MUST(driver, list()->lines()[static_cast<std::size_t>(list()->GetSelection())] == shell::wx("Điều hành ngân sách"));
    driver.type("au");
    driver.key(WXK_TAB);
    holds(3, "Đầu tư công");

    // An input method's whole word is typed too.
    goToCell(driver, 3, topic);
    driver.inputMethod("tiết kiệm");
    driver.until("its line", [&] { return list() != nullptr && list()->lines().size() == 1; });
    driver.key(WXK_RETURN);
    holds(3, "Thực hành tiết kiệm, chống lãng phí");

    // Given up: the cell keeps its choice, and the arrows move in the grid.
    goToCell(driver, 3, topic);
    driver.type("quan");
    driver.until("the list", [&] { return list() != nullptr; });
    driver.key(WXK_ESCAPE);
    holds(3, "Thực hành tiết kiệm, chống lãng phí");
    driver.key(WXK_DOWN);
    driver.until("the row below", [&] { return frame.table()->grid()->GetGridCursorRow() == 4; });

    // What no choice contains is not saved as another one: it stays in its editor, with the reason.
    driver.type("Theo doi");
    driver.until("no line", [&] { return control(driver) != nullptr && list() == nullptr; });
    driver.key(WXK_RETURN);
    driver.until("the reason", [&] { return frame.table()->reason().find("Theo doi") != std::string::npos; });
    MUST(driver, cell(driver, 4, topic).empty() && control(driver) != nullptr && control(driver)->HasFocus());
    // Nor is it when another cell is clicked.
    driver.click(window, middleOf(driver, 1, topic));
    driver.until("still there", [&] {
      return control(driver) != nullptr && control(driver)->HasFocus() && cell(driver, 4, topic).empty() &&
             cell(driver, 1, topic) == "Đầu tư công";
    });
    // The arrows replace it. The wheel changes nothing.
    driver.key(WXK_DOWN);
    driver.key(WXK_DOWN);
    driver.until("the first choice", [&] {
      return dynamic_cast<wxTextCtrl*>(control(driver))->GetValue() == shell::wx("Điều hành ngân sách");
    });
    driver.key(WXK_RETURN);
    holds(4, "Điều hành ngân sách");
    // The empty line empties the cell.
    goToCell(driver, 4, topic);
    driver.key(WXK_F2);
    driver.until("the list", [&] { return list() != nullptr; });
    driver.key(WXK_UP);
    driver.key(WXK_RETURN);
    holds(4, "");
  });
}

// The next start shows the section, scrolled as it was, at the field that was current, and no editor. What is typed is
// seen, even after the wheel has moved the field away.
int backWithoutEditor(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  auto start = departmentStart(folder, store);
  start.settings.lastView = "form", start.settings.lastSection = keyText(budget()),
  start.settings.lastPlace = "autonomy.total", start.settings.lastScroll = 30, start.settings.maximised = false,
  start.settings.width = 1200, start.settings.height = 700;
  return drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window",
                 [&] { return driver.hasFrame() && driver.frame().IsShown() && driver.workspace().form() != nullptr; });
    auto& frame = driver.frame();
    driver.settle();
    const auto& form = *frame.form();
    int scrolled = 0;
    driver.on([&] { scrolled = form.scrolled(); });
    if (scrolled != 30) driver.give("scrolled by " + std::to_string(scrolled));
    MUST(driver, form.editor() == nullptr && form.current());
    MUST(driver, driver.workspace().form()->editing().key() == budget());
    // The first key opens the editor where it is seen; until Enter nothing is saved, and Esc gives it up.
    driver.until("the keyboard", [&] { return frame.form()->HasFocus(); });
    driver.type("7");
    driver.until("its editor", [&] { return text(driver) != nullptr && text(driver)->GetValue() == "7"; });
    MUST(driver, currentIsSeen(driver));
    driver.key(WXK_ESCAPE);
    driver.until("no editor", [&] { return form.editor() == nullptr; });
    MUST(driver, value(driver, "autonomy.total").blank());

    driver.type("12");
    driver.until("twelve", [&] { return text(driver) != nullptr && text(driver)->GetValue() == "12"; });
    driver.wheel(*frame.form(), {100, 200}, -40);
    MUST(driver, !currentIsSeen(driver) && text(driver) != nullptr);
    driver.type("3");
    driver.until("it is seen again", [&] { return text(driver)->GetValue() == "123" && currentIsSeen(driver); });
    driver.key(WXK_RETURN);
    driver.until("the figure", [&] { return shown(driver, "autonomy.total") == "123"; });
    driver.wheel(*frame.form(), {100, 200}, -40);
    driver.until("the place written down", [&] {
      const auto settings = presentation::readSettings(start.settingsFile);
      return settings.lastPlace == "autonomy.full" && settings.lastScroll == 0;
    });
  });
}

// What Excel has copied goes into the grid and into the form, whether a cell or a field is being edited or not.
int clipboardBlocks(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    openTable(driver, "treasury", 1);
    const int project = columnOf(driver, "project"), disbursed = columnOf(driver, "disbursed"),
              source = columnOf(driver, "source");
    const std::string block =
        "Trường A\tThu tiền sử dụng đất\t100000000\t50000000\r\nTrường B\tNguồn khác\t300000000\t200000000\r\n";
    const auto editing = [&](const std::string& typed) {
      driver.until("“" + typed + "” in its editor", [&] {
        auto* editor = dynamic_cast<wxTextCtrl*>(control(driver));
        return editor != nullptr && editor->HasFocus() && editor->GetValue() == shell::wx(typed);
      });
    };
    // While a cell is being edited: the block replaces what was typed, in one step.
    goToCell(driver, 0, project);
    driver.type("abc");
    editing("abc");
    copied(driver, block);
    driver.key('V', wxMOD_CONTROL);
    driver.until("two rows", [&] {
      return frame.table()->table()->rowCount() == 2 && cell(driver, 0, project) == "Trường A" &&
             cell(driver, 1, disbursed) == "200.000.000" && cell(driver, 1, source) == "Nguồn khác";
    });
    MUST(driver, control(driver) == nullptr);
    driver.key('Z', wxMOD_CONTROL);
    driver.until("one row",
                 [&] { return frame.table()->table()->rowCount() == 1 && cell(driver, 0, project).empty(); });
    // A block that is refused leaves what was typed, and says why.
    goToCell(driver, 0, disbursed);
    driver.type("45");
    editing("45");
    copied(driver, "100000000\r\nkhông\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("the reason", [&] { return frame.table()->reason().find("không") != std::string::npos; });
    editing("45");
    MUST(driver, cell(driver, 0, disbursed).empty() && frame.table()->table()->rowCount() == 1);
    // One cell goes into the text.
    copied(driver, "6\r\n");
    driver.key('V', wxMOD_CONTROL);
    editing("456");
    driver.key(WXK_RETURN);
    driver.until("its figure", [&] { return cell(driver, 0, disbursed) == "456"; });
    // While a choice is being made.
    goToCell(driver, 0, source);
    driver.key(WXK_F2);
    driver.until("the choice", [&] { return control(driver) != nullptr; });
    copied(driver, "Nguồn khác\t900000000\r\nThu tiền sử dụng đất\t800000000\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("both", [&] {
      return frame.table()->table()->rowCount() == 2 && cell(driver, 0, source) == "Nguồn khác" &&
             cell(driver, 1, source + 1) == "800.000.000";
    });

    // In the form: a column goes into successive fields, whether one is being edited or not. It leaves out what is
    // computed.
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    goToField(driver, "autonomy.total");
    driver.type("99");
    copied(driver, "10\r\n4\r\n3\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("three figures", [&] {
      return shown(driver, "autonomy.total") == "10" && shown(driver, "autonomy.full") == "4" &&
             shown(driver, "autonomy.current") == "3" && frame.form()->editor() == nullptr;
    });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("one step",
                 [&] { return shown(driver, "autonomy.total").empty() && shown(driver, "autonomy.current").empty(); });
    // A refused column leaves what was typed.
    goToField(driver, "autonomy.total");
    driver.type("99");
    copied(driver, "10\r\nmười\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("the reason", [&] { return frame.form()->tipText().find("mười") != std::string::npos; });
    MUST(driver, text(driver) != nullptr && text(driver)->GetValue() == "99" && shown(driver, "autonomy.full").empty());
    driver.key(WXK_ESCAPE);
    driver.until("no editor", [&] { return frame.form()->editor() == nullptr; });
    // One cell of Excel is one value: in a line, in a long text, in a choice.
    copied(driver, "12\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("the cell", [&] { return text(driver) != nullptr && text(driver)->GetValue() == "12"; });
    driver.key(WXK_RETURN);
    driver.until("the figure", [&] { return shown(driver, "autonomy.total") == "12"; });
    goToField(driver, "steering.guidance");
    copied(driver, "Công văn số 12/UBND\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("the words", [&] { return text(driver)->GetValue() == shell::wx("Công văn số 12/UBND"); });
    driver.key(WXK_ESCAPE);
    goToField(driver, "autonomy.spending_rules");
    copied(driver, "Có\r\n");
    driver.key('V', wxMOD_CONTROL);
    driver.until("yes", [&] { return shown(driver, "autonomy.spending_rules") == "Có"; });
  });
}

// The pane next to the board names what is selected, however it was selected, and a command takes exactly that.
int selectedOnBoard(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  auto start = departmentStart(folder, store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP";
  return drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the board", [&] { return driver.hasFrame() && driver.frame().board()->board().sections == 27; });
    driver.on([&] { driver.frame().SetSize(wxGetDisplaySize()); });
    auto& board = *driver.frame().board();
    std::vector<std::filesystem::path> packages;
    for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) packages.push_back(entry.path());
    driver.on([&] { board.receive({packages[0], packages[1], packages[2]}); });
    driver.until("three packages",
                 [&] { return board.board().received == 3 && !driver.frame().task().running() && !board.reading(); });
    driver.on([&] {
      driver.frame().Raise();
      board.list()->SetFocus();
    });
    const auto says = [&](const std::string& words) {
      driver.until("“" + words + "”",
                   [&] { return spaceless(wordsOf(board.detail())).find(spaceless(words)) != std::string::npos; });
    };
    const auto clipboard = [&] {
      driver.settle();
      std::string copied;
      driver.on([&] { copied = shell::clipboardText().value_or(""); });
      return copied;
    };
    // All lines, by key; then one of them less, by a click with Ctrl.
    driver.key('A', wxMOD_CONTROL);
    says("27 phần đang chọn: ");
    says("Chấp nhận 27 phần");
    driver.key(WXK_HOME);
    driver.key(WXK_DOWN, wxMOD_SHIFT);
    driver.key(WXK_DOWN, wxMOD_SHIFT);
    says("3 phần đang chọn: ");
    driver.key(WXK_UP, wxMOD_SHIFT);
    says("2 phần đang chọn: ");
    std::string last;
    driver.on([&] { last = board.list()->selected().back().title; });
    says(last);

    // What was submitted is not reminded of, and neither is anything that was not selected.
    driver.on([&] {
      for (long row = 0; row < board.list()->GetItemCount(); ++row)
        board.list()->Select(row, board.board().lines[static_cast<std::size_t>(row)].received);
    });
    says("3 phần đang chọn: ");
    copied(driver, "như cũ");
    driver.on([&] { board.copyReminder(); });
    driver.until("why not", [&] {
      const auto* bar = driver.frame().GetStatusBar();
      for (int field = 0; field < bar->GetFieldsCount(); ++field) {
        if (bar->GetStatusText(field).Contains(shell::wx("phần đang chọn đều đã gửi"))) return true;
      }
      return false;
    });
    if (clipboard() != "như cũ") driver.give("a reminder of what was not selected");
    // Selected are one that is missing and those three: the reminder is of the one.
    driver.on([&] {
      for (long row = 0; row < board.list()->GetItemCount(); ++row) {
        if (!board.board().lines[static_cast<std::size_t>(row)].received) {
          board.list()->Select(row);
          break;
        }
      }
    });
    says("4 phần đang chọn: ");
    driver.on([&] { board.copyReminder(); });
    driver.until("the reminder", [&] { return !board.reading() && shell::clipboardText() != "như cũ"; });
    const auto reminder = clipboard();
    std::size_t sections = 0;
    for (std::size_t at = 0; (at = reminder.find("  + ", at)) != std::string::npos; ++at) ++sections;
    if (sections != 1) driver.give("reminded of: " + reminder);
  });
}

}  // namespace cchc::test
