#include <catch2/catch.hpp>

#include "core/rules/section_findings.h"
#include "tests/core/rules/sample_definition.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string dossiers =
    field("received", "type=\"integer\" stated=\"yes\" aggregate=\"sum\"", "<formula>online + direct</formula>") +
    field("online", "type=\"integer\" aggregate=\"sum\" qualifier=\"any\"") +
    field("direct", "type=\"integer\" aggregate=\"sum\"") +
    field("rate", "type=\"rate\" decimals=\"2\"",
          "<numerator>online</numerator><denominator>online + direct</denominator>");

std::vector<Finding> findingsOf(const CompiledDefinition& form, const SectionData& data, bool forSubmission = false) {
  const Surroundings nothing;
  return sectionFindings(form, anyKey, data, evaluate(form, data, nothing), nothing, forSubmission);
}

}  // namespace

TEST_CASE("a formula is computed where its parts are known", "[rules]") {
  const auto form = compiled(dossiers);
  const auto data = Fields(*form).with("online", "17107").with("direct", "421").data;
  const auto evaluation = evaluate(*form, data, Surroundings());
  CHECK(textOf(evaluation, *form, "received") == "17528");
  CHECK(textOf(evaluation, *form, "rate") == "97.60");
  CHECK(evaluation.fields[0].origin == Origin::computed);
}

TEST_CASE("a total is enterable without its split, and counts as given", "[rules]") {
  const auto form = compiled(dossiers);
  const auto data = Fields(*form).with("received", "17528").data;
  const auto evaluation = evaluate(*form, data, Surroundings());
  CHECK(textOf(evaluation, *form, "received") == "17528");
  CHECK(evaluation.fields[0].origin == Origin::given);
  CHECK(textOf(evaluation, *form, "rate") == "");
  CHECK(findingsOf(*form, data).empty());
}

TEST_CASE("a stated figure is compared at its own precision, and the computed one counts", "[rules]") {
  const auto form = compiled(dossiers);
  const auto base = Fields(*form).with("online", "296").with("direct", "75");
  auto stated = base;
  stated.with("rate", "79.7");
  const auto found = findingsOf(*form, stated.data);
  REQUIRE(codes(found) == std::vector<std::string>{"core.stated-differs"});
  CHECK(found[0].viWhat.find("79,7%") != std::string::npos);
  CHECK(found[0].viWhat.find("79,78%") != std::string::npos);
  CHECK(textOf(evaluate(*form, stated.data, Surroundings()), *form, "rate") == "79.78");
  for (const auto* right : {"79.8", "79.78", "80"}) {
    auto rounded = base;
    rounded.with("rate", right);
    CHECK(findingsOf(*form, rounded.data).empty());
  }
}

TEST_CASE("a stated rate that names its base is not held against a rate of an unknown base", "[rules]") {
  const auto form = compiled(dossiers);
  auto stated = Fields(*form).with("online", "296").with("direct", "75").with("rate", "98.89");
  CHECK(codes(findingsOf(*form, stated.data)) == std::vector<std::string>{"core.stated-differs"});
  stated.data.fields[3].base = RateBase::received;
  CHECK(findingsOf(*form, stated.data).empty());
}

TEST_CASE("over a figure means more than it", "[rules]") {
  const auto form =
      compiled(field("a", "type=\"percent\" decimals=\"2\"") +
               field("b", "type=\"percent\" decimals=\"2\" stated=\"yes\" qualifier=\"any\"", "<formula>a</formula>"));
  const auto with = [&](const char* a, const char* b, Qualifier qualifier) {
    return codes(findingsOf(*form, Fields(*form).with("a", a).with("b", b, qualifier).data));
  };
  CHECK(with("97.22", "97.22", Qualifier::over) == std::vector<std::string>{"core.stated-differs"});
  CHECK(with("97.23", "97.22", Qualifier::over).empty());
  CHECK(with("97.22", "97.22", Qualifier::exact).empty());
  CHECK(with("97.22", "97.22", Qualifier::under) == std::vector<std::string>{"core.stated-differs"});
}

TEST_CASE("a computed value inherits the qualifier of its parts", "[rules]") {
  const auto form = compiled(dossiers);
  const auto data = Fields(*form).with("online", "10", Qualifier::estimated).with("direct", "5").data;
  CHECK(textOf(evaluate(*form, data, Surroundings()), *form, "received") == "{estimated}15");
}

TEST_CASE("an irrelevant field is not required and counts as unknown", "[rules]") {
  const auto form = compiled(field("has", "type=\"yes-no\"") +
                             field("n", "type=\"integer\" required=\"submit\"", "<relevant>has</relevant>") +
                             field("m", "type=\"integer\"", "<formula>n + 1</formula>"));
  auto data = Fields(*form).with("has", Value{false}).with("n", "3").data;
  CHECK(textOf(evaluate(*form, data, Surroundings()), *form, "m") == "");
  CHECK(findingsOf(*form, Fields(*form).with("has", Value{false}).data, true).empty());
  CHECK(codes(findingsOf(*form, Fields(*form).with("has", Value{true}).data, true)) ==
        std::vector<std::string>{"core.required"});
}

TEST_CASE("limits are errors", "[rules]") {
  const auto form = compiled(field("n", "type=\"percent\" decimals=\"2\" minimum=\"0\" maximum=\"100\""));
  CHECK(codes(findingsOf(*form, Fields(*form).with("n", "100.01").data)) ==
        std::vector<std::string>{"core.above-maximum"});
  CHECK(codes(findingsOf(*form, Fields(*form).with("n", "-1").data)) == std::vector<std::string>{"core.below-minimum"});
  CHECK(findingsOf(*form, Fields(*form).with("n", "100").data).empty());
}

TEST_CASE("a rule names both sides and the difference, and unknown sides skip it unless it says otherwise", "[rules]") {
  const auto rule = [](const std::string& missing) {
    return "<rule id=\"sum\" severity=\"warning\" missing=\"" + missing +
           "\" place=\"t\"><left>t</left><operator>=</operator><right>a + b</right>"
           "<message vi=\"Tổng {left} khác {right}, lệch {difference}\"/><fix vi=\"Sửa\"/></rule>";
  };
  const auto body = field("t", "type=\"integer\"") + field("a", "type=\"integer\"") + field("b", "type=\"integer\"");
  const auto form = compiled(body + rule("skip"));
  const auto found = findingsOf(*form, Fields(*form).with("t", "17677").with("a", "17107").with("b", "421").data);
  REQUIRE(codes(found) == std::vector<std::string>{"sample.form.sum"});
  CHECK(found[0].viWhat == "Tổng 17.677 khác 17.528, lệch 149");
  CHECK(findingsOf(*form, Fields(*form).with("t", "17677").with("a", "1").data).empty());
  const auto zero = compiled(body + rule("zero"));
  CHECK(codes(findingsOf(*zero, Fields(*zero).with("t", "3").data)) == std::vector<std::string>{"sample.form.sum"});
}

TEST_CASE("a circle of computed fields is refused with its fields", "[rules]") {
  try {
    compiled(field("a", "type=\"integer\"", "<formula>b + 1</formula>") +
             field("b", "type=\"integer\"", "<formula>c</formula>") +
             field("c", "type=\"integer\"", "<formula>a</formula>"));
    FAIL("accepted");
  } catch (const std::runtime_error& error) {
    CHECK_THAT(error.what(), Catch::Contains("definition.cycle") && Catch::Contains("a → b → c"));
  }
}

TEST_CASE("rows are counted and summed, and a table declared empty is zero", "[rules]") {
  const auto table = std::string(
                         "<table id=\"docs\" nothing=\"yes\"><title vi=\"Văn bản\"/><column id=\"kind\" "
                         "type=\"text\"><label vi=\"Loại\"/></column>"
                         "<column id=\"people\" type=\"integer\"><label vi=\"Người\"/></column></table>") +
                     field("all", "type=\"integer\"", "<formula>count(docs)</formula>") +
                     field("plans", "type=\"integer\"", "<formula>count(docs, kind = \"KH\")</formula>") +
                     field("people", "type=\"integer\"", "<formula>sum(docs.people)</formula>");
  const auto form = compiled(table);
  auto data = emptyData(form->definition());
  CHECK(textOf(evaluate(*form, data, Surroundings()), *form, "all") == "");
  data.tables[0].nothing = true;
  CHECK(textOf(evaluate(*form, data, Surroundings()), *form, "all") == "0");
  data.tables[0].nothing = false;
  data.tables[0].rows = {{"1", {Value{std::string("KH")}, number("40")}},
                         {"2", {Value{std::string("QĐ")}, number("48")}}};
  const auto evaluation = evaluate(*form, data, Surroundings());
  CHECK(textOf(evaluation, *form, "all") == "2");
  CHECK(textOf(evaluation, *form, "plans") == "1");
  CHECK(textOf(evaluation, *form, "people") == "88");
  data.tables[0].rows[1].cells[1] = Value{};
  CHECK(textOf(evaluate(*form, data, Surroundings()), *form, "people") == "");
}
