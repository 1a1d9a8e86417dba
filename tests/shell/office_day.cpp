// The office's day: the packages of 21 units received, one returned with a reason, its revision received, all accepted, consolidated, issued, saved.
#include <algorithm>

#include "core/app/fill.h"
#include "core/app/review.h"
#include "core/app/submit.h"
#include "core/shell/convert.h"
#include "core/shell/reason_dialog.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

// The department reads the reason, mends its figure and submits again.
std::filesystem::path revise(const std::filesystem::path& departments, const std::filesystem::path& folder) {
  const auto suite = openElsewhere(departments, "Lê Thị Mẫu");
  static_cast<void>(returnSection(*suite, budget(), "Chỉ tiêu chưa khớp"));
  const auto editing = SectionEditing::open(*suite, budget());
  const auto target = *(*editing)->definition().fieldIndex("revenue.target");
  const auto done = (*editing)->apply({{"Sửa", "Edit"}, {FieldEdit{target, Value{*Decimal::parse("400000000000")}}}});
  std::vector<Finding> blocking;
  const auto file = folder / "lan-hai.cchc";
  if (!done || !submitSection(*suite, budget(), file, blocking)) std::_Exit(2);
  return file;
}

}  // namespace

int officeDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  const auto second = revise(demo / "departments.sqlite", folder);
  Start start;
  start.settingsFile = folder / "settings.json";
  auto& settings = start.settings;
  settings.role = presentation::Role::office;
  settings.person = "Trần Văn Mẫu", settings.unit = "296.VP", settings.whole = "296", settings.period = "2023-8T", settings.store = store.string();
  const auto saved = folder / "bao-cao.html", data = folder / "bao-cao.xml";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    MUST(driver, frame.view() == shell::MainFrame::View::board);
    driver.until("the board", [&] { return frame.board()->board().sections == 27; });
    MUST(driver, frame.board()->board().received == 0);

    // The whole folder at once, as dropped on the board.
    driver.on([&] { frame.openFiles({(demo / "packages").string()}); });
    driver.until("27 sections", [&] { return frame.board()->board().received == 27; });
    MUST(driver, frame.board()->board().unitsComplete == 21);

    // One goes back, with its reason.
    driver.on([&] { frame.board()->select(budget()); });
    driver.press(*frame.board(), "Trả lại");
    auto* reason = driver.dialog();
    driver.inputMethod("Chỉ tiêu chưa khớp");
    // … and a remark on a field.
    driver.on([&] { dynamic_cast<shell::ReasonDialog*>(reason)->goTo("revenue.target"); });
    driver.inputMethod("Đối chiếu quyết định giao dự toán");
    driver.press(*reason, "Thêm nhận xét");
    MUST(driver, dynamic_cast<shell::ReasonDialog*>(reason)->remarks().size() == 1);
    driver.key(WXK_RETURN, wxMOD_CONTROL);
    driver.closed(reason);
    const auto line = [&](const SectionKey& key) {
      for (const auto& each : frame.board()->board().lines) {
        if (each.key == key) return each;
      }
      return presentation::BoardLine{};
    };
    driver.until("returned", [&] { return line(budget()).state == SectionState::returned; });

    const auto remarks = driver.workspace().suite().store.remarks(budget());
    MUST(driver, remarks && remarks->size() == 1 && remarks->front().text == "Đối chiếu quyết định giao dự toán");

    // Its revision comes in; what differs is shown place by place.
    driver.on([&] { frame.openFiles({second.string()}); });
    driver.until("the second revision", [&] { return line(budget()).revision == 2 && line(budget()).state == SectionState::submitted; });
    driver.on([&] { frame.board()->select(budget()); });
    const auto differ = presentation::differences(driver.workspace().suite(), budget(), 2, driver.workspace().words());
    MUST(driver, differ && differ->size() == 1 && differ->front().place == "revenue.target" && differ->front().before == "387.425" && differ->front().after == "400.000");

    // All at once.
    driver.on([&] {
      auto* list = frame.board()->list();
      for (long row = 0; row < list->GetItemCount(); ++row) list->Select(row);
    });
    driver.press(*frame.board(), "Chấp nhận");
    driver.until("all accepted", [&] {
      return presentation::countOf(frame.board()->board(), presentation::BoardFilter::accepted) == 27;
    });

    driver.on([&] { frame.showView(shell::MainFrame::View::report); });
    driver.until("no report yet", [&] { return !frame.report()->reading(); });
    driver.press(*frame.report(), "Tổng hợp");
    driver.until("the report", [&] { return !frame.background().running() && frame.report()->hasReport(); });
    const auto idle = [&] { driver.until("the task's end", [&] { return !frame.background().running(); }); };
    // What remains to be said is there with the sections it is about, side by side.
    MUST(driver, std::any_of(frame.report()->findings().findings().begin(), frame.report()->findings().findings().end(), [](const ReportFinding& one) {
      return one.finding.place == "online.commune_rate" && one.sources.size() == 2 && one.sources[1].summed && one.sources[1].reported == 16 && one.sources[1].display == "97,6%";
    }));
    driver.until("the report on its pages", [&] { return frame.report()->pages().document() != nullptr && frame.report()->pages().document()->complete(); });
    MUST(driver, frame.report()->pages().document()->pages() > 5);
    driver.on([&] { frame.report()->saveTo(saved); });
    idle();
    driver.on([&] { frame.report()->saveTo(data); });
    idle();
    driver.on([&] { frame.report()->issue(true); });
    idle();
    driver.on([&] { frame.showView(shell::MainFrame::View::board); });
    driver.until("issued", [&] { return line(budget()).state == SectionState::issued; });
    driver.on([&] { frame.showView(shell::MainFrame::View::overview); });
    driver.until("the charts", [&] { return frame.overview()->charts().size() >= 5; });
  });
  if (status != 0) return status;

  const auto xml = contentOf(data), html = contentOf(saved);
  const bool whole = xml.find("complete=\"yes\"") != std::string::npos && xml.find("400000000000") != std::string::npos && xml.find("387425000000") == std::string::npos;
  if (!whole || html.find("400 tỷ") == std::string::npos) return std::fprintf(stderr, "the report does not have the second revision\n"), 1;
  const auto again = openElsewhere(store, "Người khác");
  const auto headers = again->store.sections(PeriodId("2023-8T"));
  for (const auto& header : *headers) {
    if (header.state != SectionState::issued) return std::fprintf(stderr, "not locked: %s\n", keyText(header.key).c_str()), 1;
  }
  // Locked: a further revision changes nothing that was issued.
  if (returnSection(*again, budget(), "muộn")) return std::fprintf(stderr, "an issued section was returned\n"), 1;
  return 0;
}

}  // namespace cchc::test
