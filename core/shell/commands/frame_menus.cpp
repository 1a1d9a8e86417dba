#include "core/shell/commands/frame_menus.h"

#include <wx/frame.h>

#include <utility>

#include "core/shell/frame/translations.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

FrameMenus::FrameMenus(const FrameContext& context, Targets targets)
    : context_(context),
      targets_(std::move(targets)),
      table_(context.window, [this] { translateToolkit(context_.workspace.settings.language); }) {}

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
  const auto section = [this] { return hasSection(); };
  const auto editable = [this] { return hasSection() && !context_.workspace.form()->editing().locked(); };
  auto* menu = new wxMenu;
  add(
      *menu, "menu.file.import", [this] { targets_.files.importFile(); }, editable);
  add(
      *menu, "menu.file.workbook", [this] { targets_.files.saveWorkbook(); }, section);
  add(
      *menu, "menu.file.export", [this] { targets_.files.exportValues(); }, section);
  menu->AppendSeparator();
  add(*menu, "menu.file.receive", [this] { chooseAndReceive(); });
  add(*menu, "menu.file.inbox", [this] {
    targets_.views.show(FrameView::board);
    targets_.views.board()->chooseInbox();
  });
  menu->AppendSeparator();
  add(*menu, "menu.file.sign", [this] { targets_.sending.signPackage(); });
  add(*menu, "menu.file.verify", [this] { targets_.sending.verifyFiles(); });
  menu->AppendSeparator();
  add(*menu, "menu.file.import-units", [this] {
    targets_.views.show(FrameView::units);
    targets_.views.units()->importUnits();
  });
  menu->AppendSeparator();
  add(*menu, "menu.file.backup", [this] { targets_.backups.backup(); });
  add(*menu, "menu.file.daily-backup", [this] { targets_.backups.chooseDailyFolder(); });
  add(*menu, "menu.file.change-store", targets_.changeStore);
  add(*menu, "menu.file.person", [this] { targets_.person.enterName(); });
  menu->AppendSeparator();
  add(*menu, "menu.file.quit", [this] { context_.window.Close(); });
  return menu;
}

wxMenu* FrameMenus::makeEditMenu() {
  auto* menu = new wxMenu;
  undoItem_ = add(
      *menu, "menu.edit.undo", [this] { targets_.undo.undo(); },
      [this] { return targets_.undo.undoable() != nullptr; });
  redoItem_ = add(
      *menu, "menu.edit.redo", [this] { targets_.undo.redo(); },
      [this] { return targets_.undo.redoable() != nullptr; });
  menu->AppendSeparator();
  add(*menu, "menu.edit.find", targets_.find);
  return menu;
}

wxMenu* FrameMenus::makeSectionMenu() {
  const auto section = [this] { return hasSection(); };
  auto* menu = new wxMenu;
  const auto save = [this] {
    if (context_.commitEditors()) context_.showNote(context_.workspace.words()("section.saved"));
  };
  add(*menu, "menu.section.save", save, section);
  add(
      *menu, "menu.section.next-problem", [this] { goToNextProblem(); }, section);
  add(
      *menu, "menu.section.print", [this] { targets_.sending.printSheet(); }, section);
  add(
      *menu, "menu.section.submit", [this] { targets_.sending.submit(); }, section);
  add(
      *menu, "menu.section.ask-return", [this] { targets_.sending.askForReturn(); },
      [this] { return targets_.sending.mayAskForReturn(); });
  return menu;
}

wxMenu* FrameMenus::makeTableMenu() {
  auto* menu = new wxMenu;
  const auto addOnTable = [this, menu](const char* code, auto action) {
    add(
        *menu, code, [this, action] { action(*targets_.views.table()); },
        [this] { return targets_.views.view() == FrameView::table; });
  };
  addOnTable("menu.table.add-row", [](TableView& table) { table.addRow(); });
  addOnTable("menu.table.remove-row", [](TableView& table) { table.removeRows(); });
  addOnTable("menu.table.edit-row", [](TableView& table) { table.editRow(); });
  addOnTable("menu.table.fill-down", [](TableView& table) { table.fillDown(); });
  addOnTable("menu.table.row-up", [](TableView& table) { table.moveRow(false); });
  addOnTable("menu.table.row-down", [](TableView& table) { table.moveRow(true); });
  addOnTable("menu.table.sort", [](TableView& table) { table.sortByCurrent(); });
  addOnTable("menu.table.filter", [](TableView& table) { table.focusFilter(); });
  menu->AppendSeparator();
  addOnTable("menu.table.copy", [](TableView& table) { table.copy(); });
  addOnTable("menu.table.paste", [](TableView& table) { table.paste(); });
  return menu;
}

wxMenu* FrameMenus::makeReportMenu() {
  auto* menu = new wxMenu;
  const auto onReport = [this](auto action) {
    return [this, action] {
      targets_.views.show(FrameView::report);
      action(*targets_.views.report());
    };
  };
  const auto hasReport = [this] { return targets_.views.hasReport(); };
  add(*menu, "menu.report.consolidate", [this] { consolidate(); });
  add(*menu, "menu.report.print", onReport([](ReportView& report) { report.print(); }));
  add(*menu, "menu.report.save-as", onReport([](ReportView& report) { report.saveAs(); }), hasReport);
  menu->AppendSeparator();
  add(*menu, "menu.report.heading", onReport([](ReportView& report) { report.openHeading(); }));
  add(*menu, "menu.report.remind", [this] { targets_.views.board()->copyReminder(); });
  add(*menu, "menu.report.issue", onReport([](ReportView& report) { report.issue(); }), hasReport);
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
  add(*menu, "menu.help.log", [this] { targets_.help.saveLog(); });
  add(*menu, "menu.help.about", [this] { targets_.help.showAbout(); });
  return menu;
}

void FrameMenus::makeToolbar() {
  const auto words = context_.workspace.words();
  auto* bar = context_.window.CreateToolBar(wxTB_HORIZONTAL | wxTB_TEXT | wxTB_HORZ_LAYOUT | wxTB_FLAT);
  const auto tool = [&](const char* code, Icon picture, CommandTable::Action action) {
    table_.addTool(*bar, words(code), picture, std::move(action));
  };
  tool("toolbar.form", Icon::form, [this] { targets_.views.show(FrameView::form); });
  tool("toolbar.board", Icon::board, [this] { targets_.views.show(FrameView::board); });
  tool("toolbar.report", Icon::report, [this] { targets_.views.show(FrameView::report); });
  tool("toolbar.overview", Icon::overview, [this] { targets_.views.show(FrameView::overview); });
  bar->AddSeparator();
  if (context_.workspace.settings.role == presentation::Role::office) {
    tool("toolbar.receive", Icon::receive, [this] { chooseAndReceive(); });
    tool("toolbar.remind", Icon::remind, [this] { targets_.views.board()->copyReminder(); });
    tool("toolbar.consolidate", Icon::consolidate, [this] { consolidate(); });
  } else {
    tool("toolbar.import", Icon::import, [this] { targets_.files.importFile(); });
    tool("toolbar.next-problem", Icon::problem, [this] { goToNextProblem(); });
    tool("toolbar.submit", Icon::submit, [this] { targets_.sending.submit(); });
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

bool FrameMenus::hasSection() const { return context_.workspace.form() != nullptr; }

}  // namespace cchc::shell
