// A draft under a newer definition: what still fits moves along, what does not is kept by changes of the program's own.
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/definition/read_definition.h"
#include "core/rules/section_findings.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;
const SectionKey key{DefinitionId("x.y"), OrgUnitId("296"), PeriodId("2023-8T")};

using Definition = std::shared_ptr<const SectionDefinition>;

Definition form(int version, const std::string& content, const std::string& groupAttributes = " nothing=\"yes\"",
                DefinitionSource source = DefinitionSource::loaded) {
  const auto read =
      readDefinition("<definition xmlns=\"urn:cchc:definition:1\" id=\"x.y\" version=\"" + std::to_string(version) +
                         "\" place=\"I\" owner=\"x\"><title vi=\"T\"/><group id=\"g\"" + groupAttributes +
                         "><title vi=\"G\"/>" + content + "</group></definition>",
                     "form.xml", source);
  if (!read) FAIL(messageLine(read.error(), Language::en));
  return *read;
}
std::string field(const std::string& attributes, const std::string& inner = "") {
  return "<field " + attributes + "><label vi=\"Nội dung\"/>" + inner + "</field>";
}
std::string choice(const std::string& value) { return "<choice value=\"" + value + "\" vi=\"" + value + "\"/>"; }
std::string table(const std::string& attributes, const std::string& columns) {
  return "<table " + attributes + "><title vi=\"Bảng\"/>" + columns + "</table>";
}
std::string column(const std::string& attributes) { return "<column " + attributes + "><label vi=\"Cột\"/></column>"; }

Definition first() {
  static const auto made = form(
      1, field("id=\"count\" type=\"integer\"") + field("id=\"rate\" type=\"rate\" decimals=\"2\" qualifier=\"over\"") +
             field("id=\"mark\" type=\"choice\"", choice("good") + choice("fair")) +
             field("id=\"note\" type=\"long-text\"") + field("id=\"old_name\" type=\"text\"") +
             field("id=\"gone\" type=\"date\"") + field("id=\"typed\" type=\"decimal\" decimals=\"1\"") +
             table("id=\"docs\" nothing=\"yes\"",
                   column("id=\"number\" type=\"text\"") + column("id=\"sum\" type=\"money\"")) +
             table("id=\"lost\"", column("id=\"a\" type=\"text\"")) + "<narrative id=\"p\">Chữ.</narrative>");
  return made;
}
// Fewer decimals, a choice less, one line only, a new name, a field gone, a field that is computed now; a table with
// another name, fewer rows and another type of column; a table gone; a paragraph gone; no "nothing to report".
Definition second() {
  static const auto made = form(
      2,
      field("id=\"count\" type=\"text\"") + field("id=\"rate\" type=\"rate\" decimals=\"1\"") +
          field("id=\"mark\" type=\"choice\"", choice("good")) + field("id=\"note\" type=\"text\"") +
          field("id=\"new_name\" type=\"text\" renamed-from=\"old_name\"") +
          field("id=\"typed\" type=\"decimal\" decimals=\"1\"", "<formula>rate + 1</formula>") +
          table("id=\"papers\" renamed-from=\"docs\" max-rows=\"1\"",
                column("id=\"number\" type=\"integer\"") + column("id=\"amount\" type=\"money\" renamed-from=\"sum\"")),
      "");
  return made;
}

DraftContent draftOf(const std::vector<std::pair<const char*, const char*>>& values,
                     const std::vector<DraftRow>& rows = {}) {
  DraftContent draft;
  draft.rows = rows;
  for (const auto& [place, value] : values) draft.values.push_back({Address::inDraft(place), value});
  std::sort(draft.values.begin(), draft.values.end(),
            [](const DraftValue& a, const DraftValue& b) { return addressText(a.place) < addressText(b.place); });
  return draft;
}

DraftContent fullDraft() {
  return draftOf({{"count", "45"},
                  {"rate", "{over}97.22"},
                  {"mark", "fair"},
                  {"note", "Một\nhai"},
                  {"old_name", "Lan"},
                  {"gone", "2023-08-28"},
                  {"typed", "1.5"},
                  {"docs[r1].number", "12a"},
                  {"docs[r1].sum", "5000000"},
                  {"docs[r2].number", "13"},
                  {"lost[r1].a", "chữ"},
                  {"¶p", "\nabc\nChữ đã sửa."},
                  {"group:g", "nothing"},
                  {"#x.y.rule@count", "Đã kiểm tra."}},
                 {{"docs", "r1", 0}, {"docs", "r2", 1}, {"lost", "r1", 0}});
}

class Workplace {
 public:
  Workplace() {
    const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(resources);
    auto suite = openSuite({(folder_ / "store.sqlite").string(), {}, *resources, &systemClock, {"Lan", "lan", "MAY"}});
    if (!suite) throw std::runtime_error(messageLine(suite.error(), Language::en));
    suite_ = std::move(*suite);
  }
  Suite& suite() { return *suite_; }
  // Begins the section with a draft.
  void begin(const SectionDefinition& definition, const DraftContent& draft) {
    REQUIRE(suite_->store.openSection(key, definition));
    std::vector<Change> changes;
    const auto add = [&](const Address& address, const std::string& value) {
      changes.push_back({std::to_string(changes.size()), address, "", value, suite_->options.actor, suite_->now()});
    };
    for (const auto& row : draft.rows) add(Place::ofRow(row.table, row.row), std::to_string(row.position));
    for (const auto& value : draft.values) add(value.place, value.value);
    apply(changes);
  }
  FittedDraft fit(const SectionDefinition& definition) {
    const auto draft = suite_->store.draft(key);
    const auto header = suite_->store.section(key);
    REQUIRE((draft && header && *header));
    return fitDraft(definition, {}, *draft, **header, *suite_);
  }
  void apply(const std::vector<Change>& changes) {
    const auto outcomes = suite_->store.apply(key, changes);
    if (!outcomes) FAIL(messageLine(outcomes.error(), Language::en));
    for (const auto& outcome : *outcomes) CHECK(outcome.applied);
  }
  bool journalIsSound() { return suite_->store.verifyJournal(key).value().empty(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Suite> suite_;
};

std::map<std::string, std::string> keptOf(const SectionData& data) {
  std::map<std::string, std::string> kept;
  for (const auto& one : data.kept) kept[placeText(one.place)] = one.value;
  return kept;
}

const std::string& textAt(const SectionDefinition& definition, const SectionData& data, const char* id) {
  const auto* text = data.fields[*definition.fieldIndex(id)].text();
  REQUIRE(text != nullptr);
  return *text;
}

}  // namespace

TEST_CASE("a draft of its own definition is left as it is") {
  Workplace desk;
  desk.begin(*first(), fullDraft());
  const auto fitted = desk.fit(*first());
  CHECK(fitted.keeping.empty());
  CHECK(fitted.data.kept.empty());
  CHECK(fitted.rows.size() == 3);
  CHECK(fitted.data.groupNothing[0]);
}

TEST_CASE("what a newer definition has no place for is kept, and what it has one for moves along") {
  Workplace desk;
  desk.begin(*first(), fullDraft());
  const auto& now = *second();
  const auto fitted = desk.fit(now);
  CHECK(textAt(now, fitted.data, "count") == "45");  // a number is a text as well
  CHECK(textAt(now, fitted.data, "new_name") == "Lan");
  const auto& papers = fitted.data.tables[*now.tableIndex("papers")];
  REQUIRE(papers.rows.size() == 1);
  CHECK(papers.rows[0].id == "r1");
  CHECK(papers.rows[0].cells[0].blank());
  CHECK(lexical(papers.rows[0].cells[1]) == "5000000");
  CHECK(keptOf(fitted.data) == std::map<std::string, std::string>{{"rate", "{over}97.22"},
                                                                  {"mark", "fair"},
                                                                  {"note", "Một\nhai"},
                                                                  {"gone", "2023-08-28"},
                                                                  {"typed", "1.5"},
                                                                  {"docs[r1].number", "12a"},
                                                                  {"docs[r2].number", "13"},
                                                                  {"lost[r1].a", "chữ"},
                                                                  {"¶p", "Chữ đã sửa."},
                                                                  {"group:g", "nothing"}});
  CHECK(fitted.data.explanations.size() == 1);
}

TEST_CASE("the changes that keep values are the program's, empty the old places, and leave a sound journal") {
  Workplace desk;
  desk.begin(*first(), fullDraft());
  const auto fitted = desk.fit(*second());
  REQUIRE_FALSE(fitted.keeping.empty());
  for (const auto& change : fitted.keeping) {
    CHECK(change.who.name.starts_with("CCHC Suite "));
    CHECK(change.who.login == "lan");
  }
  const auto both = [&](const char* place, const char* value) {
    std::size_t found = 0;
    for (const auto& change : fitted.keeping) {
      found += change.place == Address(place) && change.oldValue == value && change.newValue.empty() ? 1 : 0;
      found += change.place == Address::ofKept(place) && change.oldValue.empty() && change.newValue == value ? 1 : 0;
    }
    return found == 2;
  };
  CHECK(both("mark", "fair"));
  CHECK(both("docs[r1].number", "12a"));

  // Two windows that have opened the draft make the same changes, which are applied once.
  CHECK(desk.fit(*second()).keeping == fitted.keeping);
  desk.apply(fitted.keeping);
  desk.apply(fitted.keeping);
  CHECK(desk.journalIsSound());
  const auto again = desk.fit(*second());
  CHECK(again.keeping.empty());
  CHECK(again.data == fitted.data);

  // The field can be filled in again.
  desk.apply({{"mark-again", "mark", "", "good", desk.suite().options.actor, desk.suite().now()}});
  CHECK(textAt(*second(), desk.fit(*second()).data, "mark") == "good");
  CHECK(desk.journalIsSound());
}

TEST_CASE("a value at a current id takes precedence over one at an older id, which is kept") {
  Workplace desk;
  const auto fitted = [&](const DraftContent& draft) { return fitDraft(*second(), {}, draft, {}, desk.suite()).data; };
  const auto data = fitted(draftOf({{"old_name", "Lan"}, {"new_name", "Hoa"}}));
  CHECK(textAt(*second(), data, "new_name") == "Hoa");
  CHECK(keptOf(data) == std::map<std::string, std::string>{{"old_name", "Lan"}});
}

TEST_CASE("a second value that is kept of one place is a further line") {
  Workplace desk;
  const auto data = fitDraft(*second(), {}, draftOf({{"kept:mark", "poor"}, {"mark", "fair"}}), {}, desk.suite()).data;
  CHECK(keptOf(data) == std::map<std::string, std::string>{{"mark", "poor\nfair"}});
  // One that is kept there already is not, however often two versions of a form take turns.
  for (const char* known : {"poor\nfair", "fair\npoor", "poor\nfair\ngood"}) {
    const auto again =
        fitDraft(*second(), {}, draftOf({{"kept:mark", known}, {"mark", "fair"}}), {}, desk.suite()).data;
    CHECK(keptOf(again) == std::map<std::string, std::string>{{"mark", known}});
  }
}

TEST_CASE("kept values are warned of, as a person writes them") {
  Workplace desk;
  const auto data = fitDraft(*second(), {}, fullDraft(), {}, desk.suite()).data;
  const auto findings = keptFindings(*second(), {}, key, data);
  REQUIRE(findings.size() == data.kept.size());
  std::map<std::string, std::string> texts;
  for (const auto& finding : findings) {
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.code == "core.value-kept");
    texts[placeText(finding.place)] = finding.viWhat;
  }
  CHECK(texts["rate"].find("“trên 97,22”") != std::string::npos);
  CHECK(texts["gone"].find("“28/8/2023”") != std::string::npos);
  CHECK(texts["group:g"].find("“Không phát sinh”") != std::string::npos);
  CHECK(texts["note"].find("“Một hai”") != std::string::npos);
}

TEST_CASE("a store with a field called state, by digest, is read, and its journal is sound") {
  const auto older =
      form(1, field("id=\"state\" type=\"text\"") + field("id=\"other\" type=\"text\""), "", DefinitionSource::store);
  Workplace desk;
  desk.begin(*older, draftOf({{"state", "draft"}, {"other", "a"}}));
  const auto fitted = desk.fit(*older);
  CHECK(fitted.keeping.empty());
  CHECK(textAt(*older, fitted.data, "state") == "draft");
  // No plugin provides the definition, so that the section is opened with the store's copy.
  REQUIRE(desk.suite().store.saveDefinition(*older));
  const auto opened = loadSection(desk.suite(), key);
  REQUIRE((opened && *opened));
  CHECK(textAt((*opened)->definition->definition(), (*opened)->data, "state") == "draft");
  CHECK(desk.journalIsSound());
  REQUIRE(desk.suite().store.transition(key, DeskCommand::submit, desk.suite().options.actor, ""));
  CHECK(desk.journalIsSound());
  REQUIRE(desk.suite().store.transition(key, DeskCommand::returnSection, desk.suite().options.actor, "thiếu"));
  REQUIRE(desk.suite().store.transition(key, DeskCommand::edit, desk.suite().options.actor, ""));

  // The form has given the field another id since.
  const auto now =
      form(2, field("id=\"stage\" type=\"text\" renamed-from=\"state\"") + field("id=\"other\" type=\"text\""));
  const auto moved = desk.fit(*now);
  CHECK(textAt(*now, moved.data, "stage") == "draft");
  desk.apply(moved.keeping);
  CHECK(desk.fit(*now).keeping.empty());
  CHECK(desk.journalIsSound());
}

TEST_CASE("data of one version are laid out by another as a draft is, and what has no home is kept") {
  Workplace desk;
  desk.begin(*first(), fullDraft());
  const auto older = desk.fit(*first()).data;
  CHECK(movedAlong(*first(), older, *first()) == older);
  const auto moved = movedAlong(*first(), older, *second());
  CHECK(moved == desk.fit(*second()).data);
  CHECK(textAt(*second(), moved, "new_name") == "Lan");
  CHECK(lexical(moved.tables[*second()->tableIndex("papers")].rows[0].cells[1]) == "5000000");
  CHECK_FALSE(moved.kept.empty());
}

TEST_CASE("a draft cannot write what is journalled otherwise") {
  Workplace desk;
  desk.begin(*first(), {});
  for (const auto& address : {Address::ofState(), Address::ofSubmission(1), Address::ofRemark("count")}) {
    const Change change{"c", address, "", "accepted", desk.suite().options.actor, desk.suite().now()};
    const auto outcome = desk.suite().store.apply(key, change);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == "values.unknown-field");
  }
  CHECK(desk.suite().store.journal(key)->empty());
}

TEST_CASE("whatever a draft holds, nothing is lost, and what was kept once stays as it is") {
  Workplace desk;
  std::mt19937 random(17);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  const std::vector<const char*> places = {"count",
                                           "rate",
                                           "mark",
                                           "note",
                                           "old_name",
                                           "new_name",
                                           "gone",
                                           "typed",
                                           "docs[r1].number",
                                           "docs",
                                           "papers",
                                           "lost",
                                           "group:g",
                                           "group:h",
                                           "¶p",
                                           "¶q[r1]",
                                           "docs[r1].sum",
                                           "papers[r1].number",
                                           "docs[r3].sum",
                                           "papers[r2].amount",
                                           "lost[r1].a",
                                           "kept:mark",
                                           "kept:count",
                                           "#x.y.r@count",
                                           "state",
                                           "a b",
                                           "x[",
                                           "docs[r1].a.b"};
  const std::vector<const char*> values = {"nothing",    "1",       "1.55", "good", "{over}2.5",
                                           "2023-08-28", "\n\nChữ", "a\tb", "ngày", "{x}"};
  for (int i = 0; i < 2000; ++i) {
    std::map<std::string, std::string> chosen;
    for (auto count = below(12); count > 0; --count)
      chosen[places[below(places.size())]] = values[below(values.size())];
    DraftContent draft;
    for (const auto* name : {"docs", "papers", "lost"}) {
      for (const auto* row : {"r1", "r2", "r3"}) {
        if (below(3) == 0) draft.rows.push_back({name, row, static_cast<int>(below(4))});
      }
    }
    for (const auto& [place, value] : chosen) draft.values.push_back({Address::inDraft(place), value});
    const auto& definition = below(2) == 0 ? *first() : *second();
    const auto fitted = fitDraft(definition, {}, draft, {}, desk.suite());

    // The draft after the changes.
    std::map<std::string, std::string> stored;
    std::map<Place, int> rows;
    for (const auto& value : draft.values) stored[addressText(value.place)] = value.value;
    for (const auto& row : draft.rows) rows[Place::ofRow(row.table, row.row)] = row.position;
    for (const auto& change : fitted.keeping) {
      const auto text = addressText(change.place);
      INFO(text);
      if (change.place.row() != nullptr) {
        const auto& place = *change.place.place();
        REQUIRE((rows.contains(place) ? std::to_string(rows[place]) : "") == change.oldValue);
        if (change.newValue.empty())
          rows.erase(place);
        else
          rows[place] = std::stoi(change.newValue);
        continue;
      }
      REQUIRE((stored.contains(text) ? stored[text] : "") == change.oldValue);
      if (change.newValue.empty())
        stored.erase(text);
      else
        stored[text] = change.newValue;
    }
    DraftContent after;
    for (const auto& [text, value] : stored) after.values.push_back({Address::inDraft(text), value});
    for (const auto& [place, position] : rows) after.rows.push_back({place.row()->table, place.row()->row, position});
    const auto again = fitDraft(definition, {}, after, {}, desk.suite());
    REQUIRE(again.keeping.empty());
    REQUIRE(again.data == fitted.data);

    // Every value is somewhere: in a field, a cell, a paragraph, or kept.
    std::string all;
    for (const auto& [text, value] : stored) all += value + "\n";
    for (const auto& [place, value] : chosen) {
      INFO(place);
      const auto last = value.substr(value.rfind('\n') == std::string::npos ? 0 : value.rfind('\n') + 1);
      REQUIRE(all.find(last) != std::string::npos);
    }
  }
}
