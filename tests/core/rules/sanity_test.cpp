// Warnings that need no rule. Beside each is a control: what is nearly the same and right has no warning.
#include <catch2/catch.hpp>
#include <map>

#include "core/rules/live_section.h"
#include "core/rules/section_findings.h"
#include "tests/core/rules/sample_definition.h"

using namespace cchc;
using namespace cchc::test;

namespace {

using Cells = std::map<std::string, Value>;

Period eightMonths() {
  Period period;
  period.id = PeriodId("2023-8T");
  period.start = {2023, 1, 1}, period.end = {2023, 8, 28}, period.deadline = Date{2023, 8, 30};
  return period;
}

// A section of the period, beside the same section of an earlier one.
class Around final : public Surroundings {
 public:
  explicit Around(const CompiledDefinition& form, const SectionData* earlier = nullptr) : period_(eightMonths()) {
    if (earlier == nullptr) return;
    evaluation_ = evaluate(form, *earlier, Surroundings());
    view_ = {&form, earlier, &evaluation_};
    any_ = true;
  }
  const SectionView* previous() const override { return any_ ? &view_ : nullptr; }
  const Period* period() const override { return &period_; }

 private:
  Period period_;
  Evaluation evaluation_;
  SectionView view_;
  bool any_ = false;
};

std::vector<Finding> findingsIn(const CompiledDefinition& form, const SectionData& data,
                                const SectionData* earlier = nullptr) {
  const Around around(form, earlier);
  return sectionFindings(form, anyKey, data, evaluate(form, data, around), around, false);
}

// "code place", or "" if there is no finding.
std::string found(const CompiledDefinition& form, const SectionData& data, const SectionData* earlier = nullptr) {
  std::string all;
  for (const auto& finding : findingsIn(form, data, earlier))
    all += (all.empty() ? "" : "; ") + finding.code + " " + placeText(finding.place);
  return all;
}
std::string ofFigure(const std::string& attributes, const std::string& figure) {
  const auto form = compiled(field("x", attributes));
  return found(*form, Fields(*form).with("x", figure).data);
}
std::string whatOfFigure(const std::string& attributes, const std::string& figure) {
  const auto form = compiled(field("x", attributes));
  const auto all = findingsIn(*form, Fields(*form).with("x", figure).data);
  return all.empty() ? "" : all.front().viWhat;
}

std::string column(const std::string& id, const std::string& attributes, const std::string& label = "") {
  return "<column id=\"" + id + "\" " + attributes + "><label vi=\"" + (label.empty() ? id : label) + "\"/></column>";
}
std::string table(const std::string& attributes, const std::string& inner) {
  return "<table id=\"t\" " + attributes + "><title vi=\"Bảng\"/>" + inner + "</table>";
}
void addRow(const CompiledDefinition& form, SectionData& data, const Cells& cells) {
  const auto& columns = form.definition().tables[0].columns;
  Row row{"r" + std::to_string(data.tables[0].rows.size() + 1), std::vector<Value>(columns.size())};
  for (const auto& [id, value] : cells) row.cells[*form.definition().tables[0].columnIndex(id)] = value;
  data.tables[0].rows.push_back(std::move(row));
}
Value words(const std::string& text) { return Value{text}; }
Value day(const char* iso) { return Value{*Date::parse(iso)}; }
// Sets one column of a table with fixed rows, in order.
SectionData ofRows(const CompiledDefinition& form, const std::vector<std::string>& figures) {
  auto data = emptyData(form.definition());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!figures[i].empty()) data.tables[0].rows[i].cells[0] = number(figures[i]);
  }
  return data;
}

}  // namespace

TEST_CASE("a rate over 200 % or below 0 is a warning with both readings", "[rules][sanity]") {
  for (const auto* type : {"type=\"percent\" decimals=\"2\"", "type=\"rate\" decimals=\"2\""}) {
    CHECK(ofFigure(type, "9722") == "core.rate-high-typed x");
    CHECK(ofFigure(type, "200.01") == "core.rate-high-typed x");
    CHECK(ofFigure(type, "-0.5") == "core.rate-negative x");
    for (const auto* right : {"200", "97.22", "0", "120.5"}) CHECK(ofFigure(type, right).empty());
  }
  CHECK(whatOfFigure("type=\"percent\" decimals=\"2\"", "9722") == "“x” là 9.722%, lớn hơn 200%; có thể là 97,22%");
  // The definition's own limits take the place of these.
  CHECK(ofFigure("type=\"percent\" decimals=\"1\" minimum=\"-100\" maximum=\"1000\"", "850").empty());
  CHECK(ofFigure("type=\"percent\" decimals=\"1\" minimum=\"-100\"", "-12.5").empty());
  CHECK(ofFigure("type=\"percent\" maximum=\"100\"", "250") == "core.above-maximum x");
}

TEST_CASE("a change may be below 0", "[rules][sanity]") {
  const auto form =
      compiled("<field id=\"x\" type=\"percent\" decimals=\"1\"><label vi=\"Tăng, giảm so với cùng kỳ\"/></field>");
  CHECK(found(*form, Fields(*form).with("x", "-3.5").data).empty());
  CHECK(found(*form, Fields(*form).with("x", "350").data) == "core.rate-high-typed x");
}

TEST_CASE("a computed rate over 200 % names no other reading", "[rules][sanity]") {
  const auto form =
      compiled(field("a", "type=\"integer\"") + field("b", "type=\"integer\"") +
               field("x", "type=\"rate\" decimals=\"1\"", "<numerator>a</numerator><denominator>b</denominator>"));
  CHECK(found(*form, Fields(*form).with("a", "300").with("b", "100").data) == "core.rate-high x");
  CHECK(found(*form, Fields(*form).with("a", "100").with("b", "300").data).empty());
}

TEST_CASE("an amount 1,000 times off its plan is a warning", "[rules][sanity]") {
  const auto form = compiled(field("actual", "type=\"money\" entry-unit=\"triệu\" target=\"plan\"") +
                             field("plan", "type=\"money\" entry-unit=\"triệu\""));
  const auto of = [&](const std::string& actual, const std::string& plan) {
    return found(*form, Fields(*form).with("actual", actual).with("plan", plan).data);
  };
  CHECK(of("177357000000000", "387425000000") == "core.off-plan actual");  // 177.357 tỷ
  CHECK(of("177000000", "387425000000") == "core.off-plan actual");
  CHECK(of("177357000000", "387425000000").empty());
  CHECK(of("3000000000", "387425000000").empty());  // January
  CHECK(of("0", "387425000000").empty());
  const auto all = findingsIn(*form, Fields(*form).with("actual", "177357000000000").with("plan", "387425000000").data);
  REQUIRE(all.size() == 1);
  CHECK(all[0].viWhat.find("387 tỷ 425 triệu đồng") != std::string::npos);
  CHECK(all[0].viWhat.find("458 lần; có thể là 177 tỷ 357 triệu đồng") != std::string::npos);
}

TEST_CASE("what a rate divides an amount by is its plan", "[rules][sanity]") {
  const auto form = compiled(
      table("fixed-rows=\"yes\"", column("spent", "type=\"money\"") + column("plan", "type=\"money\"") +
                                      "<column id=\"rate\" type=\"rate\"><label vi=\"r\"/><numerator>spent</numerator>"
                                      "<denominator>plan</denominator></column><fixed-row id=\"a\" vi=\"A\"/>"));
  auto data = emptyData(form->definition());
  data.tables[0].rows[0].cells[1] = number("9000000000");
  data.tables[0].rows[0].cells[0] = number("4500000");
  CHECK(found(*form, data) == "core.off-plan t[a].spent");
  data.tables[0].rows[0].cells[0] = number("4500000000");
  CHECK(found(*form, data).empty());
}

TEST_CASE("an amount 1,000 times off what it was is a warning, in fields and in fixed rows", "[rules][sanity]") {
  const auto form = compiled(field("x", "type=\"money\""));
  const auto before = Fields(*form).with("x", "5000000000").data;
  CHECK(found(*form, Fields(*form).with("x", "6000000").data, &before) == "core.off-previous x");
  CHECK(found(*form, Fields(*form).with("x", "6000000000000").data, &before) == "core.off-previous x");
  CHECK(found(*form, Fields(*form).with("x", "50000000000").data, &before).empty());
  const auto rows =
      compiled(table("fixed-rows=\"yes\"",
                     column("x", "type=\"money\"") + "<fixed-row id=\"a\" vi=\"A\"/><fixed-row id=\"b\" vi=\"B\"/>"));
  const auto earlier = ofRows(*rows, {"7000000000", "8000000000"});
  CHECK(found(*rows, ofRows(*rows, {"7100000000", "8100000"}), &earlier) == "core.off-previous t[b].x");
}

TEST_CASE("a figure about 1,000 times what it was may have other marks", "[rules][sanity]") {
  const auto form = compiled(field("x", "type=\"decimal\" decimals=\"3\"") + field("n", "type=\"integer\""));
  const auto before = Fields(*form).with("x", "98.5").with("n", "3").data;
  CHECK(found(*form, Fields(*form).with("x", "97264").data, &before) == "core.marks-in-doubt x");
  CHECK(findingsIn(*form, Fields(*form).with("x", "97264").data, &before)[0].viWhat.find("97,264") !=
        std::string::npos);
  CHECK(found(*form, Fields(*form).with("x", "97.264").data, &before).empty());
  CHECK(found(*form, Fields(*form).with("n", "900").data, &before).empty());  // counts may change
}

TEST_CASE("an amount below its entry unit is a warning with both readings", "[rules][sanity]") {
  CHECK(ofFigure("type=\"money\" entry-unit=\"triệu\"", "387425") == "core.below-entry-unit x");
  CHECK(whatOfFigure("type=\"money\" entry-unit=\"triệu\"", "387425").find("387 tỷ 425 triệu đồng") !=
        std::string::npos);
  CHECK(ofFigure("type=\"money\" entry-unit=\"tỷ\"", "5000000") == "core.below-entry-unit x");
  for (const auto* right : {"1000000", "387425000000", "0"})
    CHECK(ofFigure("type=\"money\" entry-unit=\"triệu\"", right).empty());
  CHECK(ofFigure("type=\"money\"", "5").empty());
}

TEST_CASE("what has happened is not dated after the period, and no year is unlikely", "[rules][sanity]") {
  const auto form = compiled(
      "<field id=\"done\" type=\"date\"><label vi=\"Ngày trả kết quả\"/></field>"
      "<field id=\"due\" type=\"date\"><label vi=\"Ngày hẹn trả\"/></field>"
      "<field id=\"span\" type=\"date-range\"><label vi=\"Thời gian\"/></field>"
      "<field id=\"letter\" type=\"document\"><label vi=\"Văn bản\"/></field>");
  const auto of = [&](const std::string& id, Value value) {
    return found(*form, Fields(*form).with(id, std::move(value)).data);
  };
  CHECK(of("done", day("2023-12-09")) == "core.date-after done");
  CHECK(of("done", day("2023-09")) == "core.date-after done");
  CHECK(of("done", day("2203-08-03")) == "core.date-year done");
  CHECK(of("done", day("0023-08-02")) == "core.date-year done");
  CHECK(of("due", day("2203-08-03")) == "core.date-year due");
  CHECK(of("span", Value{*DateRange::parse("2023-10-01/2023-10-02")}) == "core.date-after span");
  for (const auto* right : {"2023-08-28", "2023-08", "2021-02-01"}) CHECK(of("done", day(right)).empty());
  CHECK(of("due", day("2024-01-15")).empty());
  CHECK(of("span", Value{*DateRange::parse("2023-08-10/2023-09-08")}).empty());
  DocumentReference letter;
  letter.type = "KH", letter.number = "12", letter.issuerCode = "UBND", letter.title = "x";
  const auto dated = [&](const char* iso) {
    letter.date = *Date::parse(iso);
    return of("letter", Value{Documents{letter}});
  };
  CHECK(dated("2023-12-30") == "core.date-after letter");
  CHECK(dated("1932-01-10") == "core.date-year letter");
  CHECK(dated("2023-09-05").empty());
  CHECK(dated("2017-10-25").empty());
}

TEST_CASE("stated parts add up to their whole, and those called trong đó do not exceed it", "[rules][sanity]") {
  const auto form = compiled(field("all", "type=\"integer\"") + field("one", "type=\"integer\" part-of=\"all\"") +
                                 field("two", "type=\"integer\" part-of=\"all\""),
                             "sample.form", 1);
  const auto of = [&](const std::string& all, const std::string& one, const std::string& two) {
    Fields fields(*form);
    fields.with("all", all).with("one", one);
    return found(*form, two.empty() ? fields.data : fields.with("two", two).data);
  };
  CHECK(of("100", "60", "30") == "core.parts-differ all");
  CHECK(of("100", "60", "50") == "core.parts-differ all");
  CHECK(of("100", "60", "40").empty());
  CHECK(of("100", "60", "").empty());
  CHECK(of("100", "160", "") == "core.parts-differ all");
  const auto some = compiled(
      "<field id=\"all\" type=\"integer\"><label vi=\"Số người\"/></field><field id=\"one\" "
      "type=\"integer\" part-of=\"all\"><label vi=\"Trong đó: nữ\"/></field>",
      "sample.form", 1);
  CHECK(found(*some, Fields(*some).with("all", "100").with("one", "60").data).empty());
  CHECK(found(*some, Fields(*some).with("all", "100").with("one", "101").data) == "core.parts-differ all");
}

TEST_CASE("columns and marked rows are parts, too, and sums pass over such rows", "[rules][sanity]") {
  const auto columns = compiled(table("", column("name", "type=\"text\"") + column("x", "type=\"integer\"") +
                                              column("y", "type=\"integer\" part-of=\"x\"")),
                                "sample.form", 1);
  auto data = emptyData(columns->definition());
  addRow(*columns, data, {{"x", number("5")}, {"y", number("5")}});
  addRow(*columns, data, {{"x", number("5")}, {"y", number("6")}});
  CHECK(found(*columns, data) == "core.parts-differ t[r2].x");

  const auto marked =
      compiled(table("part-of=\"of\"", column("of", "type=\"yes-no\"") + column("x", "type=\"integer\"")) +
                   field("sum", "type=\"integer\"", "<formula>sum(t.x)</formula>") +
                   field("count", "type=\"integer\"", "<formula>count(t)</formula>"),
               "sample.form", 1);
  auto rows = emptyData(marked->definition());
  addRow(*marked, rows, {{"x", number("100")}});
  addRow(*marked, rows, {{"of", Value{true}}, {"x", number("60")}});
  addRow(*marked, rows, {{"of", Value{true}}, {"x", number("30")}});
  addRow(*marked, rows, {{"of", Value{false}}, {"x", number("7")}});
  CHECK(found(*marked, rows).empty());
  const auto evaluation = evaluate(*marked, rows, Surroundings());
  CHECK(textOf(evaluation, *marked, "sum") == "107");
  CHECK(textOf(evaluation, *marked, "count") == "2");
  rows.tables[0].rows[1].cells[1] = number("80");
  CHECK(found(*marked, rows) == "core.parts-differ t[r1].x");
}

TEST_CASE("rows called trong đó are not counted again, and do not exceed the row above", "[rules][sanity]") {
  const auto form = compiled(table("fixed-rows=\"yes\"", column("x", "type=\"money\"") +
                                                             "<fixed-row id=\"a\" vi=\"Tập trung\"/>"
                                                             "<fixed-row id=\"b\" vi=\"Đất\"/>"
                                                             "<fixed-row id=\"b1\" vi=\"Trong đó: hạ tầng\"/>"
                                                             "<fixed-row id=\"b2\" vi=\"Trong đó: cấp xã\"/>"
                                                             "<fixed-row id=\"all\" vi=\"Tổng số\"/>"));
  CHECK(found(*form, ofRows(*form, {"10", "100", "60", "30", "110"})).empty());
  CHECK(found(*form, ofRows(*form, {"10", "100", "60", "50", "110"})) == "core.parts-differ t[b].x");
  CHECK(found(*form, ofRows(*form, {"10", "100", "60", "40", "210"})) == "core.total-differs t[all].x");
  CHECK(found(*form, ofRows(*form, {"", "100", "60", "40", "210"})).empty());  // another row is not known
  CHECK(found(*form, ofRows(*form, {"", "100", "60", "40", "90"})) == "core.total-differs t[all].x");
}

TEST_CASE("a row that was typed as the total of the others is a warning", "[rules][sanity]") {
  const auto form = compiled(table("", column("name", "type=\"text\"") + column("x", "type=\"integer\"")));
  auto data = emptyData(form->definition());
  addRow(*form, data, {{"name", words("Cống số 3")}, {"x", number("2")}});
  addRow(*form, data, {{"name", words("Tổng công ty Điện lực")}, {"x", number("3")}});
  addRow(*form, data, {{"name", words("Tổng số hộ nghèo")}, {"x", number("5")}});
  CHECK(found(*form, data).empty());
  addRow(*form, data, {{"name", words("Tổng cộng")}, {"x", number("10")}});
  CHECK(found(*form, data) == "core.total-row t[r4]");
}

TEST_CASE("a sum over rows of different units is a warning", "[rules][sanity]") {
  const auto form = compiled(
      table("", column("name", "type=\"text\"") + column("unit", "type=\"text\"") + column("x", "type=\"integer\"")) +
      field("sum", "type=\"integer\"", "<formula>sum(t.x)</formula>"));
  auto data = emptyData(form->definition());
  addRow(*form, data, {{"name", words("Đường")}, {"unit", words("km")}, {"x", number("2")}});
  addRow(*form, data, {{"name", words("Kênh")}, {"unit", words("KM")}, {"x", number("3")}});
  CHECK(found(*form, data).empty());
  addRow(*form, data, {{"name", words("Hồ sơ")}, {"unit", words("hồ sơ")}, {"x", number("5")}});
  CHECK(found(*form, data) == "core.unlike-units sum");
}

TEST_CASE("a sum of kilometres and dossiers is a warning, one of documents of two kinds is none", "[rules][sanity]") {
  const auto form = compiled(
      field("a", "type=\"integer\" unit=\"km\"") + field("b", "type=\"integer\" unit=\"hồ sơ\"") +
      field("c", "type=\"integer\" unit=\"văn bản\"") + field("mixed", "type=\"integer\"", "<formula>a + b</formula>") +
      field("plain", "type=\"integer\"", "<formula>b + c</formula>"));
  CHECK(found(*form, Fields(*form).with("a", "1").with("b", "2").with("c", "3").data) == "core.unlike-units mixed");
}

TEST_CASE("a warning follows every edit that bears on it, and takes its explanation", "[rules][sanity]") {
  const auto form = compiled(field("actual", "type=\"money\" target=\"plan\"") + field("plan", "type=\"money\""));
  const Around around(*form);
  LiveSection live(form, anyKey, emptyData(form->definition()), around);
  live.setField(0, number("5000000000000"));
  CHECK(live.findings(false).empty());
  CHECK(live.setField(1, number("9000000000")).findingsChanged);
  REQUIRE(codes(live.findings(false)) == std::vector<std::string>{"core.off-plan"});
  live.edit([](SectionData& data) {
    data.explanations.push_back({"core.off-plan", Place::ofField("actual"), "Đúng như vậy"});
  });
  live.evaluateAll();
  CHECK(live.findings(false).front().explanation == "Đúng như vậy");
  live.setField(1, number("9000000000000"));
  CHECK(live.findings(false).empty());
}
