// The folder that packages are put into.
#include <catch2/catch.hpp>
#include <fstream>

#include "core/app/demo.h"
#include "core/app/inbox.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;
const fs::path package = fs::path(CCHC_SOURCE) / "tests/golden/packages/version-1.0.cchc";

// An office without anything received, and its inbox.
struct Office {
  TemporaryFolder folder;
  std::unique_ptr<Suite> suite;
  fs::path inbox = folder / "inbox";
  std::vector<ReceivedFile> told;

  Office() {
    const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(resources);
    auto opened = openSuite({(folder / "suite.sqlite").string(), {}, *resources, &systemClock, {"Nguyễn Văn A", "nva", "MAY-01"}});
    REQUIRE(opened);
    suite = std::move(*opened);
    REQUIRE(importTables(*suite, resources->sample));
    fs::create_directory(inbox);
  }
  void look(Inbox& box) {
    const auto done = box.look(1, [&](const ReceivedFile& file) { told.push_back(file); });
    REQUIRE(done);
  }
};

}  // namespace

TEST_CASE("a file that is still being copied is waited for") {
  Office office;
  Inbox inbox(*office.suite, office.inbox);
  const auto whole = contentOf(package);
  for (const std::size_t size : {std::size_t(100), whole.size() / 2, whole.size()}) {
    write(office.inbox / "10945.cchc", whole.substr(0, size));
    office.look(inbox);
    CHECK(office.told.empty());
    CHECK(inbox.waiting() == 1);
  }
  office.look(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].result == ReceiveResult::stored);
  CHECK(inbox.waiting() == 0);
  CHECK_FALSE(fs::exists(office.inbox / "10945.cchc"));
  CHECK(contentOf(office.inbox / "archive" / "10945.cchc") == whole);
}

TEST_CASE("what is refused goes beside a text that says why, and the same bytes again change nothing") {
  Office office;
  Inbox inbox(*office.suite, office.inbox);
  const auto whole = contentOf(package);
  write(office.inbox / "cut.cchc", whole.substr(0, 500));
  write(office.inbox / "first.cchc", whole);
  write(office.inbox / "letter.txt", "not a package: left alone");
  office.look(inbox);
  office.look(inbox);
  REQUIRE(office.told.size() == 2);
  CHECK(fs::exists(office.inbox / "refused" / "cut.cchc"));
  CHECK(contentOf(office.inbox / "refused" / "cut.cchc.txt").find("package.cut-short") != std::string::npos);
  CHECK(fs::exists(office.inbox / "letter.txt"));
  write(office.inbox / "first.cchc", whole);
  office.look(inbox);
  office.look(inbox);
  REQUIRE(office.told.size() == 3);
  CHECK(office.told[2].result == ReceiveResult::known);
  CHECK(fs::exists(office.inbox / "archive" / "first (2).cchc"));
}

TEST_CASE("an inbox that is not there is told") {
  Office office;
  Inbox inbox(*office.suite, office.folder / "nowhere");
  const auto done = inbox.look(1, [](const ReceivedFile&) {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == "inbox.no-folder");
}

TEST_CASE("a package of a newer form waits, and is taken in once the form is there") {
  Office office;
  const auto whole = contentOf(package);
  auto newer = whole;
  newer.replace(newer.find(" version=\"1\""), 12, " version=\"99\"");
  write(office.inbox / "newer.cchc", newer);
  Inbox inbox(*office.suite, office.inbox);
  office.look(inbox);
  office.look(inbox);
  REQUIRE(office.told.size() == 1);
  CHECK(office.told[0].refusal->code == "package.newer-definition");
  CHECK(contentOf(office.inbox / "waiting" / "newer.cchc") == newer);
  CHECK(contentOf(office.inbox / "waiting" / "newer.cchc.txt").find("package.newer-definition") != std::string::npos);
  CHECK_FALSE(fs::exists(office.inbox / "refused"));

  // Another start of the same program: it waits still, and nobody is told again.
  Inbox again(*office.suite, office.inbox);
  office.look(again);
  CHECK(office.told.size() == 1);
  CHECK(fs::exists(office.inbox / "waiting" / "newer.cchc"));

  // The file is the same; the program, as after an update, knows its form.
  write(office.inbox / "waiting" / "newer.cchc", whole);
  Inbox updated(*office.suite, office.inbox);
  office.look(updated);
  REQUIRE(office.told.size() == 2);
  CHECK(office.told[1].result == ReceiveResult::stored);
  CHECK(fs::exists(office.inbox / "archive" / "newer.cchc"));
  CHECK(fs::is_empty(office.inbox / "waiting"));
  CHECK(fs::exists(office.inbox / "receipts" / "newer.bien-nhan.xml"));
}
