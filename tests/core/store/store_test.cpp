// The same tests run on SQLite and on PostgreSQL.
#include <catch2/catch.hpp>

#include "core/store/store.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"
#include "tests/support/units.h"

using namespace cchc;

namespace {

const FixedClock clockAt(Time(std::chrono::seconds(1693200000)));
const Actor lan{"Lan", "lan", "may-1"}, minh{"Minh", "minh", "may-2"};
const SectionKey key{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};

// Runs `work` with the address of a fresh store of each kind.
template <class Work>
void onBoth(const Work& work) {
  {
    const test::TemporaryFolder folder;
    INFO("SQLite");
    work((folder / "kho dữ liệu.sqlite").string());
  }
  static std::string reason;
  static const auto server = test::PostgresServer::start(&reason);
  if (!server) {
    test::skip(reason);
    return;
  }
  INFO("PostgreSQL");
  work(server->freshDatabase());
}

Store opened(const std::string& address) {
  auto store = Store::open(address, clockAt);
  if (!store) throw std::runtime_error(messageLine(store.error(), Language::en));
  return std::move(*store);
}

SectionDefinition form() {
  SectionDefinition definition;
  definition.id = key.definition;
  definition.digest = "d1";
  definition.xml = "<definition/>";
  return definition;
}
Change change(const std::string& id, const std::string& place, const std::string& before, const std::string& after,
              const Actor& who = lan) {
  return {id, place, before, after, who, clockAt.now()};
}
StoredSubmission submission(const std::string& unit, int revision, const std::string& text) {
  StoredSubmission stored;
  stored.header.key = {key.definition, OrgUnitId(unit), key.period};
  stored.header.reporter = OrgUnitId(unit);
  stored.header.revision = revision;
  stored.header.contentDigest = "digest of " + text;
  stored.header.submittedBy = minh;
  stored.package = text;
  return stored;
}
std::vector<std::string> packages(Store& store, bool unreviewed) {
  std::vector<std::string> all;
  REQUIRE(store.forEachSubmission({key.period, {}, unreviewed, true}, [&](const StoredSubmission& stored) -> Status {
    return all.push_back(stored.package), Status();
  }));
  return all;
}

}  // namespace

TEST_CASE("units, periods and assignments come back, in order of code and never by collation", "[store]") {
  onBoth([](const std::string& address) {
    auto store = opened(address);
    std::vector<UnitState> units{test::unitState("296", "district", "huyện Bình Giang", "30"),
                                 test::unitState("30", "province", "tỉnh Hải Dương"), test::unitState("a", "x", "a"),
                                 test::unitState("B", "x", "B")};
    units[0].from = Date{1997, 1, 1}, units[0].identifier = "H23.34", units[0].form = "huyện";
    const std::vector<UnitLineage> lineage{{Date{1997, 1, 1}, OrgUnitId("30"), OrgUnitId("296"), false, "NQ 1"}};
    const auto none = store.units().value();
    REQUIRE(store.saveUnits(UnitHistory(units, lineage), none));
    const auto read = store.units().value();
    REQUIRE(read->states().size() == 4);
    CHECK(read->states()[0] == units[0]);
    CHECK(read->states()[2].unit.value == "B");
    CHECK(read->lineage() == lineage);
    CHECK(store.units().value() == read);
    // What was worked out for other units is not saved, and nothing changes.
    CHECK(store.saveUnits(UnitHistory(), none).error().code == "unit.changed-meanwhile");
    CHECK(store.units().value()->states().size() == 4);
    const std::vector<Period> periods{{key.period,
                                       "8 tháng",
                                       "cuối năm",
                                       {2023, 1, 1},
                                       {2023, 8, 28},
                                       {},
                                       Date{2023, 8, 30},
                                       PeriodId("2023-6T"),
                                       {},
                                       true,
                                       PeriodSpan::inPeriod}};
    REQUIRE(store.savePeriods(periods));
    CHECK(store.periods().value() == periods);
    const std::vector<Assignment> assignments{
        {key.definition, key.unit, OrgUnitId("296.TCKH"), key.period, Date{2023, 8, 30}}};
    REQUIRE(store.saveAssignments(assignments));
    CHECK(store.assignments(key.period).value() == assignments);
  });
}

TEST_CASE("edits are journalled in a chain, once each, and a conflict changes nothing", "[store]") {
  onBoth([](const std::string& address) {
    auto store = opened(address);
    REQUIRE(store.openSection(key, form()));
    REQUIRE(store.apply(key, change("1", "revenue.actual", "", "177"))->applied);
    REQUIRE(store.apply(key, change("1", "revenue.actual", "", "177"))->applied);
    REQUIRE(store.apply(key, change("2", "docs[r1]", "", "0"))->applied);
    REQUIRE(store.apply(key, change("3", "docs[r1].title", "", "Kế hoạch"))->applied);
    REQUIRE(store.apply(key, change("4", "#code@docs[r1]", "", "giải trình"))->applied);
    const std::vector<Change> batch{change("5", "other", "", "x", minh),
                                    change("6", "revenue.actual", "178", "179", minh)};
    const auto conflict = store.apply(key, batch).value();
    CHECK(conflict[1].conflict);
    CHECK(conflict[1].other == "177");
    CHECK(conflict[1].by == lan);
    CHECK_FALSE(conflict[0].applied);
    const auto draft = store.draft(key).value();
    CHECK(draft.rows.size() == 1);
    CHECK(draft.values.size() == 3);
    const auto journal = store.journal(key).value();
    REQUIRE(journal.size() == 4);
    for (std::size_t i = 1; i < journal.size(); ++i) CHECK(journal[i].previousDigest == journal[i - 1].digest);
    CHECK(store.section(key).value()->headDigest == journal.back().digest);
    REQUIRE(store.apply(key, change("7", "docs[r1]", "0", ""))->applied);
    CHECK(store.draft(key)->values.size() == 2);
  });
}

TEST_CASE("what is submitted is not edited, and a refused transition says why", "[store]") {
  onBoth([](const std::string& address) {
    auto store = opened(address);
    REQUIRE(store.openSection(key, form()));
    REQUIRE(store.transition(key, DeskCommand::submit, lan, ""));
    CHECK(store.apply(key, change("1", "a", "", "1")).error().code == "section.locked");
    CHECK(store.transition(key, DeskCommand::issue, lan, "").error().code == "section.transition");
    REQUIRE(store.transition(key, DeskCommand::returnSection, minh, "thiếu số liệu"));
    CHECK(store.section(key).value()->reason == "thiếu số liệu");
    CHECK(store.journal(key)->back().change.newValue == "returned: thiếu số liệu");
    CHECK(store.apply(key, change("1", "a", "", "1"))->applied);
  });
}

TEST_CASE("the same package again changes nothing, and an older revision is history", "[store]") {
  onBoth([](const std::string& address) {
    auto store = opened(address);
    const std::vector<StoredSubmission> first{submission("296", 2, "hai"), submission("10945", 1, "xã")};
    CHECK(store.receiveSubmissions(first, minh).value() ==
          std::vector{Store::Received::stored, Store::Received::stored});
    CHECK(store.receiveSubmissions(first, minh).value() == std::vector{Store::Received::known, Store::Received::known});
    const std::vector<StoredSubmission> older{submission("296", 1, "một")};
    REQUIRE(store.receiveSubmissions(older, minh));
    CHECK(store.submission(key, 0).value()->package == "hai");
    CHECK(store.submission(key, 1).value()->package == "một");
    CHECK(packages(store, true) == std::vector<std::string>{"xã", "hai"});
    CHECK(packages(store, false).empty());
    REQUIRE(store.setSubmissionState(key, 2, SubmissionState::accepted, lan, ""));
    CHECK(packages(store, false) == std::vector<std::string>{"hai"});
    CHECK(store.section(key).value()->state == SectionState::accepted);
    const std::vector<StoredSubmission> newer{submission("296", 3, "ba")};
    REQUIRE(store.receiveSubmissions(newer, minh));
    CHECK(store.section(key).value()->state == SectionState::submitted);
    CHECK(packages(store, false) == std::vector<std::string>{"hai"});
    CHECK(store.sections(key.period)->size() == 2);
  });
}

TEST_CASE("attachments come back as they went in", "[store]") {
  onBoth([](const std::string& address) {
    auto store = opened(address);
    std::string bytes;
    for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i % 256);
    REQUIRE(store.saveAttachment({{"tệp.bin", "", "digest", bytes.size()}, bytes}));
    CHECK(store.attachment("digest").value() == bytes);
    CHECK_FALSE(store.attachment("other").value());
  });
}

TEST_CASE("a backup taken while in use is a store with the same content", "[store]") {
  const test::TemporaryFolder folder;
  auto store = opened((folder / "a.sqlite").string());
  REQUIRE(store.openSection(key, form()));
  REQUIRE(store.apply(key, change("1", "a", "", "1")));
  REQUIRE(store.backup(folder / "b.sqlite"));
  CHECK(store.backup(folder / "b.sqlite").error().code == "store.backup-exists");
  CHECK(opened((folder / "b.sqlite").string()).draft(key)->values.size() == 1);
}
