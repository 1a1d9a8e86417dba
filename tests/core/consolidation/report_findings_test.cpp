// What the report points out, and how much of what lies below it.
#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::string rule(const std::string& id, const std::string& left, const std::string& right,
                 const std::string& severity = "warning") {
  return "<rule id=\"" + id + "\" severity=\"" + severity + "\" place=\"n\"><left>" + left +
         "</left><operator>=</operator><right>" + right +
         "</right><message vi=\"{left} khác {right}\"/><fix vi=\"Sửa\"/></rule>";
}
FormPointer form(const std::string& id, const std::string& rules = "") {
  return definition(group(field("n", "type=\"integer\" aggregate=\"sum\"")) + rules, id);
}
Section with(const FormPointer& form, const std::string& figure) { return Section(form).with("n", figure); }

// "code section/place"
std::vector<std::string> lines(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings)
    all.push_back(finding.code + " " + keyText(finding.section) + "/" + placeText(finding.place));
  return all;
}
using Lines = std::vector<std::string>;

std::vector<Finding> oneOf(const char* code, const SectionKey& key) {
  return {makeFinding(code, Severity::warning, key, "n", {})};
}

}  // namespace

TEST_CASE("what is wrong with the unit's own section is told with the explanation that was given", "[consolidation]") {
  const auto own = form("a.form", rule("seven", "n", "7"));
  Round round;
  round.form(own).received("296", with(own, "6").comment({"a.form.seven", "n", "Đã đối chiếu"}));
  const auto found = round.told().findings;
  REQUIRE(lines(found) == Lines{"a.form.seven a.form/296/2023-8T/n"});
  CHECK(found[0].viWhat == "6 khác 7");
  CHECK(found[0].explanation == "Đã đối chiếu");
  CHECK(found[0].severity == Severity::warning);
}

TEST_CASE("what must be filled in before submission is told only where that is asked", "[consolidation]") {
  const auto own = definition(group(field("n", "type=\"integer\" required=\"submit\"")), "a.form");
  Round round;
  round.form(own).received("296", Section(own));
  CHECK(round.told().findings.empty());
  round.input.checkRequired = true;
  CHECK(lines(round.told().findings) == Lines{"core.required a.form/296/2023-8T/n"});
}

TEST_CASE("a rule over two sections is held where both are present", "[consolidation]") {
  const auto one = form("a.one", rule("as-two", "n", "b.two/n")), two = form("b.two");
  Round round;
  round.form(one).form(two).received("296", with(one, "6"));
  CHECK(round.told().findings.empty());
  round.received("296", with(two, "7"));
  CHECK(lines(round.told().findings) == Lines{"a.one.as-two a.one/296/2023-8T/n"});
}

TEST_CASE("what is known of sections beforehand is told first", "[consolidation]") {
  const auto own = form("a.form", rule("seven", "n", "7"));
  Round round;
  round.form(own).received("296", with(own, "6"));
  const SectionKey key{DefinitionId("b.other"), OrgUnitId("296"), PeriodId("2023-8T")};
  round.input.knownFindings = oneOf("test.note", key);
  CHECK(codesOf(round.told().findings) == Lines{"test.note", "a.form.seven"});
}

TEST_CASE("checks see the unit's own sections in their surroundings and child units' sections alone",
          "[consolidation]") {
  const auto one = form("a.one"), two = form("b.two");
  Round round;
  round.form(one).form(two).below("A").assign("a.one", "A");
  round.input.previous[DefinitionId("a.one")] = round.compared(with(one, "5"));
  round.received("296", with(one, "6")).received("296", with(two, "7")).received("A", with(one, "8"));
  std::vector<std::string> seen;
  round.checks = [&](const SectionKey& key, const SectionView& section, const Surroundings& around) {
    std::string text = keyText(key) + " " + encodeValue(section.evaluation->fields[0].value());
    if (const auto* other = around.section(DefinitionId("b.two")))
      text += ", other " + encodeValue(other->evaluation->fields[0].value());
    if (const auto* children = around.children(DefinitionId("a.one")))
      text += ", children " + encodeValue(children->section.evaluation->fields[0].value());
    if (const auto* before = around.previous())
      text += ", before " + encodeValue(before->evaluation->fields[0].value());
    text += around.lastYear() != nullptr ? ", last year" : "";
    text += ", in " + around.period()->id.value;
    seen.push_back(text);
    return oneOf("test.check", key);
  };
  CHECK(lines(round.told().findings) ==
        Lines{"test.check a.one/296/2023-8T/n", "test.check b.two/296/2023-8T/n", "test.check a.one/A/2023-8T/n"});
  CHECK(seen == Lines{"a.one/A/2023-8T 8, in 2023-8T", "a.one/296/2023-8T 6, other 7, children 8, before 5, in 2023-8T",
                      "b.two/296/2023-8T 7, other 7, children 8, in 2023-8T"});
}

TEST_CASE("findings of child units are told after the report's own, and read from their receipt alike",
          "[consolidation]") {
  const auto commune = form("office.commune", rule("seven", "n", "7"));
  const auto found = [&](bool asContribution) {
    Round round;
    round.checks = [](const SectionKey& key, const SectionView&, const Surroundings&) {
      return oneOf("test.check", key);
    };
    round.form(commune).below("A").below("B").assign("office.commune", "A").assign("office.commune", "B");
    const SectionKey key{DefinitionId("office.commune"), OrgUnitId("A"), PeriodId("2023-8T")};
    round.received("A", with(commune, "6"), {asContribution, true, oneOf("signature.none", key)});
    round.received("B", with(commune, "7"), {asContribution, true, {}});
    round.received("296", with(commune, "5"));
    return round.told().findings;
  };
  CHECK(lines(found(false)) ==
        Lines{"office.commune.seven office.commune/296/2023-8T/n", "test.check office.commune/296/2023-8T/n",
              "office.commune.seven office.commune/A/2023-8T/n", "test.check office.commune/A/2023-8T/n",
              "signature.none office.commune/A/2023-8T/n", "test.check office.commune/B/2023-8T/n"});
  CHECK(found(true) == found(false));
}

TEST_CASE("how the unit's own section came in is told once, with what is wrong with it now", "[consolidation]") {
  const auto own = form("a.form", rule("seven", "n", "7"));
  Round round;
  const SectionKey key{DefinitionId("a.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  auto ofReceipt = oneOf("signature.none", key);
  ofReceipt.push_back(makeFinding("a.form.seven", Severity::warning, key, "n", {}));  // checked again: not taken
  round.form(own).received("296", with(own, "6"), {false, true, ofReceipt});
  CHECK(codesOf(round.told().findings) == Lines{"a.form.seven", "signature.none"});
}

TEST_CASE("findings of child units are told up to a limit and then counted", "[consolidation]") {
  const auto commune = form("office.commune", rule("seven", "n", "7"));
  const auto told = [&](std::size_t units, bool asContribution) {
    Round round;
    round.form(commune);
    for (std::size_t i = 0; i < units; ++i) {
      const auto unit = std::to_string(10000 + i);
      round.below(unit).assign("office.commune", unit).received(unit, with(commune, "6"), {asContribution, true, {}});
    }
    return round.told().findings;
  };
  for (const bool asContribution : {false, true}) {
    const auto whole = told(childFindingLimit, asContribution);
    CHECK(whole.size() == childFindingLimit);
    CHECK(whole.back().code == "office.commune.seven");
    const auto more = told(childFindingLimit + 3, asContribution);
    REQUIRE(more.size() == childFindingLimit + 1);
    CHECK(more.back().code == "core.more-findings");
    CHECK(more.back().severity == Severity::information);
    CHECK(more.back().viWhat ==
          makeFinding("core.more-findings", Severity::information, {}, "", {{"count", "3"}}).viWhat);
  }
}

TEST_CASE("a row offered to another part is pointed out until a row there names it as its source", "[consolidation]") {
  const auto offering = definition(group(table("limits", column("text", "type=\"text\""), "contributes=\"III.2\"") +
                                         table("private", column("text", "type=\"text\""))),
                                   "justice.form");
  const auto taking =
      definition(group(table("chosen", column("text", "type=\"text\"") + column("source", "type=\"text\""))),
                 "office.assessment", "place=\"III.2\"");
  Round round;
  round.form(offering).form(taking);
  round.received("296", Section(offering)
                            .row("limits", "r1", {{"text", "Chậm"}})
                            .row("limits", "r2", {{"text", "Thiếu"}})
                            .row("private", "r1", {{"text", "Riêng"}}));
  const auto both = round.told().findings;
  CHECK(lines(both) == Lines{"core.unselected-contribution justice.form/296/2023-8T/limits[r1]",
                             "core.unselected-contribution justice.form/296/2023-8T/limits[r2]"});
  CHECK(both[0].severity == Severity::information);
  CHECK(both[0].viWhat.find("III.2") != std::string::npos);
  round.received("296", Section(taking)
                            .row("chosen", "1", {{"text", "Còn chậm."}, {"source", "justice.form/limits/r1"}})
                            .row("chosen", "2", {{"text", "Việc khác."}, {"source", "justice.form/private/r2"}}));
  CHECK(lines(round.told().findings) == Lines{"core.unselected-contribution justice.form/296/2023-8T/limits[r2]"});
}

TEST_CASE("text of the unit's own section that its figures have left behind is pointed out", "[consolidation]") {
  const auto own = definition(
      group(field("n", "type=\"integer\"") + "<narrative id=\"p\">Có {{n}} xã của {{unit.name}}.</narrative>"),
      "a.form");
  Round round;
  round.form(own).received(
      "296", with(own, "18").paragraph({"p", "Có đủ 18 xã.", sha256("Có 18 xã của huyện Bình Giang."), {}}));
  CHECK(round.told().findings.empty());
  CHECK(round.told().own("a.form").paragraphs.at(0).text == "Có đủ 18 xã.");
  round.received("296", with(own, "17").paragraph({"p", "Có đủ 18 xã.", sha256("Có 18 xã của huyện Bình Giang."), {}}));
  CHECK(lines(round.told().findings) ==
        Lines{"narrative.figure-not-typed a.form/296/2023-8T/¶p", "narrative.drift a.form/296/2023-8T/¶p"});
}
