// Stories of desks: every cell of the table of what a desk may do, as the buttons of the board show it; and the desks
// of a department and of the office in the menus and views.
#include <wx/button.h>

#include "core/shell/commands/desk_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/native.h"
#include "tests/support/permits_table.h"

namespace cchc::test {
namespace {

using shell::utf8;

// What the buttons of the board and the menus say to one desk about a section in one state. Returns the wrong cells.
std::string wrongCells(Driver& driver, const std::vector<PermitLine>& table, Seat seat, Roles roles,
                       std::optional<SectionState> state) {
  auto& workspace = driver.workspace();
  auto& detail = driver.frame().board()->detail();
  const OrgUnitId finance("296.TCKH"), justice("296.TP");
  auto& desk = workspace.suite().options.actor.desk;
  desk = {seat == Seat::any ? std::nullopt : std::optional(seat == Seat::own ? finance : justice), roles};
  presentation::BoardLine line;
  line.key = budget(), line.reporter = finance, line.reporterName = "Phòng Tài chính – Kế hoạch";
  line.known = state.has_value(), line.state = state.value_or(SectionState::draft);
  line.received = line.undecided = state.has_value();
  line.revision = state ? 1 : 0;
  detail.show({line});
  std::string wrong;
  for (const auto command : allCommands()) {
    const auto* permitted = lineFor(table, command, state);
    const bool may = permitted != nullptr && (permitted->roles(seat) & roles) != 0;
    const bool sectionless = command == DeskCommand::setUp || command == DeskCommand::closePeriod;
    if (sectionless) continue;  // below
    const auto reason = workspace.refusal(command, presentation::CommandTarget{finance, line.reporterName, state});
    const auto* button = detail.buttonOf(command);
    const bool agrees = reason.empty() == may &&
                        (button == nullptr || (button->IsEnabled() == may && utf8(button->GetToolTipText()) == reason));
    // A reason is a sentence of the catalogue, with all its parameters.
    const bool worded = may || (reason.find('{') == std::string::npos && reason.size() > 30);
    if (!agrees || !worded)
      wrong += std::string(commandName(command)) + " " + stateWord(state) + " " + seatWord(seat) + " " +
               rolesText(roles) + ": " + reason + "\n";
  }
  return wrong;
}

}  // namespace

int everyDesk(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
    showBoard(driver);
    const auto table = permitLines();
    std::string wrong;
    std::size_t buttons = 0;
    for (const auto& state : allStates()) {
      for (const auto seat : {Seat::own, Seat::other, Seat::any}) {
        driver.on([&] {
          for (Roles roles = 0; roles <= allRoles; ++roles) wrong += wrongCells(driver, table, seat, roles, state);
        });
      }
    }
    // Commands that are not about a section: the item of the menu and the button of the page of units.
    for (Roles roles = 0; roles <= allRoles; ++roles) {
      const bool may = (roles & officeRoles) != 0;
      driver.on([&] {
        driver.workspace().suite().options.actor.desk = {OrgUnitId("296.TP"), roles};
        driver.frame().units()->updateButtons();
        for (const auto command : {DeskCommand::setUp, DeskCommand::closePeriod}) {
          if (driver.workspace().refusal(command).empty() != may) wrong += std::string(commandName(command)) + "\n";
        }
        const auto* button = buttonLabelled(*driver.frame().units(), driver.workspace().words()("units-view.import"));
        if (button == nullptr || button->IsEnabled() != may || button->GetToolTipText().empty() != may)
          wrong += "the button of units\n";
        if (!(may ? offered(driver, "menu.file.import-units") : refused(driver, "menu.file.import-units", ".")))
          wrong += "the menu item of units\n";
      });
    }
    driver.look([&] {
      for (const auto command : allCommands()) buttons += driver.frame().board()->detail().buttonOf(command) ? 1 : 0;
    });
    if (!wrong.empty()) driver.give(wrong);
    MUST(driver, buttons == 7);
  });
}

// Phòng Tư pháp's desk: its own sections alone, and nothing of the office.
int departmentDesk(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = demo / "suite.sqlite";
  setDeskOf(store, "296.TP");
  return drive(argc, argv, deskStart(folder, store, "296.TP", presentation::Role::department), [&](Driver& driver) {
    showBoard(driver);
    auto& frame = driver.frame();
    MUST(driver, utf8(frame.GetStatusBar()->GetStatusText(4)).find("Phòng Tư pháp") != std::string::npos);
    driver.on([&] { frame.board()->select(budget()); });
    driver.until("the section", [&] { return !frame.board()->reading(); });
    for (const auto command : {DeskCommand::accept, DeskCommand::returnSection, DeskCommand::refuseReturn,
                               DeskCommand::discard, DeskCommand::enterFor, DeskCommand::reopen})
      MUST(driver, refused(frame.board()->detail().buttonOf(command), "Việc này dành cho"));
    MUST(driver, refused(driver, "menu.report.consolidate", "Việc này dành cho"));
    MUST(driver, refused(driver, "menu.report.issue", "Việc này dành cho"));
    MUST(driver, refused(driver, "menu.report.amend-heading", "Việc này dành cho"));
    MUST(driver, refused(driver, "menu.file.import-units", "Việc này dành cho"));
    driver.on([&] { frame.showView(shell::MainFrame::View::report); });
    for (const auto* label : {"report-view.consolidate", "report-view.issue", "report-view.amend-heading"})
      MUST(driver, refused(buttonLabelled(*frame.report(), driver.workspace().words()(label)), "Việc này dành cho"));
    driver.on([&] { frame.showView(shell::MainFrame::View::units); });
    MUST(driver,
         refused(buttonLabelled(*frame.units(), driver.workspace().words()("units-view.import")), "Việc này dành cho"));

    // Another department's section can be looked at, and the reason names that department.
    driver.on([&] { frame.openSection(budget(), ""); });
    driver.until("the section", [&] {
      return !frame.reading() && driver.workspace().form() != nullptr &&
             driver.workspace().form()->editing().key() == budget();
    });
    for (const auto* item : {"menu.file.import", "menu.section.submit", "menu.section.withdraw"})
      MUST(driver, refused(driver, item, "Phòng Tài chính"));
  });
}

// The office's desk is not offered what Finance does; it may enter for Finance instead. Without a desk, everything is
// offered again.
int officeDesk(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  setDeskOf(store, "296.VP");
  return drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
    showBoard(driver);
    auto& frame = driver.frame();
    driver.on([&] { frame.board()->select(budget()); });
    driver.until("the section", [&] { return !frame.board()->reading(); });
    MUST(driver, frame.board()->detail().buttonOf(DeskCommand::enterFor)->IsEnabled());
    MUST(driver, refused(frame.board()->detail().buttonOf(DeskCommand::accept), "Chưa nhập"));
    driver.on([&] { frame.openSection(budget(), ""); });
    driver.until("the section", [&] { return !frame.reading() && driver.workspace().form() != nullptr; });
    MUST(driver, refused(driver, "menu.section.submit", "nhập thay đơn vị"));
    MUST(driver, refused(driver, "menu.file.import", "nhập thay đơn vị"));
    MUST(driver, refused(driver, "menu.section.withdraw", "Phòng Tài chính"));
    MUST(driver, offered(driver, "menu.report.consolidate"));
    MUST(driver, offered(driver, "menu.file.import-units"));
    // By its shortcut, the command says why it is not possible.
    driver.key(WXK_F9);
    driver.until("the reason", [&] { return frame.notices().bar()->IsShown(); });

    // The desk is changed in its dialog, and the buttons with it.
    driver.post([&] { frame.person().chooseDesk(); });
    auto* dialog = dynamic_cast<shell::DeskDialog*>(driver.dialog());
    driver.until("the units", [&] { return !dialog->reading(); });
    chooseByKeys(driver, *dialog, "Mọi đơn vị");
    driver.clickButton(*dialog, "Lưu");
    driver.closed(dialog);
    driver.until("the desk", [&] {
      return utf8(frame.GetStatusBar()->GetStatusText(4)).find("Mọi đơn vị") != std::string::npos && !frame.reading();
    });
    driver.until("the section is unlocked", [&] { return !driver.workspace().form()->editing().locked(); });
    MUST(driver, offered(driver, "menu.file.import"));
    MUST(driver, refused(driver, "menu.section.submit", "Chưa nhập"));  // there is nothing to submit yet
  });
}

// A department withdraws what it has submitted, and is told that a package may have been received.
int withdrawn(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "departments.sqlite";
  setDeskOf(store, "296.TCKH");
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    MUST(driver, driver.workspace().form()->editing().header().state == SectionState::submitted);
    MUST(driver, offered(driver, "menu.section.withdraw"));
    driver.post([&] { frame.sending().withdraw(); });
    answer(driver, "Rút bản gửi");
    driver.until("the draft", [&] {
      const auto* form = driver.workspace().form();
      return form != nullptr && form->editing().header().state == SectionState::draft && !form->editing().locked();
    });
    MUST(driver,
         refused(driver, "menu.section.withdraw", "Đã gửi") || refused(driver, "menu.section.withdraw", "đã gửi"));
    MUST(driver, offered(driver, "menu.section.submit"));
  });
}

}  // namespace cchc::test
