// Stories of the report that the office issues.
#include <wx/listbox.h>
#include <wx/textctrl.h>

#include <vector>

#include "core/app/receive/review.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {

// A commune was given its section back on the day of issue: the office reads what is missing, confirms it by name,
// reads the report that says so, and issues it.
int issuedWithoutOne(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  const SectionKey commune{DefinitionId("office.commune"), OrgUnitId("10951"), PeriodId("2023-8T")};
  {
    const auto suite = openElsewhere(store, "Trần Văn Mẫu");
    if (!returnSection(*suite, commune, "Số liệu chưa khớp"))
      return std::fprintf(stderr, "the section is not returned\n"), 1;
  }
  const auto start = deskStart(folder, store, "296.VP", presentation::Role::office);
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    auto& frame = driver.frame();
    driver.on([&] { frame.SetSize(wxGetDisplaySize()); });
    driver.key('3', wxMOD_CONTROL);
    driver.until("the report's page",
                 [&] { return frame.view() == shell::MainFrame::View::report && !frame.report()->reading(); });
    const auto idle = [&] { driver.until("the task's end", [&] { return !frame.task().running(); }); };
    driver.clickButton(*frame.report(), "Tổng hợp");
    idle();
    driver.until("the report on its pages", [&] {
      const auto document = frame.report()->pages().document();
      return document != nullptr && document->complete();
    });
    const auto issue = [&] {
      driver.clickButton(*frame.report(), "Phát hành và khóa");
      answer(driver, "Phát hành và khóa");
    };
    issue();
    auto* dialog = driver.dialog();
    std::vector<wxListBox*> lists;
    std::vector<wxTextCtrl*> texts;
    driver.on([&] {
      lists = controlsOf<wxListBox>(*dialog);
      texts = controlsOf<wxTextCtrl>(*dialog);
    });
    MUST(driver, lists.size() == 1 && lists[0]->GetCount() == 1);
    MUST(driver, shell::utf8(lists[0]->GetString(0)).find("xã Vĩnh Hưng: ") == 0);
    MUST(driver, shell::utf8(lists[0]->GetString(0)).find("đã trả lại để sửa, chưa gửi lại") != std::string::npos);
    MUST(driver, texts.size() == 2 && texts[0]->HasFocus());
    MUST(driver, texts[1]->GetValue() == shell::wx("Số liệu chưa bao gồm 01 xã: xã Vĩnh Hưng."));
    if (const auto* picture = std::getenv("CCHC_PICTURES"))
      driver.picture(std::filesystem::path(picture) / "missing.png");
    // Nobody confirms it without a name.
    driver.key('A', wxMOD_CONTROL);
    driver.key(WXK_DELETE);
    driver.until("no name", [&] { return !buttonLabelled(*dialog, "Xác nhận và tổng hợp lại")->IsEnabled(); });
    driver.type("Chanh Van phong");
    driver.clickButton(*dialog, "Xác nhận và tổng hợp lại");
    driver.closed(dialog);
    idle();
    driver.until("the report again", [&] {
      const auto document = frame.report()->pages().document();
      return document != nullptr && document->complete() && !frame.report()->reading();
    });
    issue();
    idle();
    driver.until("issued", [&] {
      const auto section = driver.workspace().suite().store.section(budget());
      return section && *section && (*section)->state == SectionState::issued;
    });
    const auto report = contentOf(frame.report()->reportFile());
    MUST(driver, report.find("<sentence>Số liệu chưa bao gồm 01 xã: xã Vĩnh Hưng.</sentence>") != std::string::npos);
    MUST(driver, report.find("confirmed-by=\"Chanh Van phong\"") != std::string::npos);
  });
  return status;
}

}  // namespace cchc::test
