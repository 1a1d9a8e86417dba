// Shorter stories: a word from an input method, being killed while typing, a plugin that is missing.
#include <csignal>

#include "core/presentation/table.h"
#include "core/shell/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

Start departmentStart(const std::filesystem::path& folder, const std::filesystem::path& store) {
  Start start;
  start.settingsFile = folder / "settings.json";
  auto& settings = start.settings;
  settings.person = "Lê Thị Mẫu", settings.unit = "296.TCKH", settings.whole = "296", settings.period = "2023-8T", settings.store = store.string();
  return start;
}

void opened(Driver& driver) {
  driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown() && driver.workspace().form() != nullptr; });
  driver.on([&] { driver.frame().SetSize(wxGetDisplaySize()); });
}

}  // namespace

// An input method commits the whole word at once into a cell whose editor is not open: it must be stored whole.
int inputMethodWord(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    driver.on([&] {
      frame.findings()->goTo("recommendations");
      frame.table()->addRow();
      frame.table()->grid()->SetGridCursor(0, static_cast<int>(*frame.table()->table()->definition().columnIndex("content")));
    });
    // As GTK delivers a commit: one character event after the other, to the window in focus.
    driver.on([&] {
      for (const auto character : wxString::FromUTF8("tiếng Việt")) {
        wxKeyEvent event(wxEVT_CHAR);
        event.m_uniChar = character;
        auto* focus = frame.table()->grid()->IsCellEditControlShown() ? nullptr : frame.table()->grid()->GetGridWindow();
        if (focus != nullptr) {
          event.SetEventObject(focus);
          focus->GetEventHandler()->ProcessEvent(event);
        } else {
          auto* grid = frame.table()->grid();
          auto* editor = grid->GetCellEditor(grid->GetGridCursorRow(), grid->GetGridCursorCol());
          dynamic_cast<wxTextCtrl*>(editor->GetControl())->WriteText(wxString(wxUniChar(character)));
          editor->DecRef();
        }
      }
      frame.table()->commit();
    });
    const auto column = [&] { return *frame.table()->table()->definition().columnIndex("content"); };
    MUST(driver, frame.table()->table()->text(0, column()) == "tiếng Việt");
  });
}

// Types a figure, leaves the field, and is killed at once: the test that started this looks whether the figure is there on the next start.
int typeUntilKilled(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    driver.on([&] { frame.form()->goTo("revenue.target"); });
    driver.until("the editor", [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
    driver.type("387425");
    driver.key(WXK_RETURN);
    const auto field = *driver.workspace().form()->editing().definition().fieldIndex("revenue.target");
    driver.until("the figure", [&] { return !driver.workspace().form()->editing().data().fields[field].blank(); });
    std::raise(SIGKILL);
  });
}

// A package is opened from the file manager while the window is there: no second window comes, the first takes the package; the log says what was done,
// and no figure of it.
int secondStart(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  auto start = departmentStart(folder, folder / "vanphong.sqlite");
  makeEmptyStore(start.settings.store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP";
  std::filesystem::path package;
  for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) {
    if (entry.path().filename().string().starts_with("296_finance.budget")) package = entry.path();
  }
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    const auto second = run(std::filesystem::path(CCHC_BINARY) / "bin/cchc-suite", {"--settings", start.settingsFile.string(), package.string()});
    if (second.status != 0) driver.give("the second start ended with " + std::to_string(second.status) + " " + second.err);
    driver.until("the package", [&] { return driver.frame().board()->board().received == 1; });
  });
  const auto log = contentOf(folder / "cchc-suite.log");
  const bool told = log.find(" start ") != std::string::npos && log.find(" receive ") != std::string::npos && log.find(" end") != std::string::npos;
  return status != 0 ? status : told && log.find("387425000000") == std::string::npos ? 0 : 3;
}

// The definition of a section is gone with its plugin: the window opens all the same, and says so.
int brokenPlugin(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  {
    const auto suite = openElsewhere(store, "Quản trị");
    const std::vector<Assignment> unknown{{DefinitionId("gone.section"), OrgUnitId("296"), OrgUnitId("296.TCKH"), PeriodId("2023-8T"), {}}};
    if (!suite->store.putAssignments(unknown)) return 2;
  }
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    MUST(driver, driver.workspace().entries().size() == 2);
    const SectionKey gone{DefinitionId("gone.section"), OrgUnitId("296"), PeriodId("2023-8T")};
    driver.on([&] { driver.frame().openSection(gone, ""); });
    MUST(driver, driver.workspace().form()->editing().key() == budget());  // what was open stays
  });
}

}  // namespace cchc::test
