// Which copy of a store is the newest, what a copy holds, and what is refused as a copy.
#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "core/base/clock.h"
#include "core/store/copies.h"
#include "tests/scenarios/support/demo_folder.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

using Statements = std::vector<std::string>;

// A connection that stays open, so that what is written stays in the log beside the file.
class OpenDatabase {
 public:
  explicit OpenDatabase(const fs::path& file) { REQUIRE(sqlite3_open(file.string().c_str(), &database_) == SQLITE_OK); }
  ~OpenDatabase() { sqlite3_close(database_); }
  OpenDatabase(const OpenDatabase&) = delete;
  OpenDatabase& operator=(const OpenDatabase&) = delete;
  void run(const Statements& statements) {
    for (const auto& statement : statements) {
      INFO(statement << ": " << sqlite3_errmsg(database_));
      REQUIRE(sqlite3_exec(database_, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
  }

 private:
  sqlite3* database_ = nullptr;
};

std::string budgetState(const Office& office) {
  for (const auto& line : office.json({"status", "-p", "2023-8T"})) {
    if (line["definition"] == "finance.budget") return line["state"].get<std::string>();
  }
  return {};
}

// The refusal of a restore, which must name the file and leave the store as it is.
void isRefused(const Office& office, const fs::path& copy, const std::string& why) {
  const auto before = contentOf(office.store());
  const auto refused = office.run({"restore", copy.string(), "--replace"});
  INFO(refused.err);
  CHECK(refused.status == 3);
  CHECK(refused.err.find("store.restore-failed: " + copy.string()) != std::string::npos);
  CHECK(refused.err.find(why) != std::string::npos);
  CHECK((contentOf(office.store()) == before));
}

// Sets the day of every entry, as a clock that was wrong then would have.
void setDays(const Office& office, const std::string& day) {
  OpenDatabase(office.store()).run({"UPDATE change SET at = '" + day + "T01:00:00Z'"});
}

}  // namespace

TEST_CASE("the newest copy is the one with the longest history, whatever the days in the names say") {
  const auto office = Office::afterDemo();
  const auto copies = cchc::copiesFolder(office.store().string());
  office.done({"status", "-p", "2023-8T"});
  REQUIRE(fs::exists(copies));
  const auto older = copies / "2099-01-01.sqlite", newer = copies / "2001-01-01.sqlite";
  office.done({"backup", older.string()});
  office.returnSection("finance.budget");
  office.done({"backup", newer.string()});
  for (const auto* side : {"", "-wal", "-shm"}) fs::remove(office.store().string() + side);
  const auto gone = office.run({"status", "-p", "2023-8T"});
  CHECK(gone.status == 3);
  CHECK(gone.err.find("store.gone-with-backup") != std::string::npos);
  CHECK(gone.err.find(newer.string()) != std::string::npos);
  office.done({"restore", newer.string()});
  CHECK(budgetState(office) == "Bị trả lại");
}

TEST_CASE(
    "a store that went on from an older copy counts more than the copies of before, though its journal is shorter") {
  const auto office = Office::afterDemo();
  const auto copies = cchc::copiesFolder(office.store().string());
  const auto early = office / "early.sqlite";
  office.done({"backup", early.string()});
  for (const auto* section : {"finance.budget", "justice.institutional", "culture.digital"})
    office.returnSection(section);
  const auto before = copies / "2030-01-01.sqlite", after = copies / "2002-01-01.sqlite";
  office.done({"backup", before.string()});
  office.done({"restore", early.string(), "--replace"});
  office.returnSection("finance.budget");
  office.done({"backup", after.string()});
  CHECK(*cchc::historyOf(after) > *cchc::historyOf(before));
  CHECK(cchc::historyOf(after)->entries < cchc::historyOf(before)->entries);
  CHECK(cchc::newestSoundCopy(office.store().string()) == after);
}

TEST_CASE("a copy is restored with what lies in the log beside it") {
  const auto office = Office::afterDemo();
  const auto copy = office / "carried" / "suite.sqlite";
  fs::create_directory(copy.parent_path());
  {
    // Somebody copies both files while the store is in use, so that the last change is only in the log.
    OpenDatabase database(office.store());
    database.run({"PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0",
                  "UPDATE period SET name = 'tên trong tệp -wal' WHERE id = '2023-8T'"});
    for (const auto* side : {"", "-wal"}) fs::copy_file(office.store().string() + side, copy.string() + side);
  }
  const auto target = Office::before();
  target.done({"restore", copy.string(), "--replace"});
  CHECK(target.done({"periods", "list"}).find("tên trong tệp -wal") != std::string::npos);
  CHECK(fs::exists(copy));  // the copy stays as it is
}

TEST_CASE("an empty file, an empty database and files of something else are refused as copies, each by its name") {
  const auto office = Office::afterDemo();
  const auto copy = office / "copy.sqlite";
  office.done({"backup", copy.string()});
  write(office / "nothing.sqlite", "");
  OpenDatabase(office / "no-tables.sqlite").run({"CREATE TABLE a (b)", "DROP TABLE a"});
  OpenDatabase(office / "other.sqlite").run({"CREATE TABLE song (title TEXT)", "INSERT INTO song VALUES ('x')"});
  write(office / "letter.sqlite", "Kính gửi Văn phòng, đây không phải là kho dữ liệu.");
  fs::copy_file(demoPackage("finance.budget"), office / "package.sqlite");
  isRefused(office, office / "nothing.sqlite", "tệp trống");
  isRefused(office, office / "no-tables.sqlite", "tệp trống");
  isRefused(office, office / "other.sqlite", "không phải là kho dữ liệu");
  isRefused(office, office / "letter.sqlite", "không phải là kho dữ liệu");
  isRefused(office, office / "package.sqlite", "không phải là kho dữ liệu");
  office.done({"restore", copy.string(), "--replace"});
}

TEST_CASE("a clock that was set back is told with both times, and one that is right is not") {
  const auto office = Office::departments();
  CHECK(office.run({"status", "-p", "2023-8T"}).err.empty());
  setDays(office, "2099-03-01");
  const auto back = office.run({"status", "-p", "2023-8T"});
  CHECK(back.status == 0);
  CHECK(back.err.find("clock.behind") != std::string::npos);
  CHECK(back.err.find("08:00 01/03/2099") != std::string::npos);  // in Vietnam
  setDays(office, "2023-08-28");
  CHECK(office.run({"status", "-p", "2023-8T"}).err.empty());
}

TEST_CASE("a clock that is years ahead of the last entry and the last copy is told once, when the day's copy is made") {
  const auto office = Office::departments();
  const auto copies = cchc::copiesFolder(office.store().string());
  office.done({"status", "-p", "2023-8T"});
  const auto today = fs::directory_iterator(copies)->path();
  // As if the program had been used last on the day of the entries.
  fs::rename(today, copies / "2023-08-28.sqlite");
  const auto ahead = office.run({"status", "-p", "2023-8T"});
  CHECK(ahead.status == 0);
  CHECK(ahead.err.find("clock.ahead") != std::string::npos);
  CHECK(fs::exists(today));
  CHECK(office.run({"status", "-p", "2023-8T"}).err.empty());
}
