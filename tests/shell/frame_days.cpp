// Stories of the whole window: menus and shortcuts, work that is stopped or that runs when the window closes, the
// position that is restored, the watched inbox, and files that are dropped.
#include <wx/dnd.h>
#include <wx/listctrl.h>

#include "core/presentation/window/settings.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

Start officeStart(const std::filesystem::path& folder, const std::filesystem::path& store) {
  auto start = departmentStart(folder, store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP",
  start.settings.person = "Trần Văn Mẫu";
  return start;
}

std::size_t field(Driver& driver, const char* id) {
  return *driver.workspace().form()->editing().definition().fieldIndex(id);
}

}  // namespace

// After a menu was opened its shortcuts still work, and the keys of a table do nothing while no table is shown.
int menusAndShortcuts(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    const auto target = [&] {
      return driver.workspace().form()->editing().data().fields[field(driver, "revenue.target")];
    };
    // Nothing can be undone yet when the menu is opened.
    bool open = false;
    driver.on([&] { frame.Bind(wxEVT_MENU_OPEN, [&open](wxMenuEvent& event) { open = true, event.Skip(); }); });
    driver.key('S', wxMOD_ALT);
    driver.until("the open menu", [&] { return open; });
    driver.key(WXK_ESCAPE);
    driver.on([&] { frame.form()->goTo("revenue.target"); });
    driver.until("the editor", [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    driver.type("387425");
    driver.key(WXK_RETURN);
    driver.until("the figure", [&] { return !target().blank(); });
    driver.key('Z', wxMOD_CONTROL);
    driver.until("the figure undone", [&] { return target().blank(); });

    const auto rows = [&] {
      return driver.workspace()
          .form()
          ->editing()
          .data()
          .tables[*driver.workspace().form()->editing().definition().tableIndex("recommendations")]
          .rows.size();
    };
    driver.on([&] { frame.findings()->goTo("recommendations"); });
    driver.until("the table", [&] { return frame.view() == shell::MainFrame::View::table; });
    driver.key(WXK_F5);
    driver.until("a row", [&] { return rows() == 1; });
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    driver.key(WXK_F6);
    // Keys are handled in order, so after the next figure this key has been handled too.
    driver.on([&] { frame.form()->goTo("revenue.actual"); });
    driver.until("the editor", [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    driver.type("1");
    driver.key(WXK_RETURN);
    driver.until("the next figure", [&] {
      return !driver.workspace().form()->editing().data().fields[field(driver, "revenue.actual")].blank();
    });
    MUST(driver, rows() == 1);
  });
}

// A consolidation that is stopped changes nothing; one that runs when the window closes ends with the window.
int stoppedWork(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  std::filesystem::path report;
  const int status = drive(argc, argv, officeStart(folder, store), [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.showView(shell::MainFrame::View::report); });
    driver.until("no report yet", [&] { return !frame.report()->reading(); });
    driver.on([&] {
      report = frame.report()->reportFile();
      frame.report()->consolidate();
      frame.task().stop();
    });
    driver.until("the end", [&] { return !frame.task().running(); });
    MUST(driver, !std::filesystem::exists(report));
    MUST(driver, frame.report()->pages().document() == nullptr);
    // Again, and the window closes while it runs.
    driver.on([&] {
      frame.report()->consolidate();
      frame.Close();
    });
  });
  if (status != 0) return status;
  auto partial = report;
  partial += ".part";
  if (std::filesystem::exists(partial)) return std::fprintf(stderr, "half a report was left\n"), 1;
  const auto again = openElsewhere(store, "Người khác");
  return again->store.checkIntegrity() ? 0 : 1;
}

// The position is saved while the person works, so that a kill does not lose it. The next start opens there.
int backWhereOneWas(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  auto start = departmentStart(folder, store);
  start.settings.lastView = "form", start.settings.lastSection = keyText(budget()),
  start.settings.lastPlace = "revenue.actual";
  return drive(argc, argv, start, [&](Driver& driver) {
    opened(driver);
    MUST(driver, driver.frame().form()->current() &&
                     driver.workspace().form()->rows()[*driver.frame().form()->current()].index ==
                         field(driver, "revenue.actual"));
    driver.on([&] { driver.frame().form()->goTo("revenue.target"); });
    driver.until("the place written down",
                 [&] { return presentation::readSettings(start.settingsFile).lastPlace == "revenue.target"; });
  });
}

// A package that is copied into the watched folder is received without a command, and moved to the archive.
int watchedInbox(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  const auto inbox = folder / "inbox";
  std::filesystem::create_directories(inbox);
  auto start = officeStart(folder, store);
  start.settings.inbox = inbox.string();
  return drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the board", [&] { return driver.hasFrame() && driver.frame().board()->board().sections == 27; });
    for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) {
      if (entry.path().filename().string().starts_with("296_finance.budget"))
        std::filesystem::copy(entry.path(), inbox / "ngan-sach.cchc");
    }
    driver.until("the package on the board", [&] { return driver.frame().board()->board().received == 1; });
    MUST(driver, !std::filesystem::exists(inbox / "ngan-sach.cchc"));
    MUST(driver, std::filesystem::exists(inbox / "archive"));
  });
}

// Packages that are dropped on the board are received, singly or as a folder. A file that is not a package is listed,
// and what was received before stays.
int droppedOnBoard(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  write(folder / "ghi-chu.txt", "khong phai goi gui");
  std::vector<std::filesystem::path> packages;
  for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) packages.push_back(entry.path());
  return drive(argc, argv, officeStart(folder, store), [&](Driver& driver) {
    driver.until("the board", [&] {
      return driver.hasFrame() && driver.frame().IsShown() && driver.frame().board()->board().sections == 27;
    });
    auto& board = *driver.frame().board();
    const auto drop = [&](const std::vector<std::filesystem::path>& files) {
      driver.on([&] {
        wxArrayString names;
        for (const auto& file : files) names.Add(wxString::FromUTF8(file.string()));
        // The toolkit calls this when files are dropped on the board.
        auto* target = dynamic_cast<wxFileDropTarget*>(board.GetDropTarget());
        if (target == nullptr || !target->OnDropFiles(200, 200, names)) driver.give("the board takes no files");
      });
    };
    const auto named = [](const wxString& file) {
      for (auto* window : wxTopLevelWindows) {
        const auto* list =
            dynamic_cast<wxListView*>(wxWindow::FindWindowByName(wxString::FromUTF8("Các tệp cần xem"), window));
        if (dynamic_cast<wxDialog*>(window) == nullptr || !window->IsShown() || list == nullptr) continue;
        for (int row = 0; row < list->GetItemCount(); ++row) {
          if (list->GetItemText(row, 0) == file) return true;
        }
      }
      return false;
    };
    drop({packages[0], packages[1]});
    driver.until("two packages", [&] { return board.board().received == 2 && !driver.frame().task().running(); });
    drop({folder / "ghi-chu.txt"});
    driver.until("what was refused", [&] { return named("ghi-chu.txt"); });
    driver.until("the end of the task", [&] { return !driver.frame().task().running() && !board.reading(); });
    MUST(driver, board.board().received == 2);
    drop({demo / "packages"});
    driver.until("all packages", [&] { return board.board().received == 27; });
  });
}

}  // namespace cchc::test
