// screenshots DEMO FOLDER [vi|en] [scale]: writes a PNG of each view with the sample of DEMO (a folder that `cchc demo` made) loaded.
// Run under Xvfb at the size wanted; see tests/shell/README.md.
#include <cstdio>
#include <fstream>

#include "core/app/review.h"
#include "core/shell/start_dialog.h"
#include "core/app/section_content.h"
#include "core/shell/reason_dialog.h"
#include "tests/shell/driver.h"

using namespace cchc;
namespace fs = std::filesystem;

namespace {

int department(int argc, char** argv, const fs::path& demo, const fs::path& out, Language language, const std::string& prefix) {
  test::Start start;
  start.settingsFile = out / (prefix + "department.json");
  auto& settings = start.settings;
  settings.language = language;
  settings.person = "Nguyễn Thị Lan";
  settings.unit = "296.TCKH", settings.whole = "296", settings.period = "2023-8T";
  settings.store = (demo / "departments.sqlite").string();
  settings.outbox = out.string();
  return test::drive(argc, argv, start, [&](test::Driver& driver) {
    const auto shot = [&](const char* name) { driver.picture(out / (prefix + name + ".png")); };
    const auto show = [&](const char* name, const std::function<void()>& open) {
      driver.post(open);
      auto* dialog = driver.dialog();
      shot(name);
      driver.on([&] { dialog->EndModal(wxID_CANCEL); });
      driver.closed(dialog);
    };
    driver.until("the window", [&] { return driver.hasFrame() && driver.workspace().form() != nullptr; });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    shot("section-submitted");
    // The office gives it back, so that it can be filled in.
    driver.on([&] {
      const auto key = driver.workspace().form()->editing().key();
      static_cast<void>(returnSection(driver.workspace().suite(), key, language == Language::en ? "The target does not agree with the decision." : "Chỉ tiêu chưa khớp quyết định giao dự toán."));
      driver.workspace().closeSection();
      frame.openSection(key, "");
      auto* form = driver.workspace().form();
      if (const auto target = form->editing().definition().fieldIndex("revenue.target")) static_cast<void>(form->type(*target, ""));
      driver.workspace().edited();
      frame.form()->goTo("revenue.actual");
    });
    shot("form");
    driver.on([&] { frame.pane()->SetSelection(1); });
    shot("text");
    driver.on([&] {
      frame.pane()->SetSelection(0);
      frame.findings()->goTo("recommendations");
    });
    shot("table");
    show("row-form", [&] { frame.table()->editRow(); });
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    show("submit", [&] { frame.submit(); });
    const auto sheet = out / (prefix + "sheet.csv");
    std::ofstream(sheet) << "Đơn vị tính: triệu đồng,,\nTT,Chỉ tiêu,Thực hiện\n1,Chỉ tiêu thu ngân sách tỉnh giao,\"400.000\"\n2,II5.02,\"177.357,5\"\n3,II5.40,mười hai\n";
    show("import", [&] { frame.openFiles({sheet.string()}); });
    driver.on([&] { frame.showHelp(); });
    shot("help");
    driver.on([&] { frame.help()->Close(); });
    show("start", [&] {
      shell::StartDialog dialog(&frame, driver.workspace());
      dialog.ShowModal();
    });
  });
}

int office(int argc, char** argv, const fs::path& demo, const fs::path& out, Language language, const std::string& prefix) {
  test::Start start;
  start.settingsFile = out / (prefix + "office.json");
  auto& settings = start.settings;
  settings.language = language;
  settings.role = presentation::Role::office;
  settings.person = "Trần Văn Bình";
  settings.unit = "296.VP", settings.whole = "296", settings.period = "2023-8T";
  settings.store = (demo / "suite.sqlite").string();
  settings.outbox = (demo / "packages").string();
  return test::drive(argc, argv, start, [&](test::Driver& driver) {
    const auto shot = [&](const char* name) { driver.picture(out / (prefix + name + ".png")); };
    driver.until("the window", [&] { return driver.hasFrame(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    driver.until("the board", [&] { return frame.board()->board().sections > 0; });
    driver.on([&] {
      frame.board()->select({DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")});
    });
    driver.until("the differences", [&] { return !frame.board()->reading(); });
    shot("board");
    driver.post([&] {
      const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};
      shell::ReasonDialog dialog(&frame, driver.workspace().words(), "II.5", (*definitionFor(driver.workspace().suite(), budget))->definition());
      dialog.ShowModal();
    });
    auto* dialog = driver.dialog();
    shot("return");
    driver.on([&] { dialog->EndModal(wxID_CANCEL); });
    driver.closed(dialog);
    driver.on([&] {
      frame.showView(shell::MainFrame::View::report);
      frame.report()->consolidate();
    });
    driver.until("the report", [&] { return !frame.background().running(); });
    driver.on([&] { frame.report()->findings().select(7); });
    shot("report");
    driver.on([&] { frame.showView(shell::MainFrame::View::overview); });
    driver.until("the charts", [&] { return !frame.overview()->charts().empty(); });
    shot("overview");
    for (std::size_t i = 1; i < frame.overview()->charts().size() && i < 12; ++i) {
      driver.on([&] { frame.overview()->select(i); });
      shot(("overview-" + std::to_string(i)).c_str());
    }
    driver.on([&] {
      frame.overview()->save(out / (prefix + "chart.png"));
      frame.overview()->save(out / (prefix + "chart.svg"));
    });
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "screenshots DEMO FOLDER department|office [vi|en]\n");
    return 2;
  }
  const fs::path demo = fs::absolute(argv[1]), out = fs::absolute(argv[2]);
  fs::create_directories(out);
  const auto language = argc > 4 && std::string(argv[4]) == "en" ? Language::en : Language::vi;
  const auto prefix = std::string(language == Language::en ? "en-" : "vi-");
  return std::string(argv[3]) == "office" ? office(argc, argv, demo, out, language, prefix) : department(argc, argv, demo, out, language, prefix);
}
