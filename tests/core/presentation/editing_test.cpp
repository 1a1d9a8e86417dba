// Editing a section: each edit is saved at once, can be undone by its name, and is whole in the journal.
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "core/app/receive/review.h"
#include "core/app/section/fill.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/exchange/values/values_file.h"
#include "core/presentation/section/form.h"
#include "core/presentation/section/formula_text.h"
#include "core/presentation/section/table.h"
#include "core/presentation/section/word_difference.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;

namespace {

const Words vi{Language::vi};

std::vector<std::string> rowIds(const SectionEditing& editing, const char* table) {
  std::vector<std::string> ids;
  for (const auto& row : editing.data().tables[*editing.definition().tableIndex(table)].rows) ids.push_back(row.id);
  return ids;
}

}  // namespace

TEST_CASE("an edit is in the store at once, and its undo too, each by the name of who made it") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  const auto target = *editing->definition().fieldIndex("revenue.target");
  const auto before = editing->data().fields[target];
  REQUIRE(form.type(target, "400.000"));
  CHECK(editing->undoable()->name.vi == "Chỉ tiêu thu ngân sách tỉnh giao: 387.425 → 400.000");
  CHECK(editing->header().state == SectionState::draft);
  const auto stored = loadSection(department.suite(), Department::budget());
  CHECK(encodeValue((*stored)->data.fields[target]) == "400000000000");
  REQUIRE(editing->undo());
  CHECK(editing->data().fields[target] == before);
  REQUIRE(editing->redo());
  CHECK(encodeValue(editing->data().fields[target]) == "400000000000");
  const auto journal = department.suite().store.journal(Department::budget());
  CHECK(journal->back().change.place == "revenue.target");
  CHECK(journal->back().change.who.name == "Lê Thị Mẫu");
  CHECK(department.suite().store.verifyJournal(Department::budget())->empty());
}

TEST_CASE("computed figures and findings follow the figures that they depend on") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  const auto rate = *editing->definition().fieldIndex("revenue.rate");
  CHECK(form.line(rate).value == "ước 45,8");
  REQUIRE(form.type(*editing->definition().fieldIndex("revenue.actual"), "387.425"));
  CHECK(form.line(rate).value == "100,0");
  REQUIRE(form.type(*editing->definition().fieldIndex("revenue.target"), ""));
  CHECK(form.line(*editing->definition().fieldIndex("revenue.target")).worst == Severity::error);
  CHECK(form.completeness().filled == form.completeness().required - 1);
}

TEST_CASE(
    "a form says in labels and values how a figure is computed, where a finding is, which amount is typed, and which "
    "comparisons it has") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  CHECK(form.formulaText(*editing->definition().fieldIndex("revenue.rate")) ==
        "Công thức: 100 × “Thu ngân sách thực hiện” (ước 177.357) / “Chỉ tiêu thu ngân sách tỉnh giao” (387.425)");
  const auto land = form.formulaText(*editing->definition().fieldIndex("land.district_rate"));
  CHECK(land.find("“Nguồn vốn được giao, được hưởng” của dòng “Vốn từ nguồn thu tiền sử dụng đất”") !=
        std::string::npos);
  CHECK(form.placeLabel("revenue.actual") == "Thu ngân sách thực hiện");
  CHECK(form.placeLabel("disbursement[land].plan") ==
        "Kế hoạch, phân bổ và giải ngân theo nguồn vốn, Vốn từ nguồn thu tiền sử dụng đất, Nguồn vốn được giao, được "
        "hưởng");
  CHECK(form.amountInWords(*editing->definition().fieldIndex("revenue.target"), "400500") == "400 tỷ 500 triệu đồng");
  CHECK(form.amountInWords(*editing->definition().fieldIndex("revenue.target"), "45.8").empty());
  for (const auto& comparison : form.comparisons()) CHECK(comparison.asked);
  CHECK(form.comparisons()[2].any);
}

TEST_CASE("every function of the expression language has words for a clerk") {
  const SectionDefinition form;
  const auto shown = [&](const std::string& name, Language language) {
    return formulaInWords(form, name + "(2)", {}, Words{language});
  };
  const auto source =
      *readFile(CCHC_SOURCE "/core/rules/binder.cpp") + *readFile(CCHC_SOURCE "/core/rules/binder_calls.cpp");
  const std::regex row("\\{\"([a-z_]+)\",\\s+\\{?Op::");
  std::set<std::string> names{"count", "sum"};
  for (auto at = std::sregex_iterator(source.begin(), source.end(), row); at != std::sregex_iterator(); ++at)
    names.insert((*at)[1]);
  for (const auto* word : {"and", "or"}) names.erase(word);  // operators
  CHECK(names.size() == 36);
  for (const auto& name : names) {
    const auto code = "formula.function." + std::regex_replace(name, std::regex("_"), "-");
    INFO(name);
    CHECK(findText(code) != nullptr);
    for (const auto language : {Language::vi, Language::en})
      CHECK(shown(name, language) == std::string(text(code, language)) + "(2)");
  }
  for (const std::string name : {"and", "or", "not"})
    CHECK(shown(name, Language::vi) == std::string(text("formula." + name, Language::vi)) + "(2)");
  CHECK(shown("period_end", Language::vi) == "ngày cuối kỳ(2)");
  CHECK(shown("period", Language::vi) == "period(2)");  // a beginning of a name is none
}

TEST_CASE("a step of undo is named by labels in both languages, not by ids") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  const auto actual = *editing->definition().fieldIndex("revenue.actual");
  Finding finding;
  finding.code = "core.stated-differs", finding.place = "revenue.actual";
  REQUIRE(form.setExplanation(finding, "Số liệu ước."));
  CHECK(editing->undoable()->name.vi == "Giải trình: Thu ngân sách thực hiện");
  CHECK(editing->undoable()->name.en == "Explanation: " + editing->definition().fields[actual].label.in(Language::en));
  finding.place = {};  // of the section as a whole
  REQUIRE(form.setExplanation(finding, "Cả phần đã đối chiếu."));
  CHECK(editing->undoable()->name.vi == "Giải trình: " + editing->definition().title.vi);
}

TEST_CASE("kept values are rows at the end of the form, and findings go to them") {
  Department department;
  auto& suite = department.suite();
  const Change kept{newId(), "kept:revenue.gone", "", "{over}12.5", suite.options.actor, suite.now()};
  {
    auto editing = department.open(Department::budget());
    Form form(*editing, vi);
    REQUIRE(form.type(*editing->definition().fieldIndex("revenue.target"), "400.000"));  // begins a draft
    CHECK(form.rows().back().kind != FormRow::Kind::kept);
  }
  REQUIRE(suite.store.apply(Department::budget(), kept)->applied);
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  REQUIRE(form.rows().size() > 2);
  CHECK(form.rows().back() == FormRow{FormRow::Kind::kept, 0});
  CHECK(form.rows()[form.rows().size() - 2].kind == FormRow::Kind::keptHeading);
  CHECK(form.keptTitle().find("(1)") != std::string::npos);
  CHECK(form.keptLine(0).label == "revenue.gone");
  CHECK(form.keptLine(0).value == "trên 12,5");
  const auto& findings = editing->findings();
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& finding) { return finding.code == "core.value-kept"; });
  REQUIRE(found != findings.end());
  CHECK(form.rowOf(found->place) == form.rows().size() - 1);
  CHECK(form.nextEditable(form.rows().size() - 3, true) == std::nullopt);
}

TEST_CASE("two texts are compared word by word") {
  using Kind = TextPart::Kind;
  CHECK(wordDifference("Thu đạt 177 tỷ đồng.", "Thu đạt 178 tỷ đồng.") ==
        std::vector<TextPart>{
            {Kind::same, "Thu đạt "}, {Kind::removed, "177 "}, {Kind::added, "178 "}, {Kind::same, "tỷ đồng."}});
  CHECK(wordDifference("", "a b") == std::vector<TextPart>{{Kind::added, "a b"}});
  CHECK(wordDifference("a", "a") == std::vector<TextPart>{{Kind::same, "a"}});
}

TEST_CASE("rows are added in the middle, moved, removed and brought back, and come back in their order") {
  Department department;
  auto editing = department.open(Department::budget());
  const auto index = *editing->definition().tableIndex("recommendations");
  Table table(*editing, index, vi);
  const auto before = rowIds(*editing, "recommendations");
  REQUIRE(before.size() >= 3);
  REQUIRE(table.addRow(1));
  REQUIRE(table.addRow(1));
  REQUIRE(table.moveRow(0, true));
  REQUIRE(table.removeRows({3, 4}));
  const auto now = rowIds(*editing, "recommendations");
  const auto whole = editing->data();
  const auto reopened = department.open(Department::budget());
  CHECK(rowIds(*reopened, "recommendations") == now);
  CHECK(department.suite().store.verifyJournal(Department::budget())->empty());
  for (int i = 0; i < 4; ++i) REQUIRE(editing->undo());
  CHECK(rowIds(*editing, "recommendations") == before);
  for (int i = 0; i < 4; ++i) REQUIRE(editing->redo());
  CHECK(editing->data() == whole);
  CHECK(rowIds(*department.open(Department::budget()), "recommendations") == now);
  CHECK(department.suite().store.verifyJournal(Department::budget())->empty());
  // The command line edits the same draft afterwards, gaps between positions or not.
  ValuesFile values;
  values.rows.push_back({"recommendations", now.front(), true});
  CHECK(fillSection(department.suite(), Department::budget(), values));
}

TEST_CASE("a column of cells is pasted into successive fields as one step, or not at all") {
  Department department;
  auto editing = department.open(Department::budget());
  const auto& definition = editing->definition();
  Form form(*editing, vi);
  const auto target = *definition.fieldIndex("revenue.target"), actual = *definition.fieldIndex("revenue.actual");
  const auto row = *form.rowOf("revenue.target");
  REQUIRE(form.rows()[row + 1] == FormRow{FormRow::Kind::field, actual});
  const auto before = editing->data();
  CHECK(form.paste(row, "1.500\r\nmười\r\n").error().code == "value.not-a-number");
  CHECK(form.paste(row, "1.500\r\nmười\r\n").error().place == definition.fields[actual].label.vi);
  CHECK(form.paste(row, "Thu\t1.500\r\n").error().code == "form.paste-columns");
  CHECK(form.paste(row, std::string(1000, '\n')).error().code == "form.no-more-fields");
  CHECK(editing->data() == before);
  REQUIRE(form.paste(row, "1.500\r\n\"1.200\"\r\n"));
  CHECK(encodeValue(editing->data().fields[target]) == "1500000000");
  CHECK(encodeValue(editing->data().fields[actual]) == "1200000000");
  CHECK(editing->undoable()->name.vi == "Dán từ “" + definition.fields[target].label.vi + "”");
  REQUIRE(editing->undo());
  CHECK(editing->data() == before);
  // All figures of the column say how they are marked, as those of a table do.
  REQUIRE(form.paste(row, "1,234,567\r\n2,345.5\r\n"));
  CHECK(encodeValue(editing->data().fields[target]) == "1234567000000");
  CHECK(encodeValue(editing->data().fields[actual]) == "2345500000");
}

TEST_CASE("a paste is one step, adds the rows that it needs, and is made as a whole or not at all") {
  Department department;
  auto editing = department.open(Department::budget());
  const auto index = *editing->definition().tableIndex("treasury");
  Table table(*editing, index, vi);
  const auto before = editing->data();
  const auto wrong = table.paste(0, 0, "Trường học\tchưa có nguồn này\t1\t2\n");
  REQUIRE(!wrong);
  CHECK(wrong.error().place.find("dòng 1") != std::string::npos);
  CHECK(editing->data() == before);
  const auto& source = editing->definition().tables[index].columns[1].choices.front().label.vi;
  const auto lines =
      "Trường học\t" + source + "\t1.000.000\t500.000\n\"Cầu \"\"A\"\"\n(giai đoạn 2)\"\t" + source + "\t2.000.000\t\n";
  REQUIRE(table.paste(0, 0, lines));  // a line break inside a text of one line becomes a space
  CHECK(table.text(1, 0) == "Cầu \"A\" (giai đoạn 2)");
  REQUIRE(editing->undo());
  table.refresh();
  REQUIRE(
      table.paste(0, 0, "Trường học\t" + source + "\t1.000.000\t500.000\nCầu \"A\"\t" + source + "\t2.000.000\t\n"));
  CHECK(table.rowCount() == 2);
  CHECK(table.text(1, 0) == "Cầu \"A\"");
  CHECK(table.total(2) == "3.000.000");
  CHECK(table.copy(0, 2, 1, 3) == "1.000.000\t500.000\n2.000.000\t\n");
  table.sort(2, false);
  CHECK(table.text(0, 0) == "Cầu \"A\"");
  table.sort(std::nullopt, true);
  table.filter("truong");
  CHECK(table.rowCount() == 1);
  table.filter("");
  REQUIRE(editing->undo());
  table.refresh();
  CHECK(table.rowCount() == 0);
  CHECK(editing->data() == before);
}

TEST_CASE("a row is saved as one step, or not at all, and stays in its place while one edits it") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, *editing->definition().tableIndex("treasury"), vi);
  const auto& source =
      editing->definition().tables[*editing->definition().tableIndex("treasury")].columns[1].choices.front().label.vi;
  REQUIRE(table.paste(0, 0, "A\t" + source + "\t1.000.000\t500.000\nB\t" + source + "\t2.000.000\t\n"));
  const auto before = editing->data();
  const auto refused = table.typeRow(0, {{0, "Trường học"}, {2, "45.8"}});
  REQUIRE(!refused);
  CHECK(refused.error().place.starts_with("dòng 1, "));
  CHECK(message(refused.error(), Language::vi).what == "“45.8” có thể hiểu theo nhiều cách: 45,8; 458");
  CHECK(editing->data() == before);
  table.sort(2, true);
  REQUIRE(table.typeRow(0, {{0, "Trường học"}, {2, "3.000.000"}}));
  CHECK(table.text(0, 0) == "Trường học");  // the greatest now, yet still where it was typed
  CHECK(editing->undoable()->name.vi.starts_with("Sửa dòng"));
  REQUIRE(editing->undo());
  CHECK(editing->data() == before);
}

TEST_CASE(
    "a paste whose amounts fit another unit than the column's is doubtful, and is read in the unit that is answered") {
  Department department;
  auto editing = department.open(Department::budget());
  Table dong(*editing, *editing->definition().tableIndex("treasury"), vi);
  CHECK(dong.doubtfulUnit(2, "36,5\t12\n") == EntryUnit::million);
  CHECK(dong.doubtfulUnit(2, "1.353.135.296\t500\n") == std::nullopt);
  CHECK(dong.doubtfulUnit(2, "36,5 triệu\n") == std::nullopt);
  Table million(*editing, *editing->definition().tableIndex("disbursement"), vi);
  CHECK(million.doubtfulUnit(0, "177.357\t65.000\n") == std::nullopt);
  CHECK(million.doubtfulUnit(0, "177.357.000.000\n") == EntryUnit::dong);
  REQUIRE(million.paste(0, 0, "177.357.000.000\n", EntryUnit::dong));
  CHECK(million.text(0, 0) == "177.357");
}

TEST_CASE("what another workstation entered meanwhile is reported and never overwritten") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  const auto target = *editing->definition().fieldIndex("revenue.target");
  REQUIRE(form.type(*editing->definition().fieldIndex("revenue.actual"), "178.000"));
  {
    const auto other = department.elsewhere("Trần Văn Khác");
    const auto theirs = SectionEditing::open(*other, Department::budget());
    REQUIRE((*theirs)->apply({{"", ""}, {FieldEdit{target, Value{*Decimal::parse("390000000000")}}}}));
  }
  const auto refused = form.type(target, "400.000");
  REQUIRE(!refused);
  CHECK(refused.error().code == "section.conflict");
  CHECK(message(refused.error(), Language::vi).what.find("Trần Văn Khác") != std::string::npos);
  CHECK(encodeValue(editing->data().fields[target]) == "390000000000");  // read again: theirs is shown
  // Different fields of one section merge.
  CHECK(encodeValue(editing->data().fields[*editing->definition().fieldIndex("revenue.actual")]) == "178000000000");
}

TEST_CASE("a submitted section says why it cannot be edited") {
  Department department;
  const SectionKey key{DefinitionId("office.tasks"), OrgUnitId("296"), PeriodId("2023-8T")};
  auto editing = department.open(key);
  REQUIRE(editing->locked());
  CHECK(editing->locked()->code == "section.locked");
  const auto refused = editing->apply({{"", ""}, {FieldEdit{0, Value{}}}});
  CHECK(!refused);
}

TEST_CASE("a section whose plugin is gone shows its data read-only, by the definition that the store kept") {
  Department department;
  {
    auto editing = department.open(Department::budget());  // the store keeps the definition with the first edit
    Form form(*editing, vi);
    REQUIRE(form.type(*editing->definition().fieldIndex("revenue.target"), "400.000"));
  }
  const auto without = std::make_shared<Catalogue>();
  for (const auto& one : department.suite().definitions->inForce({2023, 8, 28})) {
    if (one->definition().id == DefinitionId("finance.budget")) continue;
    REQUIRE(without->definitions.add(one));
  }
  auto options = department.suite().options;
  options.catalogue = without;
  const auto suite = openSuite(options);
  REQUIRE(suite);
  const auto editing = SectionEditing::open(**suite, Department::budget());
  REQUIRE(editing);
  Form form(**editing, vi);
  CHECK(form.line(*(*editing)->definition().fieldIndex("revenue.target")).value == "400.000");
  REQUIRE((*editing)->locked());
  CHECK((*editing)->locked()->code == "plugin.missing");
  CHECK(!form.editable(*(*editing)->definition().fieldIndex("revenue.target")));
}

TEST_CASE("a paragraph edited by hand is marked once its figures have moved on, and can be generated again") {
  Department department;
  auto editing = department.open(Department::budget());
  Form form(*editing, vi);
  std::size_t group = 0;
  std::string id;
  for (std::size_t g = 0; g < editing->definition().groups.size(); ++g) {
    for (const auto& one : editing->paragraphs(g)) {
      if (one.paragraph.text.find("177 tỷ 357 triệu") != std::string::npos) group = g, id = one.paragraph.id;
    }
  }
  REQUIRE(!id.empty());
  const auto paragraph = [&] {
    for (auto& one : editing->paragraphs(group)) {
      if (one.paragraph.id == id) return one;
    }
    return SectionEditing::GeneratedParagraph{};
  };
  REQUIRE(
      editing->apply({{"", ""}, {ParagraphEdit{{id, "Thu ngân sách đạt khá.", sha256(paragraph().generated), {}}}}}));
  CHECK(paragraph().paragraph.text == "Thu ngân sách đạt khá.");
  CHECK(!paragraph().drifted);
  REQUIRE(form.type(*editing->definition().fieldIndex("revenue.actual"), "178.000"));
  CHECK(paragraph().drifted);
  CHECK(paragraph().generated.find("178 tỷ") != std::string::npos);
  REQUIRE(editing->apply({{"", ""}, {ParagraphEdit{{id, {}, {}, {}}}}}));
  CHECK(!paragraph().paragraph.edited);
}
