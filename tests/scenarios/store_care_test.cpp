// Looking after the store: copies, the way back, and a journal that tells when somebody was at it.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/scenarios/demo_folder.h"

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

TEST_CASE("journal verify names an entry that was changed, taken out, swapped or cut off, and a figure that came in another way") {
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
    tamper(office, "DELETE FROM change" + budget("seq = (SELECT max(seq) FROM change x WHERE x.definition = 'finance.budget')"));
    CHECK(found(office).first == "journal.head");
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

TEST_CASE("a store comes back from its copy, and the one before it is kept") {
  const auto office = Office::afterDemo();
  office.done({"backup", (office / "copy.sqlite").string()});
  office.giveBack("finance.budget");
  const auto there = office.run({"restore", (office / "copy.sqlite").string()});
  CHECK(there.status == 2);
  CHECK(there.err.find("store.restore-exists") != std::string::npos);
  const auto said = office.done({"restore", (office / "copy.sqlite").string(), "--replace"});
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) CHECK(line["state"] != "returned");
  const auto kept = said.substr(said.find("Kho trước đó: ") + std::string("Kho trước đó: ").size());
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
  CHECK_FALSE(fs::exists(office.store().string() + ".restoring"));
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
