// A shared store is copied while it is in use, and restored from the copy into a new database.
#include <catch2/catch.hpp>

#include "core/app/section/section_editing.h"
#include "core/app/units/import_tables.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;

std::unique_ptr<Suite> open(const std::string& address, const std::filesystem::path& folder) {
  const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  auto suite = openSuite({address, {}, *resources, &systemClock, {"Mai", "mai", "MAY-1"}, folder});
  if (!suite) throw std::runtime_error(messageLine(suite.error(), Language::en));
  return std::move(*suite);
}

}  // namespace

TEST_CASE(
    "a shared store is backed up and restored into a new database, with its journals, and never over one that is in "
    "use") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    test::skip(reason);
    return;
  }
  const TemporaryFolder folder;
  const auto address = server->freshDatabase();
  const auto suite = open(address, folder / "one");
  REQUIRE(importTables(*suite, suite->options.resources.sample));
  const SectionKey key{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};
  auto editing = SectionEditing::open(*suite, key);
  REQUIRE(editing);
  REQUIRE((*editing)->apply(
      {{"Nhập", "Enter"},
       {FieldEdit{*(*editing)->definition().fieldIndex("revenue.target"), Value{*Decimal::parse("387425000000")}}}}));
  const auto entered = suite->store.journal(key);
  REQUIRE(entered);
  REQUIRE_FALSE(entered->empty());

  const auto copy = folder / "copy.dump";
  REQUIRE(backupStore(*suite, copy));
  CHECK(backupStore(*suite, copy).error().code == "store.backup-exists");
  CHECK(backupStore(*suite, copy, true));

  const auto other = server->freshDatabase();
  const auto restored = restoreStore(copy, other, false, systemClock);
  INFO((restored ? "" : messageLine(restored.error(), Language::en)));
  REQUIRE(restored);
  const auto again = open(other, folder / "two");
  const auto journal = again->store.journal(key);
  REQUIRE(journal);
  REQUIRE(journal->size() == entered->size());
  CHECK(journal->back().digest == entered->back().digest);
  CHECK(again->store.verifyJournal(key)->empty());

  // A copy is not restored into a database that has tables.
  const auto over = restoreStore(copy, other, false, systemClock);
  REQUIRE_FALSE(over);
  CHECK(over.error().code == "store.restore-failed");
  CHECK(restoreStore(copy, other, true, systemClock).error().code == "store.restore-shared");
  CHECK(again->store.journal(key)->size() == entered->size());

  REQUIRE(platform::writeFileDurably(folder / "spoilt.dump", "PGDMP but not really"));
  const auto third = server->freshDatabase();
  CHECK(restoreStore(folder / "spoilt.dump", third, false, systemClock).error().code == "store.restore-failed");
}
