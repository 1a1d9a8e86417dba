// The office's day, by mouse and keyboard in the real dialogues: the packages of 21 units are received, a section is
// returned with a reason, its next revision is received, all are accepted, and the report is consolidated, saved and
// issued.
#include <algorithm>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/send/submit.h"
#include "core/shell/office/reason_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {
namespace {

// The department receives the file of the return, reads the reason and the remark, corrects its figure and submits
// again. Returns the new package.
std::filesystem::path revise(const std::filesystem::path& departments, const std::filesystem::path& returned,
                             const std::filesystem::path& folder) {
  const auto stop = [](const char* what) { std::fprintf(stderr, "%s\n", what), std::_Exit(2); };
  const auto suite = openElsewhere(departments, "Lê Thị Mẫu");
  std::vector<ReceiveResult> results;
  const auto received =
      receiveFiles(*suite, {returned}, 1, [&](const ReceivedFile& file) { results.push_back(file.result); });
  if (!received || results != std::vector{ReceiveResult::returned}) stop("the department does not receive the return");
  const auto editing = SectionEditing::open(*suite, budget());
  const auto remarks = suite->store.remarks(budget());
  if ((*editing)->header().reason != "Chỉ tiêu chưa khớp") stop("the reason did not come");
  if (!remarks || remarks->size() != 1 || remarks->front().text != "Đối chiếu quyết định giao dự toán")
    stop("the remark did not come");
  const auto target = *(*editing)->definition().fieldIndex("revenue.target");
  const auto done = (*editing)->apply({{"Sửa", "Edit"}, {FieldEdit{target, Value{*Decimal::parse("400000000000")}}}});
  std::vector<Finding> blocking;
  const auto file = folder / "lan-hai.cchc";
  if (!done || !submitSection(*suite, budget(), file, blocking)) stop("the department cannot submit again");
  return file;
}

}  // namespace

int officeDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = folder / "vanphong.sqlite";
  makeEmptyStore(store);
  Start start;
  start.settingsFile = folder / "settings.json";
  auto& settings = start.settings;
  settings.role = presentation::Role::office;
  settings.person = "Trần Văn Mẫu", settings.unit = "296.VP", settings.whole = "296", settings.period = "2023-8T",
  settings.store = store.string();
  const auto saved = folder / "bao-cao.html", data = folder / "bao-cao.xml";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    MUST(driver, frame.view() == shell::MainFrame::View::board);
    driver.until("the board", [&] { return frame.board()->board().sections == 27; });
    MUST(driver, frame.board()->board().received == 0);

    // All packages of a folder are received at once: Ctrl+O, Ctrl+A, Enter.
    driver.key('O', wxMOD_CONTROL);
    chooseAll(driver, demo / "packages", 27);
    driver.until("27 sections", [&] { return frame.board()->board().received == 27; });
    MUST(driver, frame.board()->board().unitsComplete == 21);

    const auto line = [&](const SectionKey& key) {
      for (const auto& each : frame.board()->board().lines) {
        if (each.key == key) return each;
      }
      return presentation::BoardLine{};
    };
    const auto pick = [&](const SectionKey& key) {
      auto* list = frame.board()->list();
      wxRect row;
      driver.on([&] {
        for (long at = 0; at < list->GetItemCount(); ++at) {
          if (list->textOf(at, 0) != line(key).reporterName || list->textOf(at, 1) != line(key).title) continue;
          list->EnsureVisible(at);
          list->GetItemRect(at, row);
        }
      });
      driver.click(*list, {row.x + 40, row.y + row.height / 2});
      driver.until("the picked section",
                   [&] { return list->selected().size() == 1 && list->selected().front().key == key; });
    };

    // A section is returned with a reason,
    pick(budget());
    driver.clickButton(*frame.board(), "Trả lại");
    auto* reason = driver.dialog();
    driver.inputMethod("Chỉ tiêu chưa khớp");
    // … and with a remark on a field.
    wxChoice* places = nullptr;
    wxTextCtrl *why = nullptr, *remark = nullptr;
    driver.look([&] {
      for (auto* child : reason->GetChildren()) {
        if (auto* choice = dynamic_cast<wxChoice*>(child)) places = choice;
        if (auto* text = dynamic_cast<wxTextCtrl*>(child)) (text->IsSingleLine() ? remark : why) = text;
      }
    });
    driver.click(*why, {20, 60});  // without a window manager, the keys go where the pointer is
    driver.key(WXK_TAB);
    for (bool there = false; !there;) {
      wxString before;
      driver.look([&] {
        before = places->GetStringSelection(), there = before == shell::wx("Chỉ tiêu thu ngân sách tỉnh giao");
      });
      if (there) break;
      driver.key(WXK_DOWN);
      driver.until("the next place", [&] { return places->GetStringSelection() != before; });
    }
    driver.key(WXK_TAB);
    driver.until("the remark's field", [&] { return remark->HasFocus(); });
    driver.inputMethod("Đối chiếu quyết định giao dự toán");
    driver.clickButton(*reason, "Thêm nhận xét");
    MUST(driver, dynamic_cast<shell::ReasonDialog*>(reason)->remarks().size() == 1);
    driver.key(WXK_RETURN, wxMOD_CONTROL);
    driver.closed(reason);
    driver.until("returned", [&] { return line(budget()).state == SectionState::returned; });

    const auto remarks = driver.workspace().suite().store.remarks(budget());
    MUST(driver, remarks && remarks->size() == 1 && remarks->front().text == "Đối chiếu quyết định giao dự toán");

    // The file for the unit brings it the reason and the remark. When its next revision is received, the differences
    // are listed.
    const auto second = revise(demo / "departments.sqlite",
                               folder / "tra-lai" / "tra-lai-296-finance.budget-2023-8T-lan1.cchc", folder);
    driver.key('O', wxMOD_CONTROL);
    chooseFile(driver, second);
    driver.until("the second revision",
                 [&] { return line(budget()).revision == 2 && line(budget()).state == SectionState::submitted; });
    pick(budget());
    auto& differences = frame.board()->detail().differences();
    driver.until("what differs", [&] { return differences.GetItemCount() == 1; });
    MUST(driver, differences.GetItemText(0, 1) == "387.425" && differences.GetItemText(0, 2) == "400.000");

    // All sections are accepted at once.
    driver.key(WXK_HOME);
    driver.key(WXK_END, wxMOD_SHIFT);
    driver.until("all of them selected", [&] { return frame.board()->list()->selected().size() == 27; });
    driver.clickButton(*frame.board(), "Chấp nhận");
    driver.until("all accepted", [&] {
      return presentation::countOf(frame.board()->board(), presentation::BoardFilter::accepted) == 27;
    });

    driver.key('3', wxMOD_CONTROL);
    driver.until("no report yet",
                 [&] { return frame.view() == shell::MainFrame::View::report && !frame.report()->reading(); });
    driver.clickButton(*frame.report(), "Tổng hợp");
    driver.until("the report", [&] { return !frame.task().running() && frame.report()->hasReport(); });
    const auto idle = [&] { driver.until("the task's end", [&] { return !frame.task().running(); }); };
    // A finding is shown with the figures of all the sections that it is about.
    MUST(driver, std::any_of(frame.report()->findings().findings().begin(), frame.report()->findings().findings().end(),
                             [](const ReportFinding& one) {
                               return one.finding.place == "online.commune_rate" && one.sources.size() == 2 &&
                                      one.sources[1].summed && one.sources[1].reported == 16 &&
                                      one.sources[1].display == "97,6%";
                             }));
    driver.until("the report on its pages", [&] {
      return frame.report()->pages().document() != nullptr && frame.report()->pages().document()->complete();
    });
    MUST(driver, frame.report()->pages().document()->pages() > 5);
    driver.clickButton(*frame.report(), "Lưu thành");
    saveAs(driver, saved);
    idle();
    driver.until("the saved report", [&] { return std::filesystem::exists(saved); });
    // The same from the menu: Báo cáo, Lưu báo cáo thành.
    bool menu = false;
    driver.on([&] { frame.Bind(wxEVT_MENU_OPEN, [&menu](wxMenuEvent& event) { menu = true, event.Skip(); }); });
    driver.key('C', wxMOD_ALT);
    driver.until("the menu", [&] { return menu; });
    driver.key('L');
    saveAs(driver, data);
    driver.until("the saved data", [&] { return std::filesystem::exists(data); });
    idle();
    // Issuing cannot be undone, so it must be confirmed; Enter alone does not confirm it.
    driver.clickButton(*frame.report(), "Phát hành và khóa");
    answer(driver, "");
    idle();
    MUST(driver, driver.workspace().suite().store.section(budget()).value()->state != SectionState::issued);
    driver.clickButton(*frame.report(), "Phát hành và khóa");
    answer(driver, "Phát hành và khóa");
    idle();
    driver.key('2', wxMOD_CONTROL);
    driver.until("issued", [&] { return line(budget()).state == SectionState::issued; });
    driver.key('4', wxMOD_CONTROL);
    driver.until("the charts", [&] {
      return frame.view() == shell::MainFrame::View::overview && frame.overview()->charts().size() >= 5;
    });
  });
  if (status != 0) return status;

  const auto xml = contentOf(data), html = contentOf(saved);
  const bool whole = xml.find("complete=\"yes\"") != std::string::npos &&
                     xml.find("400000000000") != std::string::npos && xml.find("387425000000") == std::string::npos;
  if (!whole || html.find("400 tỷ") == std::string::npos)
    return std::fprintf(stderr, "the report does not have the second revision\n"), 1;
  const auto again = openElsewhere(store, "Người khác");
  const auto headers = again->store.sections(PeriodId("2023-8T"));
  for (const auto& header : *headers) {
    if (header.state != SectionState::issued)
      return std::fprintf(stderr, "not locked: %s\n", keyText(header.key).c_str()), 1;
  }
  // An issued section is locked, so it cannot be returned.
  if (returnSection(*again, budget(), "muộn")) return std::fprintf(stderr, "an issued section was returned\n"), 1;
  return 0;
}

}  // namespace cchc::test
