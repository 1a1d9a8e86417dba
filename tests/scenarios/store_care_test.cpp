// Looking after the store: copies, the way back, and a journal that tells when somebody was at it.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "core/base/digest.h"
#include "core/store/store.h"
#include "tests/scenarios/support/demo_folder.h"
#include "tests/support/units.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

const std::vector<std::string> verify{"journal", "verify"};

// Changes a store behind the program's back.
void tamper(const Office& office, const std::string& statement) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(office.store().string().c_str(), &database) == SQLITE_OK);
  char* error = nullptr;
  const int done = sqlite3_exec(database, statement.c_str(), nullptr, nullptr, &error);
  INFO((error != nullptr ? error : ""));
  CHECK(done == SQLITE_OK);
  CHECK(sqlite3_total_changes(database) > 0);
  sqlite3_free(error);
  sqlite3_close(database);
}

// What somebody does who knows how the chain is made: another figure, and every digest after it made to fit.
void rewriteChain(const Office& office) {
  cchc::SystemClock clock;
  auto store = cchc::Store::open(office.store().string(), clock);
  REQUIRE(store);
  const cchc::SectionKey key{cchc::DefinitionId("finance.budget"), cchc::OrgUnitId("296"), cchc::PeriodId("2023-8T")};
  const auto journal = store->journal(key);
  REQUIRE(journal);
  std::string head, statements;
  for (auto entry : *journal) {
    auto& change = entry.change;
    if (change.place == "revenue.target") change.newValue = "1";
    std::string text;
    for (const auto& part : {head, keyText(key), addressText(change.place), change.oldValue, change.newValue,
                             change.who.name, change.who.login, change.who.station, cchc::timeText(change.at)}) {
      text += std::to_string(part.size()) + ":" + part;
    }
    const auto digest = cchc::sha256(text);
    statements += "UPDATE change SET new_value = '" + change.newValue + "', previous_digest = '" + head +
                  "', digest = '" + digest +
                  "' WHERE definition = 'finance.budget' AND seq = " + std::to_string(entry.sequence) + ";";
    head = digest;
  }
  statements += "UPDATE section SET head_digest = '" + head +
                "' WHERE definition = 'finance.budget';UPDATE draft_value SET value = '1' WHERE definition = "
                "'finance.budget' AND place = 'revenue.target'";
  tamper(office, statements);
}

std::string budget(const std::string& column) { return " WHERE definition = 'finance.budget' AND " + column; }

// The code of the only kind of finding there is, and the place of the first.
std::pair<std::string, std::string> found(const Office& office) {
  const auto outcome = office.run({"--json", "journal", "verify"});
  CHECK(outcome.status == 1);
  const auto findings = nlohmann::json::parse(outcome.out);
  REQUIRE_FALSE(findings.empty());
  return {findings[0]["code"], findings[0]["what"]};
}

void overwrite(const fs::path& file, std::streamoff from, std::size_t bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(from);
  stream << std::string(bytes, 'x');
}

}  // namespace

TEST_CASE("the journal of the departments' store is whole") {
  const auto office = Office::departments();
  CHECK(office.done(verify).find("nguyên vẹn") != std::string::npos);
}

TEST_CASE(
    "journal verify names an entry that was changed, taken out, swapped or cut off, and a figure that came in another "
    "way") {
  const auto office = Office::departments();
  SECTION("a new value rewritten") {
    tamper(office, "UPDATE change SET new_value = new_value || '0'" + budget("seq = 5"));
    CHECK(found(office).first == "journal.changed");
    CHECK(found(office).second.find("số 5") != std::string::npos);
  }
  SECTION("another person named") {
    tamper(office, "UPDATE change SET who = 'Người khác'" + budget("seq = 3"));
    CHECK(found(office).first == "journal.changed");
  }
  SECTION("an entry taken out") {
    tamper(office, "DELETE FROM change" + budget("seq = 4"));
    CHECK(found(office).first == "journal.missing");
    CHECK(found(office).second.find("số 4") != std::string::npos);
  }
  SECTION("two entries swapped") {
    tamper(office, "UPDATE change SET seq = -seq" + budget("seq IN (4, 5)"));
    tamper(office, "UPDATE change SET seq = 9 + seq" + budget("seq < 0"));
    CHECK(found(office).first == "journal.order");
    CHECK(found(office).second.find("số 4") != std::string::npos);
  }
  SECTION("the last entries cut off") {
    tamper(office, "DELETE FROM change" +
                       budget("seq = (SELECT max(seq) FROM change x WHERE x.definition = 'finance.budget')"));
    CHECK(found(office).first == "journal.head");
  }
  SECTION("a number far away: one gap, named") {
    tamper(office, "UPDATE change SET seq = 2000000000" +
                       budget("seq = (SELECT max(seq) FROM change x WHERE x.definition = 'finance.budget')"));
    CHECK(found(office).first == "journal.missing");
    CHECK(found(office).second.find("–1999999999") != std::string::npos);
  }
  SECTION("the state set back") {
    tamper(office, "UPDATE section SET state = 0" + budget("state = 1"));
    CHECK(found(office).first == "journal.state");
    CHECK(found(office).second.find("Đã gửi") != std::string::npos);
  }
  SECTION("all that there was of a submitted section deleted") {
    for (const auto* table : {"change", "section", "draft_row", "draft_value"}) {
      tamper(office, "DELETE FROM " + std::string(table) + " WHERE definition = 'justice.institutional'");
    }
    CHECK(found(office).first == "journal.gone");
  }
  SECTION("another revision written") {
    tamper(office, "UPDATE section SET revision = 77" + budget("state = 1"));
    CHECK(found(office).first == "journal.unsent");
  }
  SECTION("the row of a section deleted") {
    tamper(office, "DELETE FROM section" + budget("state = 1"));
    CHECK(found(office).first == "journal.state");
  }
  SECTION("a row of a table deleted") {
    tamper(office,
           "DELETE FROM draft_row WHERE definition = 'justice.institutional' AND rowid = (SELECT min(rowid) FROM "
           "draft_row WHERE definition = 'justice.institutional')");
    CHECK(found(office).first == "journal.value");
  }
  SECTION("the whole chain worked out again over another figure") {
    rewriteChain(office);
    CHECK(found(office).first == "journal.submission");
    CHECK(found(office).second.find("lần 1") != std::string::npos);
  }
  SECTION("a figure written past the program") {
    tamper(office, "UPDATE draft_value SET value = '1'" + budget("place = 'revenue.target'"));
    CHECK(found(office).first == "journal.value");
  }
}

TEST_CASE("journal show is narrowed by section, unit, field and time") {
  const auto office = Office::departments();
  const auto count = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"journal", "show"});
    return office.json(options).size();
  };
  const auto all = count({});
  const auto ofBudget = count({"finance.budget", "-u", "296", "-p", "2023-8T"});
  CHECK(ofBudget > 10);
  CHECK(ofBudget < all);
  CHECK(count({"-u", "10945"}) > 0);
  CHECK(count({"--field", "revenue.target", "-u", "296"}) == 1);
  CHECK(count({"--since", "2999-01-01"}) == 0);
  CHECK(count({"--until", "2999-01-01"}) == all);
  CHECK(office.run({"journal", "show", "--since", "hôm qua"}).status == 2);
}

TEST_CASE("a day of the journal is a day in Vietnam") {
  const auto office = Office::departments();
  tamper(office, "UPDATE change SET at = '2023-08-27T17:30:00Z'");  // half past midnight on the 28th
  const auto count = [&](const char* option, const char* day) {
    return office.json({"journal", "show", option, day}).size();
  };
  const auto all = office.json({"journal", "show"}).size();
  CHECK(count("--since", "2023-08-28") == all);
  CHECK(count("--until", "2023-08-28") == all);
  CHECK(count("--until", "2023-08-27") == 0);
  CHECK(count("--since", "2023-08-29") == 0);
  CHECK(count("--until", "2023-08-27T17:30:00Z") == all);
  CHECK(count("--until", "2023-08-27T17:29:59Z") == 0);
}

TEST_CASE("a store comes back from its copy, and the one before it is kept") {
  const auto office = Office::afterDemo();
  office.done({"backup", (office / "copy.sqlite").string()});
  office.returnSection("finance.budget");
  const auto there = office.run({"restore", (office / "copy.sqlite").string()});
  CHECK(there.status == 2);
  CHECK(there.err.find("store.restore-exists") != std::string::npos);
  const auto said = office.done({"restore", (office / "copy.sqlite").string(), "--replace"});
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) CHECK(line["state"] != "returned");
  const auto kept = said.substr(said.find("Kho dữ liệu trước đó: ") + std::string("Kho dữ liệu trước đó: ").size());
  CHECK(fs::exists(kept.substr(0, kept.find('\n'))));
}

TEST_CASE("a damaged copy is not restored and the present store stays as it is") {
  const auto office = Office::afterDemo();
  const auto copy = office / "copy.sqlite";
  office.done({"backup", copy.string()});
  overwrite(copy, 40'960, 200'000);
  const auto before = contentOf(office.store());
  CHECK(office.run({"restore", copy.string(), "--replace"}).status == 3);
  CHECK(contentOf(office.store()) == before);
  for (const auto& entry : fs::directory_iterator(office.store().parent_path()))
    CHECK(entry.path().filename().string().find(".part") == std::string::npos);
  CHECK(office.run({"restore", (office / "nothing.sqlite").string(), "--replace"}).status == 3);
}

TEST_CASE("there is one copy a day, and it is offered when the store is damaged") {
  const auto office = Office::afterDemo();
  office.done({"status", "-p", "2023-8T"});
  std::vector<fs::path> copies;
  for (const auto& entry : fs::directory_iterator(office.store().string() + ".backups")) copies.push_back(entry.path());
  REQUIRE(copies.size() == 1);
  for (const auto* side : {"-wal", "-shm"}) fs::remove(office.store().string() + side);
  overwrite(office.store(), 0, 100);
  const auto damaged = office.run({"status", "-p", "2023-8T"});
  CHECK(damaged.status == 3);
  CHECK(damaged.err.find("store.damaged-with-backup") != std::string::npos);
  CHECK(damaged.err.find(copies.front().string()) != std::string::npos);
  office.done({"restore", copies.front().string(), "--replace"});
  office.done(verify);
}

namespace {

// Somebody who has the store open, as a window has.
class Elsewhere {
 public:
  explicit Elsewhere(const Office& office) {
    REQUIRE(sqlite3_open(office.store().string().c_str(), &database_) == SQLITE_OK);
    run("SELECT count(*) FROM section");
  }
  ~Elsewhere() { close(); }
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;
  bool run(const char* statement) { return sqlite3_exec(database_, statement, nullptr, nullptr, nullptr) == SQLITE_OK; }
  void close() {
    sqlite3_close(database_);
    database_ = nullptr;
  }

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST_CASE("a store that somebody has open is not replaced under them") {
  const auto office = Office::afterDemo();
  const auto copy = (office / "copy.sqlite").string();
  office.done({"backup", copy});
  Elsewhere other(office);
  REQUIRE(other.run("BEGIN IMMEDIATE; UPDATE period SET name = name || '!'"));
  const auto refused = office.run({"restore", copy, "--replace"});
  CHECK(refused.status == 3);
  CHECK(refused.err.find("store.in-use") != std::string::npos);
  CHECK(other.run("COMMIT"));
  other.close();
  office.done({"restore", copy, "--replace"});
  office.done(verify);
}

TEST_CASE("whoever has the store open notices that another file lies in its place, before anything is written") {
  const auto office = Office::departments();
  const auto copy = office / "copy.sqlite";
  office.done({"backup", copy.string()});
  cchc::SystemClock clock;
  auto store = cchc::Store::open(office.store().string(), clock);
  REQUIRE(store);
  fs::rename(office.store(), office / "old.sqlite");
  fs::copy_file(copy, office.store());
  const std::vector units{cchc::test::unitState("1", "district", "A")};
  CHECK(cchc::test::saveUnits(*store, units).error().code == "store.replaced");
  REQUIRE(store->reconnect());
  CHECK(cchc::test::saveUnits(*store, units));
  CHECK((*store->units())->statesOf(cchc::OrgUnitId("1")).size() == 1);
}

TEST_CASE("a damaged store is not copied, an older copy stays, and what is wrong with a copy is said of the copy") {
  const auto office = Office::afterDemo();
  office.done({"status", "-p", "2023-8T"});
  const auto copy = fs::directory_iterator(office.store().string() + ".backups")->path();
  const auto before = contentOf(copy);
  const auto damaged = office / "damaged.sqlite";
  fs::copy_file(office.store(), damaged);
  overwrite(office.store(), 16'384 * 3, 16'384 * 4);
  const auto target = office / "mine.sqlite";
  const auto outcome = office.run({"backup", target.string()});
  INFO(outcome.err);
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("store.damaged-with-backup") != std::string::npos);
  CHECK(outcome.err.find(copy.string()) != std::string::npos);
  CHECK_FALSE(fs::exists(target));
  CHECK(contentOf(copy) == before);
  overwrite(damaged, 16'384 * 3, 16'384 * 4);
  const auto restored = office.run({"restore", damaged.string(), "--replace"});
  CHECK(restored.status == 3);
  CHECK(restored.err.find(damaged.string()) != std::string::npos);
  CHECK(restored.err.find(".part") == std::string::npos);
  office.done({"restore", copy.string(), "--replace"});
  office.done(verify);
}

TEST_CASE("damage that is met on the way names the newest sound copy, though today's is there already") {
  const auto office = Office::departments();
  office.done({"status", "-p", "2023-8T"});
  const auto folder = fs::path(office.store().string() + ".backups");
  const auto today = fs::directory_iterator(folder)->path();
  fs::copy_file(today, folder / "2023-01-01.sqlite");
  overwrite(today, 16'384, 16'384 * 4);  // the newest is spoilt too
  for (const auto* side : {"-wal", "-shm"}) fs::remove(office.store().string() + side);
  const auto size = fs::file_size(office.store());
  overwrite(office.store(), 16'384 * 2, static_cast<std::size_t>(size) - 16'384 * 2);
  write(office / "values.xml", valuesFile("<field id=\"revenue.target\">1</field>"));
  const std::vector<std::vector<std::string>> commands{
      {"show", "finance.budget", "-u", "296", "-p", "2023-8T"},
      {"fill", "finance.budget", "-u", "296", "-p", "2023-8T", (office / "values.xml").string()}};
  for (const auto& command : commands) {
    const auto outcome = office.run(command);
    INFO(outcome.err);
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find("store.damaged-with-backup") != std::string::npos);
    CHECK(outcome.err.find("2023-01-01.sqlite") != std::string::npos);
  }
}

TEST_CASE("a store that was emptied or deleted beside its copies is not begun anew in silence") {
  const auto office = Office::afterDemo();
  office.done({"status", "-p", "2023-8T"});
  const auto copy = fs::directory_iterator(office.store().string() + ".backups")->path();
  for (const bool deleted : {false, true}) {
    for (const auto* side : {"-wal", "-shm"}) fs::remove(office.store().string() + side);
    if (deleted)
      fs::remove(office.store());
    else
      write(office.store(), "");
    const auto outcome = office.run({"status", "-p", "2023-8T"});
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find("store.gone-with-backup") != std::string::npos);
    CHECK(outcome.err.find(copy.string()) != std::string::npos);
    office.done({"restore", copy.string(), "--replace"});
    CHECK(office.json({"status", "-p", "2023-8T"}).size() > 10);
  }
}
