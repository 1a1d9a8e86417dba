// The checks of a plugin read typed values and add findings to places. The probe plugin answers the questions that
// stand in the fields of the section.
#include <catch2/catch.hpp>
#include <thread>

#include "tests/core/plugin/loaded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

using Answers = std::vector<std::string>;
const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
const std::shared_ptr<const CompiledDefinition>& form() { return probe().forms.at("probe.form"); }

std::vector<Finding> check(const Section& section, const Surroundings& surroundings = Surroundings()) {
  const auto evaluation = evaluate(*section.form(), section.data(), surroundings);
  return probe().host.check(key, {section.form().get(), &section.data(), &evaluation}, surroundings);
}

// What the probe's check answered; the code of any other finding.
Answers answersOf(const std::vector<Finding>& findings) {
  Answers texts;
  for (const auto& finding : findings) texts.push_back(finding.code == "probe.answer" ? finding.viWhat : finding.code);
  return texts;
}

// Questions, each with its answer. A test writes what it expects in the same form.
void answers(Section section, const std::vector<std::pair<std::string, std::string>>& table,
             const Surroundings& surroundings = Surroundings()) {
  std::string questions;
  Answers expected;
  for (const auto& [question, answer] : table) {
    questions += question + "\n";
    expected.push_back(question + " = " + answer);
  }
  CHECK(answersOf(check(section.with("questions", questions), surroundings)) == expected);
}

DocumentReference plan() {
  DocumentReference plan;
  plan.type = "KH", plan.number = "04", plan.year = "2023", plan.issuerCode = "UBND", plan.date = Date{2023, 1, 10};
  plan.issuer = "UBND huyện", plan.title = "cải cách", plan.forYear = 2024, plan.implements = "30/NQ-CP";
  plan.role = DocumentRole::issued;
  return plan;
}

// The sections around the one that is checked.
class Around final : public Surroundings {
 public:
  const SectionView* section(const DefinitionId& id) const override {
    return id.value == "probe.second" ? own : nullptr;
  }
  const AggregateView* children(const DefinitionId& id) const override {
    return id.value == "probe.children" || id.value == "probe.third" ? below : nullptr;
  }
  const SectionView* previous() const override { return before; }
  const Period* period() const override { return in; }
  const Circumstances* circumstances() const override { return &when; }
  Circumstances when;
  const SectionView *own = nullptr, *before = nullptr;
  const AggregateView* below = nullptr;
  const Period* in = nullptr;
};

}  // namespace

TEST_CASE("a check reads each value by its type", "[plugin]") {
  const auto section = Section(form())
                           .with("online", "45")
                           .with("large", "-1234.50")
                           .with("on", "2023-08-28")
                           .with("name", "Bình Giang")
                           .with("kind", "letter")
                           .with("kinds", "plan letter")
                           .with("shared", "no");
  answers(section, {{"number online", "45"},
                    {"number large", "-1234.50"},
                    {"date on", "2023-8-28"},
                    {"text name", "Bình Giang"},
                    {"text kind", "letter"},
                    {"text kinds", "plan letter"},
                    {"text shared", "no"}});
  answers(Section(form()).with("on", "2023-08").with("shared", "yes").with("window", "2023-08-10/2023-09-08"),
          {{"date on", "2023-8-0"},
           {"text shared", "yes"},
           {"range window", "2023-8-10 2023-9-8"},
           {"range on", "nothing"},
           {"version x", "1"},
           {"label on", "Ngày | Ngày"},
           {"label wish", "wish | wish"}});
}

TEST_CASE("a figure of any size comes across whole", "[plugin]") {
  for (const auto* figure : {"99999999999999999999999999999999.99", "-99999999999999999999999999999999.99",
                             "18446744073709551616", "-1", "0", "0.10"}) {
    answers(Section(form()).with("large", figure), {{"number large", figure}});
  }
}

TEST_CASE("what is blank, of another type or not there answers nothing", "[plugin]") {
  const auto section = Section(form()).with("online", "0").with("name", "45").row("items", "r1", {{"title", "Một"}});
  answers(section, {{"number direct", "nothing"},
                    {"text note", "nothing"},
                    {"number online", "0"},  // zero is known
                    {"text online", "nothing"},
                    {"number name", "nothing"},
                    {"date name", "nothing"},
                    {"number wish", "nothing"},
                    {"number items", "nothing"},
                    {"text items/0/title", "Một"},
                    {"number items/0/title", "nothing"},
                    {"number items/0/count", "nothing"},
                    {"text items/1/title", "nothing"},
                    {"text items/0/wish", "nothing"},
                    {"text wish/0/title", "nothing"}});
}

TEST_CASE("what is not relevant answers nothing, though a value was entered", "[plugin]") {
  answers(Section(form()).with("shared", "no").with("pages", "7"), {{"number pages", "nothing"}});
  answers(Section(form()).with("shared", "yes").with("pages", "7"), {{"number pages", "7"}});
}

TEST_CASE("a computed figure is read as computed and as the letter states it", "[plugin]") {
  answers(Section(form()).with("online", "40").with("direct", "5").with("total", "46"),
          {{"number total", "45"}, {"stated total", "46"}, {"number rate", "88.89"}, {"stated rate", "nothing"}});
  answers(Section(form()).with("total", "46"), {{"number total", "46"}, {"stated total", "46"}});
  answers(Section(form()).row("items", "r1", {{"count", "2"}, {"twice", "9"}}), {{"number items/0/twice", "4"},
                                                                                 {"stated items/0/twice", "9"},
                                                                                 {"stated items/0/count", "2"},
                                                                                 {"stated items/0/wish", "nothing"},
                                                                                 {"stated items/1/twice", "nothing"},
                                                                                 {"stated wish/0/twice", "nothing"}});
}

TEST_CASE("a figure's qualifier and a rate's denominator are told by their numbers", "[plugin]") {
  const auto table = {"online", "{over}1", "{under}1", "{about}1", "{estimated}1", "{planned}1"};
  int number = 0;
  for (const std::string value : table) {
    answers(Section(form()).with("online", value == "online" ? "1" : value),
            {{"qualifier online", std::to_string(number++)}});
  }
  answers(Section(form()).with("online", "{estimated}1").with("direct", "1"), {{"qualifier total", "4"}});
  answers(Section(form()).with("rate", "97.22"), {{"denominator rate", "0"}, {"denominator wish", "0"}});
  answers(Section(form()).with("rate", "{unknown}97.22"), {{"denominator rate", "1"}});
  answers(Section(form()).with("rate", "{none-arose}97.22"), {{"denominator rate", "2"}});
}

TEST_CASE("rows are counted, named and read by column, computed ones too", "[plugin]") {
  const auto section = Section(form())
                           .row("items", "r1", {{"title", "Một"}, {"count", "1"}})
                           .row("items", "x7", {{"title", "Hai"}, {"count", "2"}});
  answers(section, {{"rows items", "2"},
                    {"rows wish", "0"},
                    {"row items 0", "r1"},
                    {"row items 1", "x7"},
                    {"row items 2", "nothing"},
                    {"row wish 0", "nothing"},
                    {"number items/1/count", "2"},
                    {"text items/1/title", "Hai"},
                    {"number items/1/twice", "4"},
                    {"text items/0/title", "Một"},
                    {"number items/0/twice", "2"}});
}

TEST_CASE("a document is read with all its parts", "[plugin]") {
  auto letter = plan();
  letter.type = "CV", letter.year.clear(), letter.number.clear(), letter.numberState = NumberState::missing;
  letter.date.reset(), letter.forYear.reset(), letter.implements.clear(), letter.role = DocumentRole::unspecified;
  auto notCited = letter;
  notCited.numberState = NumberState::notCited, notCited.date = Date{2017, 10, 0};
  notCited.role = DocumentRole::received;
  const auto section =
      Section(form()).with("plan", Value{Documents{plan()}}).with("letters", Value{Documents{letter, notCited}});
  answers(section,
          {{"documents plan", "1"},
           {"document plan 0", "04/2023/KH-UBND|KH|04|2023|UBND|UBND huyện|cải cách|30/NQ-CP|2023-1-10|2024|2|0"},
           {"document plan 1", "nothing"},
           {"documents letters", "2"},
           {"document letters 0", "…|CV|||UBND|UBND huyện|cải cách||0-0-0|0|0|1"},
           {"document letters 1", "…|CV|||UBND|UBND huyện|cải cách||2017-10-0|0|3|2"},
           {"documents name", "0"},
           {"document name 0", "nothing"}});
}

TEST_CASE("every place that can hold documents is listed in the order of the definition", "[plugin]") {
  answers(Section(form()), {{"places", "plan letters"}});
  answers(Section(form()).row("items", "a", {}).row("items", "b", {}),
          {{"places", "plan letters items/0/basis items/1/basis"}});
}

TEST_CASE("the period before and the sections that a check declared can be read", "[plugin]") {
  const auto other = definition(group(field("n", "type=\"integer\"")), "probe.second");
  const auto second = Section(other).with("n", "7"), children = Section(other).with("n", "70");
  const auto last = Section(form()).with("online", "3").with("name", "Kỳ trước");
  const auto ofSecond = evaluate(*other, second.data(), Surroundings()),
             ofChildren = evaluate(*other, children.data(), Surroundings()),
             ofLast = evaluate(*form(), last.data(), Surroundings());
  const SectionView secondView{other.get(), &second.data(), &ofSecond}, lastView{form().get(), &last.data(), &ofLast};
  const AggregateView below{{other.get(), &children.data(), &ofChildren}, {1}, 1, 1};
  Around around;
  const auto section = Section(form()).with("online", "45");
  answers(section, {{"previous number online", "no section"}, {"other probe.second number n", "no section"}}, around);
  around.own = &secondView, around.before = &lastView, around.below = &below;
  answers(section,
          {{"number online", "45"},
           {"previous number online", "3"},
           {"previous text name", "Kỳ trước"},
           {"other probe.second number n", "7"},
           {"other probe.children number n", "70"},       // where the unit has none of its own
           {"other probe.third number n", "no section"},  // not declared
           {"other probe.form number online", "no section"}},
          around);
}

TEST_CASE("a check knows the period that it runs in", "[plugin]") {
  Period period;
  period.start = {2023, 1, 1}, period.end = {2023, 8, 28};
  Around around;
  answers(Section(form()), {{"period", "0 0-0-0 0-0-0 296"}}, around);
  around.in = &period;
  answers(Section(form()), {{"period", "2023 2023-1-1 2023-8-28 296"}}, around);
}

TEST_CASE("a check knows the form of the unit, if it has one", "[plugin][in-force]") {
  Around around;
  answers(Section(form()), {{"form", ""}}, around);
  around.when.forms = {"xã"};
  answers(Section(form()), {{"form", "xã"}}, around);
}

TEST_CASE("a finding stands at its place with its severity and its section", "[plugin]") {
  const auto section = Section(form())
                           .row("items", "r1", {})
                           .row("items", "x7", {})
                           .with("questions", "error online\nwarning items/1/count direct\nwarning\ninformation items");
  const auto found = check(section);
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == "probe.error");
  CHECK(found[0].severity == Severity::error);
  CHECK(found[0].place == "online");
  CHECK(found[0].section == key);
  CHECK(found[1].severity == Severity::warning);
  CHECK(found[1].place == "items[x7].count");
  CHECK(found[2].place.empty());
  CHECK(found[3].severity == Severity::information);
  CHECK(found[3].place == "items");  // the table as a whole
}

TEST_CASE("a check whose finding is wrong has failed, for a reason that is said, and its earlier findings stay",
          "[plugin]") {
  for (const std::string place : {"wish", "items/9/count", "wish/0/count", "items/0/wish"}) {
    const auto found = check(
        Section(form()).row("items", "r1", {}).with("questions", "number online\nerror " + place + "\nnumber direct"));
    CHECK(answersOf(found) == Answers{"number online = nothing", "plugin.check-failed"});
    CHECK(found.back().viWhat.find("probe.answers") != std::string::npos);
    CHECK(found.back().viWhat.find("“probe”") != std::string::npos);
    CHECK(found.back().enWhat.find("which is neither in the form nor in the data") != std::string::npos);
  }
}

TEST_CASE("the host's functions answer a plugin as the suite's own do", "[plugin]") {
  answers(Section(form()), {{"host add 0.1 0.2", "0.3"},
                            {"host subtract 1 2.50", "-1.50"},
                            {"host multiply 999999999999999999999999999999999999 10", "nothing"},
                            {"host divide 2 3", "0.67"},
                            {"host divide 2 0", "nothing"},
                            {"host order 1.50 1.5", "equal"},
                            {"host order -1 0", "less"},
                            {"host shown 177357000000", "177.357.000.000 177 tỷ 357 triệu đồng"},
                            {"host fold Ủy  ban  Đống Đa", "uy ban dong da"},
                            {"host key Ủy ban nhân dân huyện", "ubnd huyen"},
                            {"host total Tổng cộng", "yes"},
                            {"host total Cống số 3", "no"},
                            {"host message probe.own", "cannot read ba"},
                            {"host message probe.no-such", "nothing"},
                            {"host power ĐVT: triệu đồng", "6"},
                            {"host power Tên dự án", "-1"},
                            {"host money 387 tỷ 425 triệu đồng", "1 387425000000 "},
                            {"host money 5 USD", "0 0 "},
                            {"host figure ước 1.234,5", "1 1234.5 4 "},
                            {"host day 28/8", "2023-8-28"},
                            {"host cited Theo Kế hoạch số 04/KH-UBND ngày 10/01/2023",
                             "Kế hoạch số 04/KH-UBND ngày "
                             "10/01/2023=04/KH-UBND;"}});
}

TEST_CASE("an explanation in the section stands with the finding of its code and place", "[plugin]") {
  auto section = Section(form()).with("questions", "warning online\nwarning direct\nerror online");
  section.comment({"probe.warning", "online", "Số đã đối chiếu"});
  const auto found = check(section);
  REQUIRE(found.size() == 3);
  CHECK(found[0].explanation == "Số đã đối chiếu");
  CHECK(found[1].explanation.empty());
  CHECK(found[2].explanation.empty());
}

TEST_CASE("a finding is worded by the plugin's own texts, with its arguments and further places filled in",
          "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "probe");
  folder.addText("probe/messages.tsv",
                 "code\tvi\tvi-fix\ten\ten-fix\nprobe.warning\t{first} lệch với {places}\tĐối chiếu {last}\t{first} "
                 "differs from {places_en}\tcompare with {last} and {wish}\n");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Answers{""});
  const auto& worded = loaded.forms.at("probe.form");
  const auto section =
      Section(worded).row("items", "r1", {}).with("questions", "warning online direct items/0/count\nerror online");
  const auto evaluation = evaluate(*worded, section.data(), Surroundings());
  const auto found = loaded.host.check(key, {worded.get(), &section.data(), &evaluation}, Surroundings());
  REQUIRE(found.size() == 2);
  CHECK(found[0].viWhat == "online lệch với Trực tiếp; Dòng, dòng 1, Số");
  CHECK(found[0].viFix == "Đối chiếu items/0/count");
  CHECK(found[0].enWhat == "online differs from Trực tiếp; Dòng, row 1, Số");
  CHECK(found[0].enFix == "compare with items/0/count and {wish}");  // an unknown placeholder stays
  // A code that messages.tsv does not have is a fault of the plugin.
  CHECK(found[1].code == "plugin.check-failed");
  CHECK(found[1].enWhat.find("“probe.error” is not in the messages.tsv") != std::string::npos);
}

TEST_CASE("a check that fails is a warning, and the other checks still run", "[plugin]") {
  const auto found = check(Section(form()).with("questions", "fail"));
  REQUIRE(answersOf(found) == Answers{"plugin.check-failed", "the second check ran"});
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].section == key);
  CHECK(found[0].enWhat.find("“probe.answers” of the plugin “probe” failed: the plugin reported a failure") !=
        std::string::npos);
  // The findings that it added before it failed stay.
  CHECK(answersOf(check(Section(form()).with("questions", "number online\nfail"))) ==
        Answers{"number online = nothing", "plugin.check-failed"});
}

TEST_CASE("what a check throws is the reason of its failure", "[plugin]") {
  const auto found = check(Section(form()).with("questions", "throw no balance"));
  REQUIRE(answersOf(found) == Answers{"plugin.check-failed"});
  CHECK(found[0].viWhat.find("không chạy được: no balance;") != std::string::npos);
  const auto logged = probe().host.takeLog();
  REQUIRE_FALSE(logged.empty());
  CHECK(logged.back().plugin == "probe");
  CHECK(logged.back().text == "no balance");
  CHECK(logged.back().level == PluginLogEntry::Level::error);
  CHECK(probe().host.takeLog().empty());
}

TEST_CASE("a check runs only for the versions of the form that it was written for", "[plugin]") {
  for (const auto& [version, expected] :
       {std::pair{"1", "plugin.check-other-version"}, std::pair{"2", "it ran"}, std::pair{"3", "it ran"},
        std::pair{"4", "plugin.check-other-version"}, std::pair{"5", "it ran as of 5"}}) {
    const auto other = definition(group(field("online", "type=\"integer\"")), "other.versioned",
                                  "place=\"I\" version=\"" + std::string(version) + "\"");
    const Section section(other);
    const auto evaluation = evaluate(*other, section.data(), Surroundings());
    const SectionKey of{DefinitionId("other.versioned"), OrgUnitId("296"), PeriodId("2023-8T")};
    const auto found = probe().host.check(of, {other.get(), &section.data(), &evaluation}, Surroundings());
    CHECK(answersOf(found) == Answers{expected});
    if (found.front().code == "probe.answer") continue;
    CHECK(found.front().enWhat.find("versions 2–3, 5–") != std::string::npos);
    CHECK(found.front().severity == Severity::warning);
  }
}

TEST_CASE("checks run for the definition that they were registered for and for no other", "[plugin]") {
  const auto section = Section(form()).with("questions", "number online");
  const auto evaluation = evaluate(*form(), section.data(), Surroundings());
  const SectionKey other{DefinitionId("probe.second"), OrgUnitId("296"), PeriodId("2023-8T")};
  CHECK(probe().host.check(other, {form().get(), &section.data(), &evaluation}, Surroundings()).empty());
}

TEST_CASE("several threads check at once, each its own section", "[plugin][threads]") {
  std::vector<std::vector<std::string>> wrong(4);
  std::vector<std::thread> threads;
  form();  // loaded before they start
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) {
        const auto figure = std::to_string(1000 * t + static_cast<std::size_t>(i));
        const auto found = answersOf(check(Section(form())
                                               .with("questions", "number online\ntext items/0/title")
                                               .with("online", figure)
                                               .row("items", "r", {{"title", figure}})));
        if (found != Answers{"number online = " + figure, "text items/0/title = " + figure}) wrong[t].push_back(figure);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& figures : wrong) CHECK(figures.empty());
}
