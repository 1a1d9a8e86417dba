// A story of the form and of the views beside it: reasons at the field, keys, long texts, rows that appear and
// disappear, and explanations and paragraphs that are saved when the focus leaves them.
#include <wx/notebook.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include "core/app/receive/review.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

using presentation::FormRow;

struct Day {
  Driver& driver;
  shell::MainFrame& frame;
  shell::Workspace& workspace;

  std::size_t field(const char* id) { return *workspace.form()->editing().definition().fieldIndex(id); }
  const Value& value(const char* id) { return workspace.form()->editing().data().fields[field(id)]; }
  wxTextCtrl* editor() { return dynamic_cast<wxTextCtrl*>(frame.form()->editor()); }
  std::optional<FormRow> row() {
    return frame.form()->current() ? std::optional(workspace.form()->rows()[*frame.form()->current()]) : std::nullopt;
  }
  void goTo(const char* id) {
    driver.on([&] { frame.form()->goTo(id); });
    driver.until(std::string("the editor of ") + id, [&] { return editor() != nullptr && editor()->HasFocus(); });
  }
};

// "45.8" is refused, and both readings are shown beside the field. An amount is shown in words while it is typed.
void typeFigures(Day day) {
  auto& driver = day.driver;
  day.goTo("revenue.target");
  driver.type("45.8");
  driver.until("the typed figure", [&] { return day.editor()->GetValue() == "45.8"; });
  driver.key(WXK_RETURN);
  driver.until("the reason", [&] {
    return day.frame.form()->tipText().find("45,8") != std::string::npos &&
           day.frame.form()->tipText().find("458") != std::string::npos;
  });
  MUST(driver, day.editor() != nullptr && day.editor()->GetValue() == "45.8" && day.editor()->HasFocus());
  driver.on([&] { day.editor()->SelectAll(); });
  driver.type("400500");
  driver.until("its reading", [&] {
    return shell::utf8(day.frame.GetStatusBar()->GetStatusText(1)).find("400 tỷ 500 triệu") != std::string::npos;
  });
  MUST(driver, day.frame.form()->tipText().empty());
  driver.key(WXK_RETURN);
  driver.until("the figure", [&] { return encodeValue(day.value("revenue.target")) == "400500000000"; });
}

// The arrow keys reach every row, a key folds a group, and a long text gets a taller row.
void walk(Day day) {
  auto& driver = day.driver;
  day.goTo("steering.guidance");
  std::size_t row = 0;
  driver.on([&] { row = *day.frame.form()->current(); });
  MUST(driver, day.frame.form()->areaOf(row).height == 4 * day.frame.form()->areaOf(row + 1).height);
  MUST(driver, day.frame.form()->areaOf(row).Contains(day.editor()->GetRect()));
  day.goTo("publication.estimate_year");
  for (int guard = 0; guard < 3; ++guard) {
    bool group = false;
    driver.on([&] { group = day.row() && day.row()->kind == FormRow::Kind::group; });
    if (group) break;
    std::optional<std::size_t> before;
    driver.on([&] { before = day.frame.form()->current(); });
    driver.key(guard == 0 ? WXK_UP : WXK_ESCAPE);
    if (guard == 0) driver.until("the row above", [&] { return day.frame.form()->current() != before; });
    if (guard == 1) {
      driver.until("no editor", [&] { return day.frame.form()->editor() == nullptr; });
      driver.key(WXK_UP);
      driver.until("the group", [&] { return day.row() && day.row()->kind == FormRow::Kind::group; });
    }
  }
  std::size_t rows = 0;
  driver.on([&] { rows = day.workspace.form()->rows().size(); });
  driver.key(WXK_LEFT);
  driver.until("the folded group", [&] { return day.workspace.form()->rows().size() < rows; });
  driver.key(WXK_RIGHT);
  driver.until("the unfolded group", [&] { return day.workspace.form()->rows().size() == rows; });
  driver.key(WXK_DOWN);
  driver.until("the first field again", [&] { return day.row() && day.row()->kind == FormRow::Kind::field; });
}

// Enter on a computed field shows how it is computed, by labels. The next Enter goes on to the next figure.
void explainFormula(Day day) {
  auto& driver = day.driver;
  driver.on([&] { day.frame.form()->goTo("reconciled.land"); });
  driver.until("the computed row", [&] {
    return day.frame.form()->editor() == nullptr && day.row() &&
           *day.row() == FormRow{FormRow::Kind::field, day.field("reconciled.land")};
  });
  driver.on([&] { day.frame.form()->SetFocus(); });
  driver.key(WXK_RETURN);
  driver.until("the formula", [&] {
    return day.frame.form()->tipText().find(
               "tổng(“Đã thanh toán” của bảng “Bảng đối chiếu của Kho bạc Nhà nước theo dự án”") != std::string::npos;
  });
  driver.key(WXK_RETURN);
  driver.until("the next figure", [&] {
    return day.frame.form()->tipText().empty() && day.row() &&
           *day.row() != FormRow{FormRow::Kind::field, day.field("reconciled.land")};
  });
}

// When a row appears or disappears above the rows in sight, these keep their position.
void rowsComeAndGo(Day day) {
  auto& driver = day.driver;
  day.goTo("audit.directed_on");
  int before = 0, after = 0;
  std::size_t rows = 0;
  driver.on([&] {
    auto& form = *day.workspace.form();
    const auto& definition = form.editing().definition();
    const auto table = *definition.tableIndex("disbursement");
    const auto plan = *definition.tables[table].columnIndex("plan");
    // In both directions: the field for the year of carried-over capital is shown only while there is such capital.
    const bool there =
        form.editing().evaluation().fields[*definition.fieldIndex("investment.carried_from_year")].relevant;
    rows = form.rows().size();
    before = day.frame.form()->areaOf(*day.frame.form()->current()).y;
    static_cast<void>(form.editing().apply(
        {{"", ""}, {CellEdit{table, "carried_over", plan, Value{Decimal(there ? 0 : 1'000'000)}}}}));
    day.workspace.edited();
    after = day.frame.form()->areaOf(*day.frame.form()->current()).y;
  });
  MUST(driver, day.workspace.form()->rows().size() != rows);
  MUST(driver, *day.row() == (FormRow{FormRow::Kind::field, day.field("audit.directed_on")}));
  if (before != after) driver.give("the row in focus jumped by " + std::to_string(after - before));
}

// What is typed beside the form is saved when the focus leaves it, as a field is.
void beside(Day day) {
  auto& driver = day.driver;
  auto& frame = day.frame;
  MUST(driver, frame.findings()->list()->GetFirstSelected() == 0 &&
                   frame.findings()->detail().find("Cách sửa") != std::string::npos);
  std::size_t warning = 0;
  driver.on([&] {
    const auto& shown = frame.findings()->shown();
    while (warning < shown.size() && shown[warning].severity != Severity::warning) ++warning;
    if (warning < shown.size()) frame.findings()->list()->Select(static_cast<long>(warning));
    frame.findings()->explanationBox()->SetFocus();
  });
  const auto at = warning;
  MUST(driver, at < frame.findings()->shown().size() && frame.findings()->explanationBox()->IsEnabled());
  Finding explained;
  driver.on([&] { explained = frame.findings()->shown()[at]; });
  driver.until("the box in focus", [&] { return frame.findings()->explanationBox()->HasFocus(); });
  driver.on([&] { frame.findings()->explanationBox()->SelectAll(); });
  driver.type("Da doi chieu voi Kho bac");
  driver.until("the typed explanation",
               [&] { return frame.findings()->explanationBox()->GetValue() == "Da doi chieu voi Kho bac"; });
  driver.on([&] { frame.form()->SetFocus(); });
  driver.until("the explanation, saved", [&] {
    for (const auto& explanation : day.workspace.form()->editing().data().explanations) {
      if (explanation.code == explained.code && explanation.place == explained.place)
        return explanation.text == "Da doi chieu voi Kho bac";
    }
    return false;
  });

  driver.on([&] {
    frame.side().notebook()->SetSelection(1);
    const auto& list = *frame.text()->list();
    for (unsigned i = 0; i < list.GetCount(); ++i) {
      if (shell::utf8(list.GetString(i)).find("177 tỷ 357 triệu") == std::string::npos) continue;
      frame.text()->list()->SetSelection(static_cast<int>(i));
      wxCommandEvent chosen(wxEVT_LISTBOX, list.GetId());
      frame.text()->list()->GetEventHandler()->ProcessEvent(chosen);
    }
    frame.text()->editor()->SetFocus();
    frame.text()->editor()->SetInsertionPoint(0);
  });
  driver.until("the paragraph in focus", [&] {
    return frame.text()->editor()->HasFocus() &&
           shell::utf8(frame.text()->editor()->GetValue()).find("177 tỷ 357 triệu") != std::string::npos;
  });
  driver.type("Nhin chung ");
  driver.until("the typed words", [&] { return frame.text()->editor()->GetValue().StartsWith("Nhin chung "); });
  driver.on([&] { frame.form()->goTo("revenue.actual"); });
  driver.until("the paragraph, saved", [&] {
    for (const auto& paragraph : day.workspace.form()->editing().data().paragraphs) {
      if (paragraph.text && paragraph.text->starts_with("Nhin chung ")) return true;
    }
    return false;
  });
  driver.until("the editor", [&] { return day.editor() != nullptr && day.editor()->HasFocus(); });
  driver.type("178000");
  driver.key(WXK_RETURN);
  driver.until("both texts, word by word", [&] {
    return frame.text()->differenceText().find("178") != std::string::npos &&
           frame.text()->differenceText().find("177") != std::string::npos;
  });
  driver.on([&] { frame.side().notebook()->SetSelection(0); });
}

void navigate(Day day) {
  auto& driver = day.driver;
  auto& frame = day.frame;
  MUST(driver, shell::utf8(frame.navigator()->list()->GetItemText(0)).starts_with("II. ") &&
                   shell::utf8(frame.navigator()->list()->GetItemText(1)).find("II.5") != std::string::npos);
  auto* box = frame.navigator()->searchBox();
  driver.key('F', wxMOD_CONTROL);
  driver.until("the box to search in", [&] { return box->HasFocus(); });
  driver.type("thu noi dia");
  driver.until("what was found",
               [&] { return box->GetValue() == "thu noi dia" && !frame.navigator()->found().empty(); });
  MUST(driver, frame.navigator()->found().front().place == "revenue.domestic");
  // The cross at the end of the search box empties it, and so does Escape.
  wxSize size;
  driver.look([&] { size = box->GetSize(); });
  driver.clickUnheard(*box, {size.GetWidth() - size.GetHeight() / 2, size.GetHeight() / 2});
  driver.until("an empty box", [&] { return box->IsEmpty(); });
  driver.type("thu");
  driver.until("what was found again", [&] { return !frame.navigator()->found().empty(); });
  driver.key(WXK_ESCAPE);
  driver.until("an empty box again", [&] { return box->IsEmpty(); });
  driver.on([&] { frame.findings()->showWhole(true); });
  driver.until("the findings of all sections", [&] { return !frame.findings()->shown().empty(); });
}

// In a narrow window a long label has two lines, and a click on the second line selects its row.
void narrow(Day day) {
  auto& driver = day.driver;
  auto* form = day.frame.form();
  driver.on([&] { day.frame.SetSize(800, 740); });
  std::size_t row = 0;
  const auto field = [&](std::size_t at) { return day.workspace.form()->rows()[at].kind == FormRow::Kind::field; };
  driver.until("a label on two lines", [&] {
    const auto count = day.workspace.form()->rows().size();
    for (row = 0; row + 1 < count; ++row) {
      if (field(row) && form->areaOf(row).height > form->areaOf(0).height &&
          form->areaOf(row).height < 2 * form->areaOf(0).height)
        return true;
    }
    return false;
  });
  driver.on([&] { form->Scroll(0, 0); });
  wxRect area;
  driver.look([&] { area = form->areaOf(row); });
  MUST(driver, form->areaOf(row + 1).y == area.y + area.height);
  driver.click(*form, {60, area.y + area.height - 6});
  driver.until("the row of the second line", [&] { return form->current() == row; });
}

}  // namespace

int formDay(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = makeDemo(folder / "demo") / "departments.sqlite";
  if (const auto office = openElsewhere(store, "Văn phòng"); !returnSection(*office, budget(), "Chỉ tiêu chưa khớp"))
    return 2;
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    Day day{driver, driver.frame(), driver.workspace()};
    // At 1366 x 768 the comparison that has a figure is shown. Of the others, which have none yet, only those are shown
    // that leave room for the whole labels.
    driver.until("the comparisons", [&] {
      const auto& shown = day.frame.form()->comparisonColumns();
      return !shown.empty() && shown.size() < 3 && shown.back() == 2;
    });
    beside(day);
    walk(day);
    explainFormula(day);
    rowsComeAndGo(day);
    typeFigures(day);
    navigate(day);
    narrow(day);
  });
}

}  // namespace cchc::test
