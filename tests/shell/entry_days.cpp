// Stories of the office that enters for a unit, on the form's own page and in its tables, and amends the heading of its
// report.
#include <wx/listbox.h>
#include <wx/textctrl.h>

#include "core/app/receive/review.h"
#include "core/shell/section/submit_dialog.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {
namespace {

using shell::utf8;

void type(Driver& driver, const char* field, const std::string& typed) {
  auto& frame = driver.frame();
  driver.on([&] { frame.form()->goTo(field); });
  driver.until(std::string("the editor of ") + field,
               [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
  driver.type(typed);
  driver.key(WXK_RETURN);
}

presentation::BoardLine onBoard(Driver& driver, const SectionKey& key) {
  for (const auto& each : driver.frame().board()->board().lines) {
    if (each.key == key) return each;
  }
  return {};
}

const SectionEditing* entering(Driver& driver) {
  const auto* form = driver.workspace().form();
  return form != nullptr && form->editing().entering() ? &form->editing() : nullptr;
}

// From the board, by its button.
void enterForFinance(Driver& driver) {
  auto& frame = driver.frame();
  driver.on([&] {
    frame.showView(shell::MainFrame::View::board);
    frame.board()->select(budget());
  });
  driver.until("the section", [&] { return !frame.board()->reading() && !frame.task().running() && !frame.reading(); });
  driver.clickButton(*frame.board(), "Nhập thay đơn vị");
  driver.until("the form", [&] { return entering(driver) && frame.view() == shell::MainFrame::View::form; });
}

std::string band(Driver& driver) {
  auto* panel = driver.frame().entry().panel();
  return panel != nullptr && panel->IsShownOnScreen() ? lineOf(*panel) : std::string();
}

SectionHeader stored(const std::filesystem::path& store, const SectionKey& key) {
  const auto suite = openElsewhere(store, "Quản trị");
  const auto header = suite->store.section(key);
  return header && *header ? **header : SectionHeader{};
}

wxTextCtrl* focusedText() { return dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()); }

bool isInBand(Driver& driver, const wxWindow* window) {
  return window != nullptr && window->GetParent() == driver.frame().entry().panel();
}

wxListBox* listOf(wxDialog& dialog) {
  for (auto* child : dialog.GetChildren()) {
    if (auto* list = dynamic_cast<wxListBox*>(child)) return list;
  }
  return nullptr;
}

}  // namespace

// The office enters a figure of the form and a cell of a table for Finance on request, says who asked, and submits.
int officeEnters(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  setDeskOf(store, "296.VP");
  const auto before = stored(store, budget());
  const int status =
      drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
        showBoard(driver);
        auto& frame = driver.frame();
        enterForFinance(driver);
        MUST(driver, band(driver).find("Phòng Tài chính") != std::string::npos);
        MUST(driver, band(driver).find("Chưa sửa chỗ nào") != std::string::npos);
        type(driver, "revenue.target", "400000");
        driver.until("one place", [&] { return band(driver).find("đã sửa 1 chỗ") != std::string::npos; });
        const auto target = *entering(driver)->definition().fieldIndex("revenue.target");
        MUST(driver, driver.workspace().form()->line(target).entered);
        MUST(driver, driver.workspace().form()->line(target).note.find("trước đó: ") != std::string::npos);
        MUST(driver,
             !driver.workspace().form()->line(*entering(driver)->definition().fieldIndex("revenue.actual")).entered);

        // A cell of a table.
        driver.on([&] { frame.findings()->goTo("recommendations"); });
        driver.until("the table", [&] { return frame.view() == shell::MainFrame::View::table; });
        int column = 0;
        driver.on([&] {
          column = static_cast<int>(*frame.table()->table()->columnNamed("performer"));
          frame.table()->grid()->SetGridCursor(0, column);
          frame.table()->grid()->SetFocus();
        });
        driver.settle();
        driver.inputMethod("Phòng Nội vụ");
        driver.key(WXK_RETURN);
        driver.until("two places", [&] { return band(driver).find("đã sửa 2 chỗ") != std::string::npos; });
        MUST(driver, frame.table()->table()->changedByOffice(0, static_cast<std::size_t>(column)));
        MUST(driver, !frame.table()->table()->changedByOffice(0, static_cast<std::size_t>(column) - 1));
        MUST(driver,
             driver.workspace().form()->enteredInTable(*entering(driver)->definition().tableIndex("recommendations")));
        // Undone and done again, as any edit.
        driver.key('Z', wxMOD_CONTROL);
        driver.until("undone", [&] { return band(driver).find("đã sửa 1 chỗ") != std::string::npos; });
        driver.key('Y', wxMOD_CONTROL);
        driver.until("done again", [&] { return band(driver).find("đã sửa 2 chỗ") != std::string::npos; });

        // Nothing is stored, and the window never says that it is.
        if (stored(store, budget()) != before) driver.give("the section is stored before it is submitted");
        MUST(driver, frame.GetStatusBar()->GetStatusText(0).empty());
        driver.key('S', wxMOD_CONTROL);
        driver.until("the note", [&] { return utf8(frame.GetStatusBar()->GetStatusText(1)).starts_with("Chưa ghi"); });

        // Who asked must be said, and a day that was.
        driver.key(WXK_F9);
        driver.until("who asked is missing", [&] { return frame.notices().bar()->IsShown(); });
        driver.until("its text box", [&] { return isInBand(driver, wxWindow::FindFocus()); });
        driver.inputMethod("Trưởng phòng Tài chính");
        driver.key(WXK_TAB);
        driver.until("the day", [&] { return focusedText() != nullptr && focusedText()->GetValue().Contains("/"); });
        wxString today;
        driver.look([&] { today = focusedText()->GetValue(); });
        driver.key('A', wxMOD_CONTROL);
        driver.type("1/1/2090");
        driver.key(WXK_F9);
        driver.settle();
        MUST(driver, utf8(focusedText()->GetValue()) == "1/1/2090" && frame.notices().bar()->IsShown());
        driver.key('A', wxMOD_CONTROL);
        driver.type(utf8(today));
        driver.clickButton(*frame.entry().panel(), "Gửi thay đơn vị");
        auto* dialog = driver.dialog();
        driver.clickButton(*dialog, "Gửi thay đơn vị, không ký");
        driver.closed(dialog);
        driver.until("the office's revision", [&] {
          const auto line = onBoard(driver, budget());
          return line.revision == before.revision + 1 && line.state == SectionState::submitted;
        });
        MUST(driver, frame.view() == shell::MainFrame::View::board && driver.workspace().form() == nullptr);
        MUST(driver, band(driver).empty());

        // The submission is discarded again.
        driver.on([&] { frame.board()->select(budget()); });
        driver.until("the section", [&] { return !frame.board()->reading() && !frame.task().running(); });
        driver.clickButton(*frame.board(), "Loại bản gửi");
        auto* reason = driver.dialog();
        driver.inputMethod("Đơn vị đề nghị nhầm phần");
        driver.on([&] { wxWindow::FindWindowById(wxID_OK, reason)->SetFocus(); });
        driver.settle();
        driver.key(WXK_RETURN);
        driver.closed(reason);
        driver.until("it is discarded", [&] {
          const auto line = onBoard(driver, budget());
          return !line.received && line.state == SectionState::draft;
        });
      });
  if (status != 0) return status;
  const auto suite = openElsewhere(store, "Quản trị");
  const auto history = submissionHistory(*suite, budget());
  if (!history || history->empty() || history->front().state != SubmissionState::discarded) return 3;
  // The package for the unit says who asked, and which places the office entered.
  std::string package;
  for (const auto& file : std::filesystem::directory_iterator(store.parent_path() / "nhap-thay"))
    package += contentOf(file.path());
  for (const auto* part : {"asked-by=\"Trưởng phòng Tài chính\"", "revenue.target", "Phòng Nội vụ"}) {
    if (package.find(part) == std::string::npos) return 5;
  }
  if (!suite->store.verifyJournal(budget())->empty()) return 6;
  const auto reasons = discardReasons(*suite, budget());
  return reasons && reasons->size() == 1 ? 0 : 4;
}

// What the office has entered is left without a trace, but never without a question; and all errors that prevent the
// submission are listed, each with the way to its place.
int officeLeaves(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  setDeskOf(store, "296.VP");
  const auto before = stored(store, budget());
  const SectionKey own{DefinitionId("office.procedures"), OrgUnitId("296"), PeriodId("2023-8T")};
  const int status =
      drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
        showBoard(driver);
        auto& frame = driver.frame();
        // Nothing was entered, so there is nothing to ask.
        enterForFinance(driver);
        driver.clickButton(*frame.entry().panel(), "Bỏ, không ghi");
        driver.until("the board", [&] { return frame.view() == shell::MainFrame::View::board; });

        enterForFinance(driver);
        type(driver, "revenue.target", "-1");
        driver.on([&] { frame.findings()->goTo("recommendations"); });
        driver.until("the table", [&] { return frame.view() == shell::MainFrame::View::table; });
        const auto rows = frame.table()->table()->rowCount();
        for (int i = 0; i < 4; ++i) driver.clickButton(*frame.table(), "Thêm dòng");
        MUST(driver, frame.table()->table()->rowCount() == rows + 4);
        driver.on([&] { frame.showView(shell::MainFrame::View::form); });
        driver.key(WXK_F9);  // who asked is missing
        driver.until("the text box", [&] { return isInBand(driver, wxWindow::FindFocus()); });
        driver.inputMethod("Trưởng phòng Tài chính");
        driver.key(WXK_F9);
        auto* dialog = driver.dialog();
        std::size_t errors = 0;
        driver.look([&] {
          for (const auto& finding : entering(driver)->findings())
            errors += finding.severity == Severity::error ? 1 : 0;
        });
        MUST(driver, errors > 8 && listOf(*dialog)->GetCount() == errors);
        MUST(driver, !wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
        driver.on([&] { listOf(*dialog)->SetSelection(0); });
        driver.clickButton(*dialog, "Đến chỗ lỗi");
        driver.closed(dialog);
        driver.until("the place of the error", [&] { return frame.IsEnabled() && entering(driver) != nullptr; });

        // Another section, another view, the end of the program: each asks.
        driver.post([&] { frame.openSection(own, ""); });
        answer(driver, "Nhập tiếp");
        driver.settle();
        MUST(driver, entering(driver) != nullptr && !entering(driver)->enteredPlaces().empty());
        driver.post([&] { frame.Close(); });
        answer(driver, "Nhập tiếp");
        driver.settle();
        MUST(driver, frame.IsShown() && entering(driver) != nullptr);
        // Reading the store again does not replace what was entered.
        const auto places = entering(driver)->enteredPlaces().size();
        driver.on([&] {
          frame.showView(shell::MainFrame::View::board);
          frame.showView(shell::MainFrame::View::form);
        });
        MUST(driver, entering(driver)->enteredPlaces().size() == places);
        driver.post([&] { frame.openSection(own, ""); });
        answer(driver, "Bỏ, không ghi");
        driver.until("the other section", [&] {
          return !frame.reading() && driver.workspace().form() != nullptr &&
                 driver.workspace().form()->editing().key() == own;
        });
        MUST(driver, band(driver).empty());
      });
  if (status != 0) return status;
  if (stored(store, budget()) != before) return 3;
  const auto suite = openElsewhere(store, "Quản trị");
  const auto seen = SectionEditing::open(*suite, budget());
  return seen && (*seen)->header() == before ? 0 : 4;
}

// The office amends the heading of its report, with a reason.
int headingAmended(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "suite.sqlite";
  setDeskOf(store, "296.VP");
  return drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
    showBoard(driver);
    auto& frame = driver.frame();
    driver.on([&] { frame.showView(shell::MainFrame::View::report); });
    driver.until("the report", [&] { return !frame.report()->reading(); });
    driver.until("the heading can be amended", [&] { return driver.workspace().headingRefusal().empty(); });
    driver.clickButton(*frame.report(), "Sửa thể thức");
    driver.until("the form", [&] { return entering(driver) && frame.view() == shell::MainFrame::View::form; });
    type(driver, "number", "457");
    driver.key(WXK_F9);
    driver.until("the reason is missing", [&] { return isInBand(driver, wxWindow::FindFocus()); });
    driver.inputMethod("Số văn bản được cấp lại");
    driver.key(WXK_F9);
    auto* dialog = driver.dialog();
    driver.clickButton(*dialog, "Sửa thể thức, không ký");
    driver.closed(dialog);
    driver.until("the heading waits for a new report", [&] {
      const auto* heading = driver.workspace().heading();
      return heading != nullptr && heading->state == SectionState::accepted;
    });
    MUST(driver, frame.view() == shell::MainFrame::View::report);
  });
}

}  // namespace cchc::test
