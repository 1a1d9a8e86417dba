// Pictures of the office's views: the board while packages arrive, the office's decisions, the report.
#include <wx/textctrl.h>

#include <utility>

#include "core/app/receive/review.h"
#include "core/app/send/return_request.h"
#include "core/app/send/submit.h"
#include "core/shell/office/reason_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/screenshots/camera.h"

namespace cchc::test {
namespace {

namespace fs = std::filesystem;

const SectionKey justice{DefinitionId("justice.institutional"), OrgUnitId("296"), PeriodId("2023-8T")};

// Makes the department's second revision with this target, each time in a store of its own. Returns the package.
fs::path revision(const Album& album, const std::string& name, const std::string& target) {
  const auto store = album.demo / (name + ".sqlite");
  fs::copy_file(album.demo / "departments.sqlite", store, fs::copy_options::overwrite_existing);
  const auto suite = openElsewhere(store, "Lê Thị Mẫu");
  static_cast<void>(returnSection(*suite, budget(), "Chỉ tiêu chưa khớp"));
  const auto editing = SectionEditing::open(*suite, budget());
  const auto field = *(*editing)->definition().fieldIndex("revenue.target");
  const auto done = (*editing)->apply({{"Sửa", "Edit"}, {FieldEdit{field, Value{*Decimal::parse(target)}}}});
  std::vector<Finding> blocking;
  const auto file = album.demo / (name + ".cchc");
  if (!done || !submitSection(*suite, budget(), file, blocking)) std::_Exit(2);
  return file;
}

void idle(Camera& camera) {
  camera.driver().until("the task's end",
                        [&] { return !camera.frame().task().running() && !camera.frame().board()->reading(); });
}

void receive(Camera& camera, std::vector<fs::path> files) {
  camera.driver().on([&] { camera.frame().board()->receive(std::move(files)); });
  idle(camera);
}

void select(Camera& camera, const SectionKey& key) {
  camera.driver().on([&] { camera.frame().board()->select(key); });
  idle(camera);
}

// Receives the packages of all units except some that are late, and accepts every second one without findings. Returns
// the late packages.
std::vector<fs::path> firstPackages(Camera& camera) {
  std::vector<fs::path> first, later;
  for (const auto& entry : fs::directory_iterator(camera.album().demo / "packages")) {
    const auto name = entry.path().filename().string();
    (name.starts_with("296_culture") || name.starts_with("1099") || name.starts_with("296_office.tasks") ? later
                                                                                                         : first)
        .push_back(entry.path());
  }
  receive(camera, first);
  camera.take("board");
  camera.driver().on([&] {
    auto* list = camera.frame().board()->list();
    bool odd = false;
    for (const auto& line : camera.frame().board()->board().lines) {
      if (line.received && line.errors + line.warnings == 0 && (odd = !odd)) list->select(line.key);
    }
    camera.frame().board()->acceptSelected();
  });
  idle(camera);
  camera.driver().on([&] {
    auto* list = camera.frame().board()->list();
    for (long row = 0; row < list->GetItemCount(); ++row) list->Select(row, false);
  });
  select(camera, budget());
  camera.take("board-first");
  camera.dialog("desk", [&] { camera.frame().person().chooseDesk(); });
  // What another department's desk sees.
  auto& desk = camera.workspace().suite().options.actor.desk;
  const auto own = std::exchange(desk, Desk{OrgUnitId("296.TP"), departmentRoles});
  select(camera, budget());
  camera.take("board-grey");
  camera.driver().on([&] { desk = own; });
  select(camera, budget());
  return later;
}

void returnSection(Camera& camera) {
  auto& driver = camera.driver();
  driver.post([&] { camera.frame().board()->returnSelected(); });
  auto* dialog = driver.dialog();
  driver.inputMethod("Chỉ tiêu thu chưa khớp quyết định giao dự toán của tỉnh.");
  driver.on([&] { dynamic_cast<shell::ReasonDialog*>(dialog)->goTo("revenue.target"); });
  driver.inputMethod("Đối chiếu Quyết định giao dự toán năm 2023");
  driver.press(*dialog, camera.words()("reason.add-remark"));
  driver.on([&] { dynamic_cast<shell::ReasonDialog*>(dialog)->goTo("treasury"); });
  driver.inputMethod("Thiếu một dự án so với tháng trước");
  camera.take("return");
  driver.on([&] { dialog->EndModal(wxID_OK); });
  driver.closed(dialog);
  idle(camera);
  select(camera, budget());
  camera.take("board-returned");
}

// A second revision, another package of that revision, a broken package, and a request for a return.
void secondPackages(Camera& camera) {
  receive(camera, {revision(camera.album(), "lan-hai", "400000000000")});
  select(camera, budget());
  camera.take("board-differences");
  const auto broken = camera.album().demo / "goi-hong-tu-zalo.cchc";
  const auto bytes = contentOf(camera.album().demo / "packages" / "296_finance.budget_2023-8T_lan1.cchc");
  write(broken, bytes.substr(0, bytes.size() / 2));
  const auto request = camera.album().demo / "de-nghi-tra-lai.cchc";
  if (!askReturn(*openElsewhere(camera.album().demo / "departments.sqlite", "Lê Thị Mẫu"), justice,
                 "Sót một văn bản ban hành ngày 30/8", request))
    std::_Exit(2);
  const auto rival = revision(camera.album(), "lan-hai-khac", "410000000000");
  camera.beside("received", [&] { camera.frame().board()->receive({rival, broken, request}); });
  idle(camera);
  select(camera, budget());
  camera.take("board-rival");
  camera.dialog("choose-package", [&] { camera.frame().board()->choosePackage(); });
  select(camera, justice);
  camera.take("board-asked");
  camera.dialog("keep", [&] { camera.frame().board()->refuseReturnOfSelected(); });
}

void report(Camera& camera, const std::vector<fs::path>& later) {
  auto& frame = camera.frame();
  auto& driver = camera.driver();
  camera.take("report-none", [&] { frame.showView(shell::MainFrame::View::report); });
  driver.on([&] { frame.showView(shell::MainFrame::View::board); });
  idle(camera);
  receive(camera, later);
  driver.post([&] { camera.frame().board()->select(budget()), camera.frame().board()->choosePackage(); });
  auto* dialog = driver.dialog();
  driver.on([&] { dialog->EndModal(wxID_OK); });
  driver.closed(dialog);
  idle(camera);
  driver.on([&] {
    static_cast<void>(refuseReturn(camera.workspace().suite(), justice, "Đã đối chiếu, đủ văn bản",
                                   camera.album().demo / "khong-tra-lai.cchc"));
    auto* list = frame.board()->list();
    for (const auto& line : frame.board()->board().lines) {
      if (line.state != SectionState::accepted) list->select(line.key);
    }
    frame.board()->acceptSelected();
  });
  idle(camera);
  driver.on([&] { frame.showView(shell::MainFrame::View::report), frame.report()->consolidate(); });
  driver.until("the report", [&] { return !frame.task().running() && !frame.report()->reading(); });
  camera.take("report");
  camera.take("report-finding", [&] {
    const auto& findings = frame.report()->findings().findings();
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (findings[i].sources.size() > 1) return frame.report()->findings().select(i);
    }
  });
  camera.opened("office.document", [&] { frame.report()->openHeading(); });
  camera.take("report-heading");
  camera.open({DefinitionId("office.procedures"), OrgUnitId("296"), PeriodId("2023-8T")});
  camera.take("office-form");
  driver.on([&] { frame.findings()->showWhole(true); });
  driver.until("the findings of the whole report", [&] { return !frame.findings()->shown().empty(); });
  camera.take("office-findings");
  driver.on([&] { frame.navigator()->searchBox()->SetValue(shell::wx("hồ sơ")); });
  driver.until("what was found", [&] { return !frame.navigator()->found().empty(); });
  camera.take("office-search");
}

void overview(Camera& camera) {
  auto& frame = camera.frame();
  camera.driver().on([&] { frame.showView(shell::MainFrame::View::overview); });
  camera.driver().until("the charts", [&] { return !frame.overview()->charts().empty(); });
  for (std::size_t i = 0; i < frame.overview()->charts().size(); ++i) {
    camera.take("overview-" + std::to_string(i + 1), [&] { frame.overview()->select(i); });
  }
  camera.driver().on([&] {
    frame.overview()->save(camera.album().file("chart", ".png"));
    frame.overview()->save(camera.album().file("chart", ".svg"));
  });
}

}  // namespace

int photographOffice(int argc, char** argv, const Album& album) {
  Start start;
  start.settingsFile = album.demo / "office.json";
  presentation::Settings settings;
  settings.language = album.language;
  if (!presentation::writeSettings(start.settingsFile, settings)) return 2;
  settings.role = presentation::Role::office;
  settings.person = "Trần Văn Bình", settings.store = (album.demo / "vanphong.sqlite").string();
  makeEmptyStore(settings.store);
  return drive(argc, argv, start, [&](Driver& driver) {
    Camera camera(driver, album);
    camera.firstStart("office-first-start", settings);
    driver.until("the board", [&] { return camera.frame().board()->board().sections > 0; });
    camera.take("board-empty");
    const auto later = firstPackages(camera);
    returnSection(camera);
    secondPackages(camera);
    report(camera, later);
    overview(camera);
    camera.beside("office-help", [&] { camera.frame().help().showHelp(); });
    camera.driver().on([&] { camera.frame().showView(shell::MainFrame::View::board); });
    idle(camera);
    camera.beside("office-help-board", [&] { camera.frame().help().showHelp(); });
    camera.menus();
  });
}

}  // namespace cchc::test
