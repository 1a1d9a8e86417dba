// Stories of desks: every cell of the table of what a desk may do, as the buttons of the board show it; and the desks
// of a department and of the office in the menus and views.
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/menu.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "core/app/receive/review.h"
#include "core/app/suite/desk.h"
#include "core/shell/commands/desk_dialog.h"
#include "core/shell/office/office_entry_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/native.h"
#include "tests/support/permits_table.h"

namespace cchc::test {
namespace {

using shell::utf8;

Start deskStart(const std::filesystem::path& folder, const std::filesystem::path& store, const std::string& unit,
                presentation::Role role) {
  auto start = departmentStart(folder, store);
  start.settings.role = role, start.settings.unit = unit;
  return start;
}

// Sets the desk of a store, as `cchc desk set` does.
void setDeskOf(const std::filesystem::path& store, const std::string& desk) {
  const auto suite = openElsewhere(store, "Quản trị");
  if (!saveDesk(*suite, desk)) std::_Exit(2);
}

wxMenuItem* itemOf(Driver& driver, const char* code) {
  auto* bar = driver.frame().GetMenuBar();
  const auto label = wxMenuItem::GetLabelText(shell::wx(driver.workspace().words()(code)).BeforeFirst('\t'));
  for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
    for (auto* item : bar->GetMenu(i)->GetMenuItems()) {
      if (item->GetItemLabelText() == label) return item;
    }
  }
  return nullptr;
}

// Runs `looked` with the menus as they are while one is open. On the window's thread, as are the functions below.
void whileMenuIsOpen(Driver& driver, const std::function<void()>& looked) {
  auto* menu = driver.frame().GetMenuBar()->GetMenu(0);
  wxMenuEvent open(wxEVT_MENU_OPEN, 0, menu), close(wxEVT_MENU_CLOSE, 0, menu);
  driver.frame().ProcessWindowEvent(open);
  looked();
  driver.frame().ProcessWindowEvent(close);
}

// The item is grey, with a reason that has these words.
bool refused(Driver& driver, const char* code, const std::string& words) {
  bool is = false;
  whileMenuIsOpen(driver, [&] {
    const auto* item = itemOf(driver, code);
    is = item != nullptr && !item->IsEnabled() && utf8(item->GetHelp()).find(words) != std::string::npos;
    if (!is && item != nullptr)
      std::fprintf(stderr, "%s: %d %s\n", code, int(item->IsEnabled()), utf8(item->GetHelp()).c_str());
  });
  return is;
}

bool offered(Driver& driver, const char* code) {
  bool is = false;
  whileMenuIsOpen(driver, [&] {
    const auto* item = itemOf(driver, code);
    is = item != nullptr && item->IsEnabled() && item->GetHelp().empty();
    if (!is && item != nullptr)
      std::fprintf(stderr, "%s: %d %s\n", code, int(item->IsEnabled()), utf8(item->GetHelp()).c_str());
  });
  return is;
}

bool refused(const wxWindow* button, const std::string& words) {
  return button != nullptr && !button->IsEnabled() && utf8(button->GetToolTipText()).find(words) != std::string::npos;
}

wxButton* buttonLabelled(wxWindow& parent, const std::string& label) {
  for (auto* child : parent.GetChildren()) {
    auto* button = dynamic_cast<wxButton*>(child);
    if (button != nullptr && button->GetLabelText() == shell::wx(label)) return button;
  }
  return nullptr;
}

void showBoard(Driver& driver) {
  driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
  driver.on([&] {
    driver.frame().SetSize(wxGetDisplaySize());
    driver.frame().showView(shell::MainFrame::View::board);
  });
  driver.until("the board",
               [&] { return driver.frame().board()->board().sections > 0 && !driver.frame().board()->reading(); });
}

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
    driver.on([&] { dialog->chooseUnit(""); });
    driver.press(*dialog, "Lưu");
    driver.closed(dialog);
    driver.until("the desk", [&] {
      return utf8(frame.GetStatusBar()->GetStatusText(4)).find("Mọi đơn vị") != std::string::npos && !frame.reading();
    });
    driver.until("the section is unlocked", [&] { return !driver.workspace().form()->editing().locked(); });
    MUST(driver, offered(driver, "menu.file.import"));
    MUST(driver, refused(driver, "menu.section.submit", "Chưa nhập"));  // there is nothing to submit yet
  });
}

// The office enters one figure for Finance on request, discards that submission, and amends the heading of its report.
int officeEntries(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  setDeskOf(store, "296.VP");
  const int status =
      drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
        showBoard(driver);
        auto& frame = driver.frame();
        auto& board = *frame.board();
        const auto line = [&] {
          for (const auto& each : board.board().lines) {
            if (each.key == budget()) return each;
          }
          return presentation::BoardLine{};
        };
        const auto picked = [&] {
          driver.on([&] { board.select(budget()); });
          driver.until("the section", [&] { return !board.reading() && !frame.task().running(); });
        };
        picked();
        const int before = line().revision;
        const auto fill = [&](const char* first, const char* field, const std::string& value) {
          auto* dialog = dynamic_cast<shell::OfficeEntryDialog*>(driver.dialog());
          driver.inputMethod(first);
          driver.on([&] {
            dialog->goTo(field);
            dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus())->SelectAll();
          });
          driver.inputMethod(value);
          return dialog;
        };
        driver.post([&] { board.enterForSelected(); });
        auto* dialog = fill("Trưởng phòng Tài chính", "revenue.target", "400.000");
        driver.press(*dialog, "Nhập thay và gửi");
        driver.closed(dialog);
        driver.until("the office's revision",
                     [&] { return line().revision == before + 1 && line().state == SectionState::submitted; });

        picked();
        driver.post([&] { board.discardSelected(); });
        auto* reason = dynamic_cast<wxTextEntryDialog*>(driver.dialog());
        driver.on([&] {
          reason->SetValue(shell::wx("Đơn vị đề nghị nhầm phần"));
          reason->EndModal(wxID_OK);
        });
        driver.until("it is discarded", [&] { return !line().received && line().state == SectionState::draft; });

        driver.on([&] { frame.showView(shell::MainFrame::View::report); });
        driver.until("the report", [&] { return !frame.report()->reading(); });
        driver.until("the heading can be amended", [&] { return driver.workspace().headingRefusal().empty(); });
        driver.post([&] { frame.report()->amendHeading(); });
        dialog = fill("Số văn bản được cấp lại", "number", "457");
        driver.press(*dialog, "Sửa thể thức");
        driver.closed(dialog);
        driver.until("the heading waits for a new report", [&] {
          const auto* heading = driver.workspace().heading();
          return heading != nullptr && heading->state == SectionState::accepted;
        });
      });
  if (status != 0) return status;
  const auto suite = openElsewhere(store, "Quản trị");
  const auto history = submissionHistory(*suite, budget());
  if (!history || history->empty() || history->front().state != SubmissionState::discarded) return 3;
  // The package for the unit says who asked.
  std::string package;
  for (const auto& file : std::filesystem::directory_iterator(store.parent_path() / "nhap-thay"))
    package += contentOf(file.path());
  if (package.find("asked-by=\"Trưởng phòng Tài chính\"") == std::string::npos) return 5;
  const auto reasons = discardReasons(*suite, budget());
  return reasons && reasons->size() == 1 ? 0 : 4;
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
