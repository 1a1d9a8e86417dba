// A department's views, from the first start to the sheet on paper.
#include <wx/notebook.h>
#include <wx/textctrl.h>
#include <utility>

#include "core/app/receive/review.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/screenshots/camera.h"

namespace cchc::test {
namespace {

namespace fs = std::filesystem;

// Figures of the periods that the form compares with.
void earlierPeriods(const fs::path& store) {
  const auto suite = openElsewhere(store, "Lê Thị Mẫu");
  for (const auto& [period, actual] :
       {std::pair<const char*, const char*>("2023-6T", "131842000000"), {"2022-8T", "164905000000"}}) {
    const SectionKey key{budget().definition, budget().unit, PeriodId(period)};
    const std::vector<Assignment> assigned{{key.definition, key.unit, OrgUnitId("296.TCKH"), key.period, {}}};
    if (!suite->store.saveAssignments(assigned)) std::_Exit(2);
    const auto editing = SectionEditing::open(*suite, key);
    if (!editing) std::_Exit(2);
    const auto field = [&](const char* id) { return *(*editing)->definition().fieldIndex(id); };
    const auto done = (*editing)->apply({{"Nhập", "Enter"},
                                         {FieldEdit{field("revenue.actual"), Value{*Decimal::parse(actual)}},
                                          FieldEdit{field("revenue.target"), Value{*Decimal::parse("362000000000")}}}});
    if (!done) std::_Exit(2);
  }
}

// What was submitted, asked back, and given back with a remark.
void givenBack(Camera& camera) {
  auto& frame = camera.frame();
  auto& driver = camera.driver();
  camera.take("section-submitted");
  driver.on([&] { frame.notices().bar()->Dismiss(); });
  camera.command("menu.section.ask-return");
  auto* dialog = driver.dialog();
  camera.take("ask-return");
  driver.on([&] { dialog->EndModal(wxID_CANCEL); });
  driver.closed(dialog);
  driver.on([&] {
    const auto words = [english = camera.words().language == Language::en](const char* vi, const char* en) {
      return std::string(english ? en : vi);
    };
    // The department's desk may not return anything, so the office does.
    auto& suite = camera.workspace().suite();
    const auto desk = std::exchange(suite.options.actor.desk, {});
    const auto returned = returnSection(
        suite, budget(),
        words("Chỉ tiêu thu chưa khớp quyết định giao dự toán; bảng đối chiếu của Kho bạc thiếu một dự án so với tháng "
              "trước.",
              "The target does not agree with the decision; the treasury's table lacks a project of last month."),
        {{"revenue.target",
          words("Đối chiếu Quyết định giao dự toán năm 2023", "Compare with the decision on the 2023 estimate")}});
    suite.options.actor.desk = desk;
    if (!returned) driver.give("not returned: " + returned.error().code);
  });
  camera.open(budget());
  camera.take("section-returned");
}

// An error, a figure that can be read two ways, comparisons, the explanation of a warning.
void form(Camera& camera) {
  auto& frame = camera.frame();
  auto& driver = camera.driver();
  driver.on([&] {
    auto& opened = *camera.workspace().form();
    static_cast<void>(opened.type(*opened.editing().definition().fieldIndex("revenue.target"), ""));
    camera.workspace().edited();
  });
  camera.open(budget());
  auto& form = *camera.workspace().form();
  const auto editor = [&] { return dynamic_cast<wxTextCtrl*>(frame.form()->editor()); };
  camera.take("form", [&] { frame.form()->goTo("revenue.actual"); });
  driver.on([&] { frame.form()->goTo("revenue.target"); });
  driver.until("the editor", [&] { return editor() != nullptr && editor()->HasFocus(); });
  driver.type("45.8");
  driver.until("the typed figure", [&] { return editor()->GetValue() == "45.8"; });
  driver.key(WXK_RETURN);
  driver.until("the reason", [&] { return !frame.form()->tipText().empty(); });
  camera.take("form-refused");
  driver.on([&] { editor()->SetValue(""), frame.form()->commit(); });
  camera.take("form-text", [&] { frame.form()->goTo("steering.guidance"); });
  camera.take("form-end", [&] { frame.form()->goTo(form.editing().definition().fields.back().id); });
  driver.on([&] { frame.form()->goTo("revenue.actual"); });
  camera.take("findings", [&] {
    const auto& shown = frame.findings()->shown();
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (shown[i].severity != Severity::warning) continue;
      frame.findings()->list()->Select(static_cast<long>(i));
      frame.findings()->explanationBox()->WriteText(shell::wx(camera.words().language == Language::en
                                                                  ? "Compared with the district treasury."
                                                                  : "Đã đối chiếu với Kho bạc Nhà nước huyện."));
      return frame.findings()->explanationBox()->MarkDirty();
    }
  });
  driver.on([&] { frame.findings()->commit(), frame.findings()->showWhole(true); });
  driver.until("the findings of all sections", [&] { return !frame.findings()->shown().empty(); });
  camera.take("findings-whole");
  driver.on([&] { frame.findings()->showWhole(false), frame.navigator()->searchBox()->SetValue("thu"); });
  driver.until("what was found", [&] { return !frame.navigator()->found().empty(); });
  camera.take("search");
  driver.on([&] { frame.navigator()->searchBox()->SetValue(""); });
}

// A paragraph that was edited by hand, and then its figure changed.
void text(Camera& camera) {
  auto& frame = camera.frame();
  camera.take("text", [&] { frame.side().notebook()->SetSelection(1); });
  camera.take("text-drifted", [&] {
    auto& list = *frame.text()->list();
    for (unsigned i = 0; i < list.GetCount(); ++i) {
      if (shell::utf8(list.GetString(i)).find("177 tỷ 357 triệu") == std::string::npos) continue;
      list.SetSelection(static_cast<int>(i));
      wxCommandEvent chosen(wxEVT_LISTBOX, list.GetId());
      list.GetEventHandler()->ProcessEvent(chosen);
    }
    frame.text()->editor()->SetInsertionPoint(0);
    frame.text()->editor()->WriteText(shell::wx("Nhìn chung, "));
    frame.text()->editor()->MarkDirty();
    static_cast<void>(frame.text()->commit());
    auto& form = *camera.workspace().form();
    static_cast<void>(form.type(*form.editing().definition().fieldIndex("revenue.actual"), "178.000"));
    camera.workspace().edited();
  });
  camera.driver().on([&] { frame.side().notebook()->SetSelection(0); });
}

void tables(Camera& camera) {
  auto& frame = camera.frame();
  camera.take("table", [&] { frame.findings()->goTo("recommendations"); });
  camera.dialog("row-form", [&] { frame.table()->editRow(); });
  camera.driver().on([&] { frame.table()->focusFilter(); });
  camera.driver().type("thu");
  camera.driver().until("the filtered rows", [&] { return frame.table()->table()->rowCount() < 5; });
  camera.take("table-filter");
  camera.take("table-totals", [&] { frame.findings()->goTo("disbursement"); });
  camera.take("table-empty", [&] { frame.findings()->goTo("treasury"); });
  camera.driver().on([&] { frame.showView(shell::MainFrame::View::form); });
}

void submitting(Camera& camera) {
  auto& frame = camera.frame();
  camera.dialog("submit-blocked", [&] { frame.sending().submit(); });
  camera.driver().on([&] {
    auto& form = *camera.workspace().form();
    static_cast<void>(form.type(*form.editing().definition().fieldIndex("revenue.target"), "387.425"));
    camera.workspace().edited();
  });
  camera.dialog("submit", [&] { frame.sending().submit(); });
}

void help(Camera& camera) {
  auto& frame = camera.frame();
  camera.beside("print", [&] { frame.sending().printSheet(); });
  camera.beside("help", [&] { frame.help().showHelp(); });
  camera.beside("plugins", [&] { frame.help().showPlugins(); });
  camera.command("menu.help.shortcuts");
  camera.beside("shortcuts", [] {});
  camera.menus();
}

}  // namespace

int photographDepartment(int argc, char** argv, const Album& album) {
  Start start;
  start.settingsFile = album.demo / "department.json";
  presentation::Settings settings;
  settings.language = album.language;
  if (!presentation::writeSettings(start.settingsFile, settings)) return 2;
  settings.person = "Nguyễn Thị Lan", settings.store = (album.demo / "departments.sqlite").string();
  // One plugin that is of this version, with a file to attach, and one that is of another.
  start.plugins = album.demo / "plugins";
  fs::create_directories(start.plugins);
  for (const auto& from : {"test_plugins", "bad_plugins"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(CCHC_BINARY) / from)) {
      const auto stem = entry.path().stem().string();
      if (stem == "attached" || stem == "newer_version")
        fs::copy(entry.path(), start.plugins / entry.path().filename(),
                 fs::copy_options::recursive | fs::copy_options::skip_existing);
    }
  }
  earlierPeriods(settings.store);
  return drive(argc, argv, start, [&](Driver& driver) {
    Camera camera(driver, album);
    camera.firstStart("first-start", settings);
    givenBack(camera);
    form(camera);
    text(camera);
    tables(camera);
    submitting(camera);
    help(camera);
    photographFiles(camera);
  });
}

}  // namespace cchc::test
