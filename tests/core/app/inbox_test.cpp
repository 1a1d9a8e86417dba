// The folder that packages arrive in.
#include <catch2/catch.hpp>
#include <fstream>

#include "core/app/receive/inbox_watch.h"
#include "core/app/receive/receipts.h"
#include "core/app/suite/suite.h"
#include "core/app/units/import_tables.h"
#include "tests/support/command.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;
const fs::path package = fs::path(CCHC_SOURCE) / "tests/golden/packages/version-1.0.cchc";

// An office that has received nothing yet, and its inbox.
struct Office {
  TemporaryFolder folder;
  std::unique_ptr<Suite> suite;
  fs::path inbox = folder / "inbox";
  std::vector<ReceivedFile> told;

  Office() {
    const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(resources);
    auto opened = openSuite(
        {(folder / "suite.sqlite").string(), {}, *resources, &systemClock, {"Nguyễn Văn A", "nva", "MAY-01"}});
    REQUIRE(opened);
    suite = std::move(*opened);
    REQUIRE(importTables(*suite, resources->sample));
    fs::create_directory(inbox);
  }
  void scan(Inbox& box) {
    const auto done = box.scan(*suite, 1, [&](const ReceivedFile& file) { told.push_back(file); });
    REQUIRE(done);
  }
};

// As if nobody had written to it for a day.
void leftAlone(const fs::path& file) { fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(24)); }

}  // namespace

TEST_CASE("a file that is still being copied is waited for") {
  Office office;
  Inbox inbox(office.inbox);
  const auto whole = contentOf(package);
  for (const std::size_t size : {std::size_t(100), whole.size() / 2, whole.size()}) {
    write(office.inbox / "10945.cchc", whole.substr(0, size));
    office.scan(inbox);
    CHECK(office.told.empty());
    CHECK(inbox.waiting() == 1);
  }
  office.scan(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].result == ReceiveResult::stored);
  CHECK(inbox.waiting() == 0);
  CHECK_FALSE(fs::exists(office.inbox / "10945.cchc"));
  CHECK(contentOf(office.inbox / "archive" / "10945.cchc") == whole);
}

TEST_CASE("what is refused goes beside a text that says why, and the same bytes again change nothing") {
  Office office;
  Inbox inbox(office.inbox);
  const auto whole = contentOf(package);
  write(office.inbox / "cut.cchc", whole.substr(0, 500));
  leftAlone(office.inbox / "cut.cchc");
  write(office.inbox / "first.cchc", whole);
  write(office.inbox / "letter.txt", "not a package: left alone, and named once");
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 3);
  CHECK(office.told[0].result == ReceiveResult::passedOver);
  CHECK(fs::exists(office.inbox / "refused" / "cut.cchc"));
  CHECK(contentOf(office.inbox / "refused" / "cut.cchc.txt").find("package.cut-short") != std::string::npos);
  CHECK(fs::exists(office.inbox / "letter.txt"));
  write(office.inbox / "first.cchc", whole);
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 4);
  CHECK(office.told[3].result == ReceiveResult::known);
  // The same bytes lie in the archive once; another package of that name becomes another file.
  CHECK_FALSE(fs::exists(office.inbox / "archive" / "first (2).cchc"));
  CHECK_FALSE(fs::exists(office.inbox / "first.cchc"));
  write(office.inbox / "first.cchc", whole + "\n");
  office.scan(inbox);
  office.scan(inbox);
  CHECK(contentOf(office.inbox / "archive" / "first (2).cchc") == whole + "\n");
}

TEST_CASE("a copy that pauses is waited for, and taken in when it is whole") {
  Office office;
  Inbox inbox(office.inbox);
  const auto whole = contentOf(package);
  const auto slow = office.inbox / "slow.cchc";
  std::ofstream copy(slow, std::ios::binary);
  copy << whole.substr(0, 3000) << std::flush;
  for (int scan = 0; scan < 4; ++scan) office.scan(inbox);
  CHECK(inbox.waiting() == 1);
  CHECK(inbox.unfinished() == 0);  // it is still open for writing, and was not read
  copy.close();
  for (int scan = 0; scan < 4; ++scan) office.scan(inbox);
  CHECK(office.told.empty());
  CHECK(inbox.unfinished() == 1);
  CHECK_FALSE(fs::exists(office.inbox / "refused"));
  std::ofstream(slow, std::ios::binary | std::ios::app) << whole.substr(3000);
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].result == ReceiveResult::stored);
  CHECK(inbox.waiting() == 0);
}

TEST_CASE("a refused file that is changed where it lies comes back") {
  Office office;
  const auto whole = contentOf(package);
  const auto cut = office.inbox / "cut.cchc", refused = office.inbox / "refused" / "cut.cchc";
  write(cut, whole.substr(0, 500));
  leftAlone(cut);
  bool watching = false;
  SECTION("while the inbox is open") { watching = true; }
  SECTION("before the next one is opened") {}
  Inbox first(office.inbox);
  office.scan(first);
  office.scan(first);
  REQUIRE(fs::exists(refused));
  office.scan(first);
  CHECK(office.told.size() == 1);
  write(refused, whole);
  // Later than the text beside it, even where a file system counts in seconds.
  if (!watching) fs::last_write_time(refused, fs::last_write_time(refused) + std::chrono::seconds(2));
  Inbox second(office.inbox);
  auto& inbox = watching ? first : second;
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 2);
  CHECK(office.told[1].result == ReceiveResult::stored);
  CHECK(fs::exists(office.inbox / "archive" / "cut.cchc"));
  CHECK(fs::is_empty(office.inbox / "refused"));
}

TEST_CASE("an inbox sees capitals and folders inside it, but not its own") {
  Office office;
  Inbox inbox(office.inbox);
  fs::create_directories(office.inbox / "Xã Vĩnh Hưng" / "lần 1");
  fs::create_directories(office.inbox / "archive");
  write(office.inbox / "Xã Vĩnh Hưng" / "lần 1" / "X.CCHC", contentOf(package));
  write(office.inbox / "archive" / "old.cchc", "not looked at");
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(fs::exists(office.inbox / "archive" / "X.CCHC"));
}

TEST_CASE("two inboxes on one folder do one another no harm") {
  Office office;
  Inbox one(office.inbox), other(office.inbox);
  write(office.inbox / "a.cchc", contentOf(package));
  office.scan(one);
  office.scan(other);
  office.scan(one);  // receives it; the other inbox still expects it
  office.scan(other);
  office.scan(other);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].result == ReceiveResult::stored);
}

TEST_CASE("what keeps a watch from its work is told once, and it goes on when that has passed") {
  Office office;
  InboxWatch watch(office.inbox);
  CHECK_FALSE(watch.scan(*office.suite).failing);
  fs::rename(office.inbox, office.folder / "away");
  const auto gone = watch.scan(*office.suite);
  REQUIRE(gone.trouble);
  CHECK(gone.trouble->code == "inbox.no-folder");
  CHECK(mayPass(*gone.trouble));
  const auto still = watch.scan(*office.suite);
  CHECK(still.failing);
  CHECK_FALSE(still.trouble);
  fs::rename(office.folder / "away", office.inbox);
  write(office.inbox / "a.cchc", contentOf(package));
  const auto back = watch.scan(*office.suite);
  CHECK(back.passed);
  CHECK_FALSE(back.failing);
  CHECK(back.growing == 1);
  const auto taken = watch.scan(*office.suite);
  CHECK_FALSE(taken.passed);
  REQUIRE(taken.files.size() == 1);
  CHECK(taken.files[0].file == office.inbox / "archive" / "a.cchc");
  // A folder that files cannot be moved to is such a fault too: the file stays where it is.
  write(office.inbox / "b.cchc", contentOf(package));
  fs::rename(office.inbox / "archive", office.folder / "archive");
  write(office.inbox / "archive", "a file where the folder should be");
  watch.scan(*office.suite);
  const auto stuck = watch.scan(*office.suite);
  REQUIRE(stuck.trouble);
  CHECK(stuck.trouble->code == "inbox.move");
  CHECK(fs::exists(office.inbox / "b.cchc"));
  fs::remove(office.inbox / "archive");
  watch.scan(*office.suite);
  watch.scan(*office.suite);
  CHECK(fs::exists(office.inbox / "archive" / "b.cchc"));
}

TEST_CASE("a watch goes on when the shared store is back", "[postgres]") {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    test::skip(reason);
    return;
  }
  TemporaryFolder folder;
  const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
  auto suite = openSuite(
      {server->freshDatabase(), {}, *resources, &systemClock, {"Nguyễn Văn A", "nva", "MAY-01"}, folder / "outbox"});
  REQUIRE(suite);
  REQUIRE(importTables(**suite, resources->sample));
  const auto inbox = folder / "inbox";
  fs::create_directory(inbox);
  write(inbox / "a.cchc", contentOf(package));
  InboxWatch watch(inbox);
  watch.scan(**suite);
  server->stop();
  CHECK(watch.scan(**suite).failing);
  CHECK(watch.scan(**suite).failing);
  CHECK(fs::exists(inbox / "a.cchc"));
  REQUIRE(server->startAgain());
  std::size_t taken = 0;
  for (int scan = 0; scan < 3; ++scan) taken += watch.scan(**suite).files.size();
  CHECK(taken == 1);
  CHECK(fs::exists(inbox / "archive" / "a.cchc"));
}

TEST_CASE("an inbox that is not there is told") {
  Office office;
  Inbox inbox(office.folder / "nowhere");
  const auto done = inbox.scan(*office.suite, 1, [](const ReceivedFile&) {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == "inbox.no-folder");
}

TEST_CASE("a package of a newer form waits, and is taken in once the form is there") {
  Office office;
  const auto whole = contentOf(package);
  auto newer = whole;
  newer.replace(newer.find(" version=\"1\""), 12, " version=\"99\"");
  write(office.inbox / "newer.cchc", newer);
  Inbox inbox(office.inbox);
  office.scan(inbox);
  office.scan(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].refusal->code == "package.newer-definition");
  CHECK(contentOf(office.inbox / "waiting" / "newer.cchc") == newer);
  CHECK(contentOf(office.inbox / "waiting" / "newer.cchc.txt").find("package.newer-definition") != std::string::npos);
  CHECK_FALSE(fs::exists(office.inbox / "refused"));

  // The same program is started again: the file still waits, and is not reported again.
  Inbox again(office.inbox);
  office.scan(again);
  CHECK(office.told.size() == 1);
  CHECK(fs::exists(office.inbox / "waiting" / "newer.cchc"));

  // The program knows the form now, as after an update.
  write(office.inbox / "waiting" / "newer.cchc", whole);
  Inbox updated(office.inbox);
  office.scan(updated);
  REQUIRE(office.told.size() == 2);
  CHECK(office.told[1].result == ReceiveResult::stored);
  CHECK(fs::exists(office.inbox / "archive" / "newer.cchc"));
  CHECK(fs::is_empty(office.inbox / "waiting"));
  CHECK(fs::exists(office.inbox / "receipts" / receiptName(office.told[1].header)));
}
