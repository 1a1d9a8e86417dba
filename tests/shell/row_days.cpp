// A story of a table's rows: what is selected is what a command takes, and nothing is typed over a row unseen.
#include "core/base/platform.h"
#include "core/shell/widgets/clipboard.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/driver/grid.h"
#include "tests/shell/save_days.h"

namespace cchc::test {

int selectedRows(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    openTable(driver, "treasury", 5);
    auto& view = *driver.frame().table();
    auto& grid = *view.grid();
    const int project = columnOf(driver, "project");
    const char* names[] = {"Truong A", "Truong B", "Truong C", "Truong D", "Truong E"};
    driver.on([&] {
      for (std::size_t row = 0; row < 5; ++row)
        static_cast<void>(view.table()->type(row, static_cast<std::size_t>(project), names[row]));
      driver.workspace().edited();
    });
    const auto rows = [&] {
      std::string all;
      for (std::size_t row = 0; row < view.table()->rowCount(); ++row)
        all += view.table()->text(row, static_cast<std::size_t>(project)).substr(7);
      return all;
    };
    const auto has = [&](const std::string& wanted) {
      driver.until("the rows " + wanted, [&] { return rows() == wanted; });
    };
    const auto says = [&](const std::string& words) {
      driver.until("“" + words + "”", [&] {
        const auto* bar = driver.frame().GetStatusBar();
        for (int field = 0; field < bar->GetFieldsCount(); ++field) {
          if (bar->GetStatusText(field).Contains(shell::wx(words))) return true;
        }
        return false;
      });
    };
    has("ABCDE");
    const auto select = [&](const std::vector<int>& chosen) {
      goToCell(driver, chosen.front(), project);
      driver.on([&] {
        grid.ClearSelection();
        for (const int row : chosen) grid.SelectRow(row, true);
      });
    };
    // Of rows that do not lie together all are removed, and said; a second key takes no other row instead.
    select({0, 2, 4});
    driver.key(WXK_F6);
    has("BD");
    says("Đã xóa 3 dòng");
    driver.until("nothing selected",
                 [&] { return grid.GetSelectedBlocks().begin() == grid.GetSelectedBlocks().end(); });
    driver.key('Z', wxMOD_CONTROL);
    has("ABCDE");
    select({1, 3});
    driver.key('C', wxMOD_CONTROL);
    driver.until("both copied", [&] {
      const auto text = shell::clipboardText().value_or("");
      return text.find("Truong B") != std::string::npos && text.find("Truong D") != std::string::npos &&
             text.find("Truong C") == std::string::npos;
    });
    driver.key(WXK_DELETE);
    driver.until("both cleared", [&] { return cell(driver, 1, project).empty() && cell(driver, 3, project).empty(); });
    MUST(driver, cell(driver, 2, project) == "Truong C");
    driver.key('Z', wxMOD_CONTROL);
    has("ABCDE");
    // On another page the first Ctrl+Z only shows the section, so that the second one is seen.
    driver.key('2', wxMOD_CONTROL);
    driver.until("the board", [&] { return driver.frame().view() == shell::MainFrame::View::board; });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the form", [&] { return driver.frame().view() == shell::MainFrame::View::form; });
    openTable(driver, "treasury", 0);
    has("ABCDE");
    // A row that is added while others are filtered out is shown, and is the one that is typed into.
    driver.on([&] {
      auto* filter = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Lọc dòng"), &view));
      filter->SetFocus();
    });
    driver.type("truong b");
    has("B");
    driver.key(WXK_RETURN);
    driver.key(WXK_F5);
    driver.until("two rows", [&] { return view.table()->rowCount() == 2 && grid.GetGridCursorRow() == 1; });
    driver.type("Truong F");
    driver.key(WXK_RETURN);
    has("BF");
    // Sorting takes it away again without harm: the row that was current is not in sight any more.
    driver.on([&] {
      grid.SelectCol(project);
      grid.SetGridCursor(1, project);
      view.sort(project);
    });
    driver.settle();
    driver.on([&] {
      auto* filter = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shell::wx("Lọc dòng"), &view));
      filter->SetValue("truong b");
      filter->SetValue("");
    });
    has("ABCDEF");
  });
}

// Another window holds the settings and does not answer: the start shows a window all the same, after some seconds. A
// lock that nobody holds, with the id of a process that lives, is no window.
int startedWithoutAnswer(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  const auto start = departmentStart(folder, store);
  const auto held = platform::FileLock::acquire(start.settingsFile.string() + ".lock");
  if (!held || !held->held()) return 2;
  return drive(argc, argv, start, [&](Driver& driver) { opened(driver); });
}

}  // namespace cchc::test
