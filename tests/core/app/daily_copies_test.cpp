// A program that stays open for days makes a copy each day.
#include <catch2/catch.hpp>

#include "core/app/units/import_tables.h"
#include "core/app/upkeep/backups.h"
#include "core/store/copies.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::test;

namespace {

struct MovingClock : Clock {
  Time time{std::chrono::seconds(1693200000)};
  Time now() const override { return time; }
};

}  // namespace

TEST_CASE(
    "a program that stays open makes a copy each day, keeps fourteen, and tells once a day what keeps it from that") {
  const TemporaryFolder folder;
  MovingClock clock;
  const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  const auto store = (folder / "suite.sqlite").string();
  auto suite = openSuite({store, {}, *resources, &clock, {"Mai", "mai", "MAY-1"}});
  REQUIRE(suite);
  REQUIRE(importTables(**suite, resources->sample));
  DailyCopies copies;
  CHECK_FALSE(copies.makeIfDue(**suite));
  CHECK(dailyCopies(store).size() == 1);
  for (int hour = 0; hour < 20 * 24; ++hour) {
    clock.time += std::chrono::hours(1);
    CHECK_FALSE(copies.makeIfDue(**suite));
  }
  CHECK(dailyCopies(store).size() == dailyBackupsKept);
  CHECK(dailyCopies(store).back().stem().string() == vietnamDay(clock.now()).toText());

  // Before 07:00 in Vietnam the day is not that of UTC.
  clock.time = *parseTime("2023-10-31T18:00:00Z");
  CHECK_FALSE(copies.makeIfDue(**suite));
  CHECK(std::filesystem::exists(copiesFolder(store) / "2023-11-01.sqlite"));
  CHECK_FALSE(std::filesystem::exists(copiesFolder(store) / "2023-10-31.sqlite"));
  clock.time = *parseTime("2023-11-02T05:00:00Z");

  std::filesystem::remove_all(copiesFolder(store));
  write(copiesFolder(store), "a file where the folder should be");
  int told = 0;
  for (int hour = 0; hour < 48; ++hour) {
    clock.time += std::chrono::hours(1);
    told += copies.makeIfDue(**suite) ? 1 : 0;
  }
  CHECK(told >= 2);
  CHECK(told <= 3);
  std::filesystem::remove(copiesFolder(store));
  clock.time += std::chrono::hours(1);
  CHECK_FALSE(copies.makeIfDue(**suite));
  CHECK(dailyCopies(store).size() == 1);
}
