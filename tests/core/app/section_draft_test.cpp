// The one way to change a section's data: its first edit, steps of several edits, and two people at once.
#include "core/app/section/section_draft.h"

#include <catch2/catch.hpp>

#include "core/app/check/checks.h"
#include "core/app/section/fill.h"
#include "core/app/send/enter_for.h"
#include "core/app/suite/catalogue.h"
#include "core/app/units/import_tables.h"
#include "core/definition/read_definition.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;
const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};

// A store with the sample's units, periods and assignments.
class Workplace {
 public:
  Workplace() {
    own_ = open("Lan");
    REQUIRE(importTables(*own_, own_->options.resources.sample));
  }
  std::unique_ptr<Suite> open(const std::string& who) const {
    const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(resources);
    auto suite = openSuite({(folder_ / "store.sqlite").string(), {}, *resources, &systemClock, {who, who, "MAY"}});
    if (!suite) throw std::runtime_error(messageLine(suite.error(), Language::en));
    return std::move(*suite);
  }
  Suite& suite() { return *own_; }
  SectionDraft draft() { return draftOf(*own_); }
  static SectionDraft draftOf(Suite& suite) {
    auto draft = SectionDraft::read(suite, budget);
    REQUIRE(draft);
    return std::move(*draft);
  }
  std::vector<Store::JournalEntry> journal() { return own_->store.journal(budget).value(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Suite> own_;
};

Edit entered(const SectionDraft& draft, const char* field, const char* value) {
  return FieldEdit{*draft.definition().fieldIndex(field), Value{*Decimal::parse(value)}};
}
Row rowOf(const SectionDraft& draft, std::size_t table, const std::string& id) {
  return {id, std::vector<Value>(draft.definition().tables[table].columns.size())};
}
std::size_t freeTable(const SectionDraft& draft) {
  const auto& tables = draft.definition().tables;
  const auto found = std::find_if(tables.begin(), tables.end(), [](const TableDefinition& one) { return !one.fixed; });
  REQUIRE(found != tables.end());
  return static_cast<std::size_t>(found - tables.begin());
}
std::vector<std::string> rowIds(const SectionData& data, std::size_t table) {
  std::vector<std::string> ids;
  for (const auto& row : data.tables[table].rows) ids.push_back(row.id);
  return ids;
}
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the first step begins the section, is in the journal once for each place, and can be undone") {
  Workplace desk;
  auto draft = desk.draft();
  CHECK_FALSE(draft.begun());
  const auto before = draft.data();
  const auto applied = draft.apply(
      desk.suite(), {{}, {entered(draft, "revenue.target", "1"), entered(draft, "revenue.target", "387425000000")}});
  REQUIRE(applied);
  CHECK(draft.begun());
  CHECK(draft.header().state == SectionState::draft);
  const auto journal = desk.journal();
  CHECK(journal.size() == applied->changes);
  std::size_t entries = 0;
  for (const auto& entry : journal) entries += addressText(entry.change.place) == "revenue.target" ? 1 : 0;
  CHECK(entries == 1);
  CHECK(desk.draft().data() == draft.data());

  REQUIRE(draft.apply(desk.suite(), applied->inverse));
  CHECK(draft.data() == before);
  CHECK(desk.draft().data() == before);
  CHECK(desk.suite().store.verifyJournal(budget)->empty());
}

TEST_CASE("an empty step only begins the section, and changes nothing once it is begun") {
  Workplace desk;
  auto draft = desk.draft();
  const auto first = draft.apply(desk.suite(), {});
  REQUIRE(first);
  CHECK(desk.suite().store.section(budget)->has_value());
  const auto again = draft.apply(desk.suite(), {});
  REQUIRE(again);
  CHECK(again->changes == 0);
  CHECK(desk.journal().size() == first->changes);
}

TEST_CASE("rows keep their order through gaps, moves and files, and a row that moves is one entry") {
  Workplace desk;
  auto draft = desk.draft();
  const auto table = freeTable(draft);
  EditStep rows;
  for (const auto* id : {"r1", "r2", "r3", "r4"}) rows.edits.push_back(RowInsert{table, 99, rowOf(draft, table, id)});
  REQUIRE(draft.apply(desk.suite(), rows));
  REQUIRE(draft.apply(desk.suite(), {{}, {RowRemove{table, "r1"}}}));
  const auto moved = draft.data().tables[table].rows[0];
  const auto applied = draft.apply(desk.suite(), {{}, {RowRemove{table, "r2"}, RowInsert{table, 2, moved}}});
  REQUIRE(applied);
  CHECK(applied->changes == 1);
  CHECK(rowIds(draft.data(), table) == Ids{"r3", "r4", "r2"});
  CHECK(rowIds(desk.draft().data(), table) == Ids{"r3", "r4", "r2"});

  // A file replaces the rows by others in another order.
  ValuesFile values;
  const auto& id = draft.definition().tables[table].id;
  values.tables.push_back({id, true, std::nullopt});
  for (const auto* row : {"r2", "n1", "r3"}) values.rows.push_back({id, row, false});
  REQUIRE(fillSection(desk.suite(), budget, values));
  CHECK(rowIds(desk.draft().data(), table) == Ids{"r2", "n1", "r3"});
  CHECK(desk.suite().store.verifyJournal(budget)->empty());
}

TEST_CASE("of two people who begin a section, the second keeps what the first entered, and is told where both typed") {
  Workplace desk;
  const auto other = desk.open("Minh");
  auto mine = desk.draft(), theirs = Workplace::draftOf(*other);
  REQUIRE(theirs.apply(*other, {{}, {entered(theirs, "revenue.actual", "177357000000")}}));

  const auto applied = mine.apply(desk.suite(), {{}, {entered(mine, "revenue.target", "387425000000")}});
  REQUIRE(applied);
  const auto together = desk.draft();
  const auto figure = [&](const char* field) {
    return encodeValue(together.data().fields[*together.definition().fieldIndex(field)]);
  };
  CHECK(figure("revenue.actual") == "177357000000");
  CHECK(figure("revenue.target") == "387425000000");

  // Theirs still shows the section without the target.
  const auto refused = theirs.apply(*other, {{}, {entered(theirs, "revenue.target", "390000000000")}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "section.conflict");
  CHECK(refused.error().place == "revenue.target");
  CHECK(message(refused.error(), Language::en).what.find("Lan") != std::string::npos);
  CHECK(theirs.data() == desk.draft().data());
}

TEST_CASE("two people who begin a section with the same field are not merged") {
  Workplace desk;
  const auto other = desk.open("Minh");
  auto mine = desk.draft(), theirs = Workplace::draftOf(*other);
  REQUIRE(theirs.apply(*other, {{}, {entered(theirs, "revenue.target", "390000000000")}}));
  const auto refused = mine.apply(desk.suite(), {{}, {entered(mine, "revenue.target", "387425000000")}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "section.conflict");
  CHECK(encodeValue(mine.data().fields[*mine.definition().fieldIndex("revenue.target")]) == "390000000000");
}

TEST_CASE("the findings of one section are those of the whole unit's check that are about it") {
  Workplace desk;
  auto draft = desk.draft();
  REQUIRE(draft.apply(
      desk.suite(),
      {{}, {entered(draft, "revenue.actual", "400000000000"), entered(draft, "revenue.target", "387425000000")}}));
  std::vector<Finding> expected;
  const auto all = checkUnit(desk.suite(), budget.unit, budget.period, SectionChoice::working);
  REQUIRE(all);
  for (const auto& finding : *all) {
    if (finding.section == budget) expected.push_back(finding);
  }
  REQUIRE_FALSE(expected.empty());
  const auto found = findingsOf(desk.suite(), budget);
  REQUIRE(found);
  CHECK(*found == expected);
  const auto none = findingsOf(desk.suite(), {DefinitionId("office.tasks"), budget.unit, budget.period});
  REQUIRE(none);
  CHECK(none->empty());
}

namespace {

// The catalogue with a further version of the budget, in which one field has another id.
std::shared_ptr<const Catalogue> withSecondVersion(const Suite& suite) {
  const auto first = suite.definitions->newest(budget.definition);
  auto xml = first->definition().xml;
  const auto put = [&](const std::string& from, const std::string& to) {
    for (auto at = xml.find(from); at != std::string::npos; at = xml.find(from, at + to.size()))
      xml.replace(at, from.size(), to);
  };
  put(" version=\"1\"", " version=\"2\"");
  put("revenue.target", "revenue.goal");
  put("id=\"revenue.goal\"", "id=\"revenue.goal\" renamed-from=\"revenue.target\"");
  const auto read = readDefinition(xml, "second.xml");
  if (!read) FAIL(messageLine(read.error(), Language::en));
  const auto second = CompiledDefinition::compile(*read);
  REQUIRE(second);
  auto both = std::make_shared<Catalogue>();
  REQUIRE(both->definitions.add(first));
  REQUIRE(both->definitions.add(*second));
  return both;
}

}  // namespace

TEST_CASE("a draft that another program moves to a higher version while it is open can only be viewed from then on") {
  Workplace desk;
  auto draft = desk.draft();
  REQUIRE(draft.apply(desk.suite(), {{}, {entered(draft, "revenue.target", "1")}}));
  auto options = desk.suite().options;
  options.catalogue = withSecondVersion(desk.suite());
  const auto newer = openSuite(options);
  REQUIRE(newer);
  auto moved = Workplace::draftOf(**newer);
  CHECK(moved.definition().version == 2);
  REQUIRE(moved.apply(**newer, {{}, {entered(moved, "revenue.goal", "2")}}));
  CHECK(moved.header().definitionVersion == 2);
  CHECK(moved.header().definitionDigest == moved.definition().digest);
  CHECK((*newer)->store.verifyJournal(budget)->empty());

  // What is open is told when it is read again, and keeps its layout.
  REQUIRE(draft.readAgain(desk.suite()));
  REQUIRE(draft.locked());
  CHECK(draft.locked()->code == "section.newer-definition");
  CHECK(draft.definition().version == 1);
  CHECK(draft.data().fields.size() == draft.definition().fields.size());
  const auto refused = draft.apply(desk.suite(), {{}, {entered(draft, "revenue.target", "3")}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "section.newer-definition");
  // An edit that did not know of it changes nothing.
  auto late = desk.draft();
  CHECK(late.definition().version == 2);
  CHECK(late.locked());
}

TEST_CASE("what the office enters is not stored until it is submitted, and not if the section has changed meanwhile") {
  Workplace desk;
  auto draft = SectionDraft::read(desk.suite(), budget, DeskCommand::enterFor);
  REQUIRE(draft);
  CHECK(draft->entered().edits.empty());
  const auto before = draft->data();
  const auto table = freeTable(*draft);
  const auto step =
      EditStep{{"Nhập", "Enter"},
               {entered(*draft, "revenue.target", "387425000000"), RowInsert{table, 0, rowOf(*draft, table, "r1")}}};
  const auto applied = draft->apply(desk.suite(), step);
  REQUIRE(applied);
  CHECK(desk.journal().empty());
  CHECK_FALSE(desk.suite().store.section(budget)->has_value());
  // What was entered leads from the data as they were read to those that are shown.
  auto again = before;
  for (const auto& edit : draft->entered().edits) applyEdit(again, edit);
  CHECK(again == draft->data());
  CHECK(draft->entered().edits.size() == 2);

  OfficeEntry entry;
  entry.edits = draft->entered();
  entry.seen = draft->header();
  std::vector<Finding> blocking;
  const auto submit = [&] {
    return enterForUnit(desk.suite(), budget, entry, "Trưởng phòng", {2023, 8, 27}, blocking);
  };
  // A required field is missing, and every error is named.
  const auto blocked = submit();
  REQUIRE_FALSE(blocked);
  CHECK(blocked.error().code == "submit.blocked");
  CHECK(blocking.size() > 2);
  CHECK(desk.journal().empty());
  // The unit begins the section itself.
  auto own = desk.draft();
  REQUIRE(own.apply(desk.suite(), {{"Sửa", "Edit"}, {entered(own, "revenue.actual", "1000000")}}));
  const auto late = submit();
  REQUIRE_FALSE(late);
  CHECK(late.error().code == "section.changed-meanwhile");

  REQUIRE(draft->apply(desk.suite(), applied->inverse));
  CHECK(draft->data() == before);
  CHECK(draft->entered().edits.empty());
}
