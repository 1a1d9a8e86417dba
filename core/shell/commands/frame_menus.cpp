#include "core/shell/commands/frame_menus.h"

#include <wx/frame.h>

#include <utility>

#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/translations.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

FrameMenus::FrameMenus(const FrameContext& context, Targets targets)
    : context_(context),
      targets_(std::move(targets)),
      table_(
          context.window, [this] { translateToolkit(context_.workspace.settings.language); },
          [this](const std::string& reason) { context_.notices.showInformation(reason); }) {}

void FrameMenus::create() {
  auto& window = context_.window;
  makeMenuBar();
  makeToolbar();
  // One handler for all commands, since the window searches everything that is bound to it at every event.
  window.Bind(wxEVT_MENU, [this](wxCommandEvent& event) { event.Skip(!table_.run(event.GetId())); });
  window.Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
    event.Skip();
    table_.disableImpossible();
    nameUndoItems();
  });
  window.Bind(wxEVT_MENU_CLOSE, [this](wxMenuEvent& event) {
    event.Skip();
    table_.enableAll();
    undoItem_->Enable(true), redoItem_->Enable(true);
  });
}

wxMenuItem* FrameMenus::add(wxMenu& menu, const char* code, CommandTable::Action action,
                            CommandTable::Condition possible) {
  return table_.addItem(menu, context_.workspace.words()(code), std::move(action), std::move(possible));
}

void FrameMenus::makeMenuBar() {
  const auto words = context_.workspace.words();
  auto* bar = new wxMenuBar;
  bar->Append(makeFileMenu(), wx(words("menu.file")));
  bar->Append(makeEditMenu(), wx(words("menu.edit")));
  bar->Append(makeSectionMenu(), wx(words("menu.section")));
  bar->Append(makeTableMenu(), wx(words("menu.table")));
  bar->Append(makeReportMenu(), wx(words("menu.report")));
  bar->Append(makeViewMenu(), wx(words("menu.view")));
  bar->Append(makeHelpMenu(), wx(words("menu.help")));
  context_.window.SetMenuBar(bar);
}

wxMenu* FrameMenus::makeFileMenu() {
  const auto receive = atDesk(DeskCommand::receive);
  auto* menu = new wxMenu;
  add(
      *menu, "menu.file.import", [this] { targets_.files.importFile(); }, onSection(DeskCommand::edit));
  add(
      *menu, "menu.file.workbook", [this] { targets_.files.saveWorkbook(); }, anySection());
  add(
      *menu, "menu.file.export", [this] { targets_.files.exportValues(); }, anySection());
  menu->AppendSeparator();
  // Without a condition: a file of the office's answer is for any desk.
  add(*menu, "menu.file.receive", [this] { chooseAndReceive(); });
  add(
      *menu, "menu.file.inbox",
      [this] {
        targets_.views.show(FrameView::board);
        targets_.views.board()->chooseInbox();
      },
      receive);
  menu->AppendSeparator();
  add(*menu, "menu.file.sign", [this] { targets_.sending.signPackage(); });
  add(*menu, "menu.file.verify", [this] { targets_.sending.verifyFiles(); });
  menu->AppendSeparator();
  add(
      *menu, "menu.file.import-units",
      [this] {
        targets_.views.show(FrameView::units);
        targets_.views.units()->importUnits();
      },
      atDesk(DeskCommand::setUp));
  menu->AppendSeparator();
  add(*menu, "menu.file.backup", [this] { targets_.backups.backup(); });
  add(*menu, "menu.file.daily-backup", [this] { targets_.backups.chooseDailyFolder(); });
  add(*menu, "menu.file.change-store", targets_.changeStore);
  add(*menu, "menu.file.person", [this] { targets_.person.enterName(); });
  add(*menu, "menu.file.desk", [this] { targets_.person.chooseDesk(); });
  menu->AppendSeparator();
  add(*menu, "menu.file.quit", [this] { context_.window.Close(); });
  return menu;
}

wxMenu* FrameMenus::makeEditMenu() {
  auto* menu = new wxMenu;
  // On another page nobody would see which figure changes.
  const auto seen = [this](void (UndoCommands::*move)()) {
    return [this, move] {
      const auto view = targets_.views.view();
      if (context_.workspace.form() != nullptr && view != FrameView::form && view != FrameView::table)
        return targets_.views.show(FrameView::form);
      (targets_.undo.*move)();
    };
  };
  undoItem_ = add(*menu, "menu.edit.undo", seen(&UndoCommands::undo));
  redoItem_ = add(*menu, "menu.edit.redo", seen(&UndoCommands::redo));
  menu->AppendSeparator();
  add(*menu, "menu.edit.find", targets_.find);
  return menu;
}

wxMenu* FrameMenus::makeSectionMenu() {
  const auto section = anySection();
  auto* menu = new wxMenu;
  const auto save = [this] {
    if (!context_.commitEditors()) return;
    const bool entering = context_.workspace.form()->editing().entering();
    context_.showNote(context_.workspace.words()(entering ? "office-entry.not-stored" : "section.saved"));
  };
  add(*menu, "menu.section.save", save, section);
  add(
      *menu, "menu.section.next-problem", [this] { goToNextProblem(); }, section);
  add(
      *menu, "menu.section.print", [this] { targets_.sending.printSheet(); }, section);
  add(
      *menu, "menu.section.submit", [this] { targets_.sending.submit(); }, onSection(DeskCommand::submit));
  add(
      *menu, "menu.section.withdraw", [this] { targets_.sending.withdraw(); }, onSection(DeskCommand::withdraw));
  add(
      *menu, "menu.section.ask-return", [this] { targets_.sending.askForReturn(); }, onSection(DeskCommand::askReturn));
  return menu;
}

wxMenu* FrameMenus::makeTableMenu() {
  auto* menu = new wxMenu;
  const auto addOnTable = [this, menu](const char* code, auto action, bool changes = true) {
    add(
        *menu, code, [this, action] { action(*targets_.views.table()); },
        [this, changes] {
          if (targets_.views.view() != FrameView::table) return context_.workspace.words()("permission.no-table");
          return changes ? context_.workspace.refusalHere(DeskCommand::edit) : std::string();
        });
  };
  addOnTable("menu.table.add-row", [](TableView& table) { table.addRow(); });
  addOnTable("menu.table.remove-row", [](TableView& table) { table.removeRows(); });
  addOnTable("menu.table.edit-row", [](TableView& table) { table.editRow(); });
  addOnTable("menu.table.fill-down", [](TableView& table) { table.fillDown(); });
  addOnTable("menu.table.row-up", [](TableView& table) { table.moveRow(false); });
  addOnTable("menu.table.row-down", [](TableView& table) { table.moveRow(true); });
  addOnTable("menu.table.sort", [](TableView& table) { table.sortByCurrent(); });
  addOnTable(
      "menu.table.filter", [](TableView& table) { table.focusFilter(); }, false);
  menu->AppendSeparator();
  addOnTable(
      "menu.table.copy", [](TableView& table) { table.copy(); }, false);
  addOnTable("menu.table.paste", [](TableView& table) { table.paste(); });
  return menu;
}

wxMenu* FrameMenus::makeReportMenu() {
  auto* menu = new wxMenu;
  const auto withReport = [this](auto action) {
    return [this, action] {
      targets_.views.show(FrameView::report);
      action(*targets_.views.report());
    };
  };
  const auto hasReport = [this] {
    return targets_.views.hasReport() ? std::string() : context_.workspace.words()("permission.no-report");
  };
  add(
      *menu, "menu.report.consolidate", [this] { consolidate(); }, atDesk(DeskCommand::consolidate));
  add(*menu, "menu.report.print", withReport([](ReportView& report) { report.print(); }));
  add(*menu, "menu.report.save-as", withReport([](ReportView& report) { report.saveAs(); }), hasReport);
  menu->AppendSeparator();
  add(*menu, "menu.report.heading", withReport([](ReportView& report) { report.openHeading(); }));
  add(*menu, "menu.report.remind", [this] { targets_.views.board()->copyReminder(); });
  add(*menu, "menu.report.amend-heading", withReport([](ReportView& report) { report.amendHeading(); }),
      [this] { return context_.workspace.headingRefusal(); });
  add(*menu, "menu.report.issue", withReport([](ReportView& report) { report.issue(); }), [this, hasReport] {
    const auto reason = context_.workspace.refusal(DeskCommand::issue);
    return reason.empty() ? hasReport() : reason;
  });
  return menu;
}

wxMenu* FrameMenus::makeViewMenu() {
  auto* menu = new wxMenu;
  add(*menu, "menu.view.form", [this] { targets_.views.show(FrameView::form); });
  add(*menu, "menu.view.board", [this] { targets_.views.show(FrameView::board); });
  add(*menu, "menu.view.report", [this] { targets_.views.show(FrameView::report); });
  add(*menu, "menu.view.overview", [this] { targets_.views.show(FrameView::overview); });
  add(*menu, "menu.view.units", [this] { targets_.views.show(FrameView::units); });
  menu->AppendSeparator();
  add(*menu, "menu.view.language", targets_.switchLanguage);
  return menu;
}

wxMenu* FrameMenus::makeHelpMenu() {
  auto* menu = new wxMenu;
  add(*menu, "menu.help.contents", [this] { targets_.help.showHelp(); });
  add(*menu, "menu.help.shortcuts", [this] { targets_.help.showShortcuts(); });
  add(*menu, "menu.help.plugins", [this] { targets_.help.showPlugins(); });
  add(*menu, "menu.help.preview", [this] { targets_.help.previewForm(); });
  add(*menu, "menu.help.log", [this] { targets_.help.saveLog(); });
  add(*menu, "menu.help.about", [this] { targets_.help.showAbout(); });
  return menu;
}

void FrameMenus::makeToolbar() {
  const auto words = context_.workspace.words();
  auto* bar = context_.window.CreateToolBar(wxTB_HORIZONTAL | wxTB_TEXT | wxTB_HORZ_LAYOUT | wxTB_FLAT);
  const auto tool = [&](const char* code, Icon picture, CommandTable::Action action,
                        CommandTable::Condition possible = {}) {
    table_.addTool(*bar, words(code), picture, std::move(action), std::move(possible));
  };
  tool("toolbar.form", Icon::form, [this] { targets_.views.show(FrameView::form); });
  tool("toolbar.board", Icon::board, [this] { targets_.views.show(FrameView::board); });
  tool("toolbar.report", Icon::report, [this] { targets_.views.show(FrameView::report); });
  tool("toolbar.overview", Icon::overview, [this] { targets_.views.show(FrameView::overview); });
  bar->AddSeparator();
  if (context_.workspace.settings.role == presentation::Role::office) {
    tool("toolbar.receive", Icon::receive, [this] { chooseAndReceive(); });
    tool("toolbar.remind", Icon::remind, [this] { targets_.views.board()->copyReminder(); });
    tool(
        "toolbar.consolidate", Icon::consolidate, [this] { consolidate(); }, atDesk(DeskCommand::consolidate));
  } else {
    tool(
        "toolbar.import", Icon::import, [this] { targets_.files.importFile(); }, onSection(DeskCommand::edit));
    tool("toolbar.next-problem", Icon::problem, [this] { goToNextProblem(); });
    tool(
        "toolbar.submit", Icon::submit, [this] { targets_.sending.submit(); }, onSection(DeskCommand::submit));
  }
  bar->Realize();
}

// "Hoàn tác: Thu ngân sách thực hiện: 177.357 → 178.000"
void FrameMenus::nameUndoItems() {
  const auto words = context_.workspace.words();
  const auto name = [&](wxMenuItem* item, const EditStep* step, const char* plain, const char* withStep) {
    auto label = wx(words(plain));
    if (step != nullptr) {
      constexpr std::size_t longest = 68;
      auto what = wx(step->name.in(words.language));
      if (what.length() > longest) what = what.Left(longest) + wx("…");
      what.Replace("&", "&&");
      what.Replace("\t", " ");
      label = wx(words(withStep, {{"step", utf8(what)}}));
    }
    if (item->GetItemLabel() != label) item->SetItemLabel(label);
    item->Enable(step != nullptr);
  };
  name(undoItem_, targets_.undo.undoable(), "menu.edit.undo", "menu.edit.undo-step");
  name(redoItem_, targets_.undo.redoable(), "menu.edit.redo", "menu.edit.redo-step");
}

void FrameMenus::chooseAndReceive() {
  targets_.views.show(FrameView::board);
  targets_.views.board()->chooseAndReceive();
}

void FrameMenus::consolidate() {
  targets_.views.show(FrameView::report);
  targets_.views.report()->consolidate();
}

void FrameMenus::goToNextProblem() {
  targets_.views.show(FrameView::form);
  targets_.views.form()->goToNextProblem();
}

CommandTable::Condition FrameMenus::anySection() const {
  return [this] {
    const auto& workspace = context_.workspace;
    return workspace.form() != nullptr ? std::string() : workspace.words()("permission.no-section");
  };
}

CommandTable::Condition FrameMenus::onSection(DeskCommand command) const {
  return [this, command] { return context_.workspace.refusalHere(command); };
}

CommandTable::Condition FrameMenus::atDesk(DeskCommand command) const {
  return [this, command] { return context_.workspace.refusal(command); };
}

}  // namespace cchc::shell
