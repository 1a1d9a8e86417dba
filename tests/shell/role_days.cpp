// Stories of desks: chosen at the first start and in their dialog, given by a shared store, and what all menus offer to
// a department, to the office and to the head of each.
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/toolbar.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/shell/commands/desk_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/native.h"
#include "tests/support/postgres_server.h"

namespace cchc::test {
namespace {

using shell::utf8;

constexpr Roles clerk = static_cast<Roles>(UserRole::department);
constexpr Roles officer = static_cast<Roles>(UserRole::office);

shell::DeskDialog* openDeskDialog(Driver& driver) {
  driver.post([&] { driver.frame().person().chooseDesk(); });
  auto* dialog = dynamic_cast<shell::DeskDialog*>(driver.dialog());
  if (dialog == nullptr) driver.give("another dialogue");
  return dialog;
}

// In the dialog, by keys and mouse: the unit, then the roles, in the order in which the dialog has them.
void sitAt(Driver& driver, const std::string& unit, Roles roles) {
  auto* dialog = openDeskDialog(driver);
  driver.until("the units", [&] { return !dialog->reading(); });
  chooseByKeys(driver, *dialog, unit);
  driver.until("the proposed roles", [&] { return !dialog->reading(); });
  std::vector<wxCheckBox*> boxes;
  driver.look([&] { boxes = controlsOf<wxCheckBox>(*dialog); });
  const UserRole order[] = {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead};
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const bool wanted = (roles & static_cast<Roles>(order[i])) != 0;
    if (boxes[i]->GetValue() == wanted) continue;
    clickMiddle(driver, *boxes[i]);
    MUST(driver, boxes[i]->GetValue() == wanted);
  }
  driver.clickButton(*dialog, "Lưu");
  driver.closed(dialog);
  driver.until("the desk", [&] { return !driver.frame().reading() && driver.workspace().form() != nullptr; });
}

void begin(const std::filesystem::path& store, const SectionKey& key) {
  const auto suite = openElsewhere(store, "Người nhập");
  const auto editing = SectionEditing::open(*suite, key);
  if (!editing || !(*editing)->apply({{"Bắt đầu", "Begin"}, {}})) std::_Exit(2);
}

// Every item of the menus, and who of the four is offered it: the clerk and the head of Justice with Justice's section
// open, the office and its head with Finance's; both are drafts. Without the items for undo, whose names say why.
struct Offer {
  const char* code;
  const char* to;  // c: clerk, C: head of the department, o: office, O: head of the office
};
constexpr Offer offers[] = {{"menu.file.import", "cC"},
                            {"menu.file.workbook", "cCoO"},
                            {"menu.file.export", "cCoO"},
                            {"menu.file.receive", "cCoO"},
                            {"menu.file.inbox", "CoO"},
                            {"menu.file.sign", "cCoO"},
                            {"menu.file.verify", "cCoO"},
                            {"menu.file.import-units", "oO"},
                            {"menu.file.backup", "cCoO"},
                            {"menu.file.daily-backup", "cCoO"},
                            {"menu.file.change-store", "cCoO"},
                            {"menu.file.person", "cCoO"},
                            {"menu.file.desk", "cCoO"},
                            {"menu.file.quit", "cCoO"},
                            {"menu.edit.find", "cCoO"},
                            {"menu.section.save", "cCoO"},
                            {"menu.section.next-problem", "cCoO"},
                            {"menu.section.print", "cCoO"},
                            {"menu.section.submit", "C"},
                            {"menu.section.withdraw", ""},
                            {"menu.section.ask-return", ""},
                            {"menu.table.add-row", ""},
                            {"menu.table.remove-row", ""},
                            {"menu.table.edit-row", ""},
                            {"menu.table.fill-down", ""},
                            {"menu.table.row-up", ""},
                            {"menu.table.row-down", ""},
                            {"menu.table.sort", ""},
                            {"menu.table.filter", ""},
                            {"menu.table.copy", ""},
                            {"menu.table.paste", ""},
                            {"menu.report.consolidate", "oO"},
                            {"menu.report.print", "cCoO"},
                            {"menu.report.save-as", ""},
                            {"menu.report.heading", "cCoO"},
                            {"menu.report.remind", "cCoO"},
                            {"menu.report.amend-heading", ""},
                            {"menu.report.issue", ""},
                            {"menu.view.form", "cCoO"},
                            {"menu.view.board", "cCoO"},
                            {"menu.view.report", "cCoO"},
                            {"menu.view.overview", "cCoO"},
                            {"menu.view.units", "cCoO"},
                            {"menu.view.language", "cCoO"},
                            {"menu.help.contents", "cCoO"},
                            {"menu.help.shortcuts", "cCoO"},
                            {"menu.help.plugins", "cCoO"},
                            {"menu.help.preview", "cCoO"},
                            {"menu.help.log", "cCoO"},
                            {"menu.help.about", "cCoO"}};

bool isReason(const std::string& text) { return text.size() > 20 && text.find('{') == std::string::npos; }

// What the menus say otherwise than the table. On the window's thread.
std::string wrongOffers(Driver& driver, char who) {
  std::string wrong;
  std::size_t items = 0;
  whileMenuIsOpen(driver, [&] {
    for (const auto& offer : offers) {
      const auto* item = itemOf(driver, offer.code);
      const bool to = std::string_view(offer.to).find(who) != std::string_view::npos;
      if (item == nullptr || item->IsEnabled() != to ||
          (to ? !item->GetHelp().empty() : !isReason(utf8(item->GetHelp()))))
        wrong +=
            std::string(1, who) + " " + offer.code + (item == nullptr ? ": none" : ": " + utf8(item->GetHelp())) + "\n";
    }
    auto* bar = driver.frame().GetMenuBar();
    for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
      for (const auto* item : bar->GetMenu(i)->GetMenuItems()) items += item->IsSeparator() ? 0 : 1;
    }
  });
  if (items != std::size(offers) + 2) wrong += "the menus have items that the table does not name\n";
  return wrong;
}

// Which buttons of a view are grey; each has a reason, except those that only go somewhere. On the window's thread.
std::string greyButtons(wxWindow& view, std::string& wrong) {
  std::string grey;
  for (const auto* button : controlsOf<wxButton>(view)) {
    if (!button->IsShown() || button->IsEnabled()) continue;
    grey += utf8(button->GetLabelText()) + "|";
    const bool goes = button->GetLabelText().StartsWith(shell::wx("Quay lại")) ||
                      button->GetLabelText().StartsWith(shell::wx("Đến đơn vị này"));
    if (!goes && !isReason(utf8(button->GetToolTipText())))
      wrong += "no reason: " + utf8(button->GetLabelText()) + "\n";
  }
  return grey;
}

}  // namespace

int everyMenu(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "chung.sqlite";
  makeEmptyStore(store);
  const SectionKey justice{DefinitionId("justice.institutional"), OrgUnitId("296"), PeriodId("2023-8T")};
  begin(store, justice);
  begin(store, budget());
  return drive(argc, argv, deskStart(folder, store, "296.TP", presentation::Role::department), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    std::string wrong;
    for (const auto& [who, unit, roles] :
         {std::tuple('c', "Phòng Tư pháp", clerk), std::tuple('C', "Phòng Tư pháp", departmentRoles),
          std::tuple('o', "Văn phòng", officer), std::tuple('O', "Văn phòng", officeRoles)}) {
      const bool department = (roles & departmentRoles) != 0;
      const auto key = department ? justice : budget();
      driver.on([&] { frame.openSection(key, ""); });
      driver.until("the section", [&] {
        return !frame.reading() && driver.workspace().form() != nullptr &&
               driver.workspace().form()->editing().key() == key;
      });
      sitAt(driver, unit, roles);
      driver.until("the section at this desk", [&] {
        const auto& editing = driver.workspace().form()->editing();
        return !frame.reading() && editing.locked().has_value() != department;
      });
      driver.on([&] { wrong += wrongOffers(driver, who); });
      // The toolbar's button for submitting, with the reason as its tip.
      driver.on([&] {
        auto* bar = frame.GetToolBar();
        for (std::size_t i = 0; i < bar->GetToolsCount(); ++i) {
          const auto* tool = bar->GetToolByPos(static_cast<int>(i));
          if (tool->GetLabel() != shell::wx(driver.workspace().words()("toolbar.submit"))) continue;
          const bool may = bar->GetToolEnabled(tool->GetId());
          if (may != (who == 'C') || (!may && !isReason(utf8(bar->GetToolShortHelp(tool->GetId())))))
            wrong += std::string(1, who) + " the toolbar's button\n";
        }
      });
      // The buttons of the views.
      driver.on([&] { frame.showView(shell::MainFrame::View::board); });
      driver.until("the board", [&] { return frame.board()->board().sections > 0 && !frame.board()->reading(); });
      driver.on([&] { frame.board()->select(budget()); });
      driver.until("the board", [&] { return frame.board()->board().sections > 0 && !frame.board()->reading(); });
      driver.on([&] {
        const auto* enter = frame.board()->detail().buttonOf(DeskCommand::enterFor);
        if (enter == nullptr || enter->IsEnabled() == department) wrong += std::string(1, who) + " enters for\n";
        greyButtons(frame.board()->detail(), wrong);
        frame.showView(shell::MainFrame::View::report);
      });
      driver.until("the report", [&] { return !frame.report()->reading(); });
      driver.on([&] {
        const auto grey = greyButtons(*frame.report(), wrong);
        if ((grey.find("Tổng hợp") != std::string::npos) != department)
          wrong += std::string(1, who) + " the report: " + grey + "\n";
        frame.showView(shell::MainFrame::View::units);
      });
      driver.until("the units", [&] { return !frame.units()->reading(); });
      driver.on([&] {
        const auto grey = greyButtons(*frame.units(), wrong);
        const auto label = driver.workspace().words()("units-view.import");
        if ((grey.find(label) != std::string::npos) != department) wrong += std::string(1, who) + " the units\n";
        frame.showView(shell::MainFrame::View::form);
      });
    }
    if (!wrong.empty()) driver.give(wrong);
  });
}

// The first start saves the desk of the chosen unit; a department is no office, and is told so.
int firstDesk(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "moi.sqlite";
  makeEmptyStore(store);
  Start start;
  start.settingsFile = folder / "settings.json";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    auto* dialog = driver.dialog();
    auto* where = dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Kho dữ liệu"), dialog));
    auto* unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Đơn vị của bạn"), dialog));
    driver.on([&] { where->SetFocus(); });
    driver.settle();
    driver.key('A', wxMOD_CONTROL);
    driver.type(store.string());
    driver.key(WXK_RETURN);
    driver.until("the units", [&] { return unit->GetCount() > 10; });
    std::vector<wxRadioButton*> roles;
    driver.look([&] { roles = controlsOf<wxRadioButton>(*dialog); });
    if (roles.size() != 2) driver.give("other radio buttons");
    const auto choose = [&](wxRadioButton& role) {
      clickMiddle(driver, role);
      driver.until("the role", [&] { return role.GetValue(); });
      driver.on([&] { unit->SetStringSelection(shell::wx("Phòng Tư pháp")); });
    };
    const auto told = [&] {
      std::string all;
      for (const auto* text : controlsOf<wxStaticText>(*dialog)) all += utf8(text->GetLabel()) + "|";
      std::replace(all.begin(), all.end(), '\n', ' ');  // a text may be wrapped anywhere
      return all;
    };
    choose(*roles[1]);
    driver.clickButton(*dialog, "Bắt đầu");
    driver.until("that it is no office", [&] { return told().find("không phải là Văn phòng") != std::string::npos; });
    MUST(driver, told().find("Phòng Tư pháp") != std::string::npos && !driver.hasFrame());
    if (openElsewhere(store, "Quản trị")->store.desk()->has_value()) driver.give("a refused desk was saved");

    choose(*roles[0]);
    driver.clickButton(*dialog, "Bắt đầu");
    driver.closed(dialog);
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    MUST(driver, utf8(driver.frame().GetStatusBar()->GetStatusText(4)).find("Phòng Tư pháp") != std::string::npos);
    MUST(driver, refused(driver, "menu.report.consolidate", "Việc này dành cho"));
  });
  if (status != 0) return status;
  const auto desk = openElsewhere(store, "Quản trị")->store.desk();
  return desk && *desk && **desk == Desk{OrgUnitId("296.TP"), departmentRoles} ? 0 : 3;
}

// The desk's unit ended, and its code is another unit's in the period that is shown: saving the desk as it is keeps it.
int deskOfEarlierUnit(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "moi.sqlite";
  makeEmptyStore(store);
  const auto given = [&](const std::string& name, const std::string& content, const std::vector<std::string>& command) {
    write(folder / name, content);
    std::vector<std::string> arguments{"--store", store.string()};
    arguments.insert(arguments.end(), command.begin(), command.end());
    arguments.push_back((folder / name).string());
    return cchc(arguments).status == 0;
  };
  const bool made = given("units.tsv",
                          "code\tkind\tname\tparent\tfrom\tto\n10954\tcommune\txã Hùng Thắng\t296\t\t2025-06-30\n"
                          "10954\tcommune\txã Mới\t296\t2025-07-01\t\n",
                          {"units", "import"}) &&
                    given("periods.tsv", "id\tname\tstart\tend\n2026-Q1\tquý I năm 2026\t2026-01-01\t2026-03-31\n",
                          {"periods", "import"});
  if (!made) return std::fprintf(stderr, "the lists are refused\n"), 2;
  setDeskOf(store, "10954@2025-06-30:department");
  const Desk desk{OrgUnitId("10954"), static_cast<Roles>(UserRole::department)};
  auto start = deskStart(folder, store, "10954", presentation::Role::department);
  start.settings.period = "2026-Q1";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    MUST(driver, driver.workspace().suite().options.actor.desk == desk);
    auto* dialog = openDeskDialog(driver);
    driver.until("the units", [&] { return !dialog->reading(); });
    driver.clickButton(*dialog, "Lưu");
    driver.closed(dialog);
    MUST(driver, driver.workspace().suite().options.actor.desk == desk);
  });
  if (status != 0) return status;
  const auto saved = openElsewhere(store, "Quản trị")->store.desk();
  return saved && *saved && **saved == desk ? 0 : 3;
}

// A shared store gives the desk: the dialog only shows it, and waits for nobody when the server does not answer.
int deskOnServer(int argc, char** argv, const std::filesystem::path& folder) {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    std::printf("skipped: %s\n", reason.c_str());
    return 0;
  }
  ::setenv("XDG_DATA_HOME", (folder / "home").c_str(), 1);  // the folder of the outbox
  auto address = server->freshDatabase();
  makeEmptyStore(address);
  const auto psql = [&](const std::vector<std::string>& what) {
    std::vector<std::string> arguments{"-q", "-d", address};
    arguments.insert(arguments.end(), what.begin(), what.end());
    if (run("/usr/bin/psql", arguments).status != 0) std::_Exit(2);
  };
  psql({"-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
  for (const auto* statement :
       {"CREATE ROLE phap LOGIN", "GRANT cchc_department TO phap", "INSERT INTO member VALUES ('phap', '296.TP')"})
    psql({"-c", statement});
  address.replace(address.find("//") + 2, 4, "phap");
  return drive(argc, argv, deskStart(folder, address, "296.TP", presentation::Role::department), [&](Driver& driver) {
    opened(driver);
    MUST(driver, utf8(driver.frame().GetStatusBar()->GetStatusText(4)).find("Phòng Tư pháp") != std::string::npos);
    MUST(driver, refused(driver, "menu.report.consolidate", "Việc này dành cho"));
    server->hang();
    auto* dialog = openDeskDialog(driver);
    MUST(driver, dialog->reading());
    MUST(driver, lineOf(*dialog).find("Đang đọc danh sách đơn vị") != std::string::npos);
    server->goOn();
    driver.until("the units", [&] { return !dialog->reading(); });
    MUST(driver, lineOf(*dialog).find("Kho dữ liệu dùng chung") != std::string::npos);
    const auto units = controlsOf<wxChoice>(*dialog);
    const auto boxes = controlsOf<wxCheckBox>(*dialog);
    MUST(driver, units.size() == 1 && !units[0]->IsEnabled());
    MUST(driver, utf8(units[0]->GetStringSelection()) == "Phòng Tư pháp (296.TP)");
    MUST(driver, boxes.size() == 4 && boxes[0]->GetValue() && !boxes[1]->GetValue() && !boxes[2]->GetValue() &&
                     !boxes[3]->GetValue() && !boxes[0]->IsEnabled());
    MUST(driver, !wxWindow::FindWindowById(wxID_OK, dialog)->IsShown());
    driver.clickButton(*dialog, "Đóng");
    driver.closed(dialog);
  });
}

}  // namespace cchc::test
