// Work of the window on threads: each has its own suite, and all share one catalogue.
#include <catch2/catch.hpp>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "core/app/check/checks.h"
#include "core/app/receive/inbox_watch.h"
#include "core/app/receive/receive.h"
#include "core/app/report/make_report.h"
#include "core/app/send/signed_files.h"
#include "core/app/suite/suite_work.h"
#include "core/app/units/import_tables.h"
#include "tests/support/command.h"
#include "tests/support/mailbox.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;
using namespace std::chrono_literals;

namespace {

const SystemClock systemClock;
const OrgUnitId district("296");
const PeriodId period("2023-8T");

std::unique_ptr<Suite> open(const fs::path& store) {
  const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  auto suite = openSuite({store.string(), {}, *resources, &systemClock, {"Nguyễn Văn A", "nva", "MAY-01"}});
  REQUIRE(suite);
  return std::move(*suite);
}

std::string codeOf(const Status& outcome) { return outcome ? std::string() : outcome.error().code; }

}  // namespace

TEST_CASE("several threads check, consolidate and verify at once, and find what one thread finds", "[threads]") {
  const TemporaryFolder folder;
  const auto demo = test::cchc({"demo", (folder / "demo").string()});
  INFO(demo.err);
  REQUIRE(demo.status == 0);
  const auto suite = open(folder / "demo" / "suite.sqlite");
  const auto expected = checkUnit(*suite, district, period, SectionChoice::working);
  REQUIRE(expected);
  REQUIRE(makeReport(*suite, district, period, true, folder / "alone.xml"));
  std::vector<fs::path> packages;
  for (const auto& entry : fs::directory_iterator(folder / "demo" / "packages")) packages.push_back(entry.path());
  REQUIRE(packages.size() > 16);

  Mailbox mailbox;
  Tasks tasks(mailbox.host());
  std::vector<std::unique_ptr<Task>> all;
  std::size_t ended = 0, verified = 0;
  std::vector<Error> errors;
  const auto run = [&](auto work) {
    all.push_back(std::make_unique<Task>(tasks));
    all.back()->start(onSuite(suite->options, work), [&](const Status& done) {
      ++ended;
      if (!done) errors.push_back(done.error());
    });
  };
  for (int i = 0; i < 3; ++i) {
    run([&](SuiteWork& work) -> Status {
      CCHC_TRY(const auto found, checkUnit(work.suite, district, period, SectionChoice::working));
      return found == *expected ? Status() : fail("findings-differ");
    });
    run([&, file = folder / ("report-" + std::to_string(i) + ".xml")](SuiteWork& work) -> Status {
      CCHC_CHECK(makeReport(work.suite, district, period, true, file, work.watch));
      return {};
    });
  }
  run([&](SuiteWork& work) -> Status {
    verifyFiles(packages, std::nullopt, UnitCodes(), work.suite.now(), 4, [&](const SignedFile& file) {
      if (!file.refusal) ++verified;
    });
    return {};
  });
  REQUIRE(mailbox.handleUntil([&] { return ended == all.size(); }));
  CHECK(errors.empty());
  CHECK(verified == packages.size());
  const auto size = fs::file_size(folder / "alone.xml");
  for (int i = 0; i < 3; ++i) CHECK(fs::file_size(folder / ("report-" + std::to_string(i) + ".xml")) == size);

  // Into another store, read by four threads.
  const auto office = open(folder / "office.sqlite");
  REQUIRE(importTables(*office, office->options.resources.sample));
  std::size_t stored = 0;
  REQUIRE(receiveFiles(*office, packages, 4,
                       [&](const ReceivedFile& file) { stored += file.result == ReceiveResult::stored ? 1U : 0U; }));
  CHECK(stored > 16);
}

TEST_CASE("receiving that is stopped says what it has kept", "[threads]") {
  const TemporaryFolder folder;
  const auto suite = open(folder / "suite.sqlite");
  REQUIRE(importTables(*suite, suite->options.resources.sample));
  std::vector<fs::path> files;
  for (int i = 0; i < 300; ++i) {
    files.push_back(folder / (std::to_string(i) + ".cchc"));
    write(files.back(), "<not-a-package/>");
  }
  Mailbox mailbox;
  Tasks tasks(mailbox.host());
  for (const bool atOnce : {true, false}) {
    Task task(tasks);
    std::string outcome;
    std::size_t seen = 0;
    task.start(onSuite(suite->options,
                       [&](SuiteWork& work) {
                         return receiveFiles(
                             work.suite, files, 2, [&](const ReceivedFile&) { ++seen; }, ReceiveMode::usual,
                             [&](std::size_t done, std::size_t) { return !atOnce && done == 0; });
                       }),
               [&](const Status& done) { outcome = codeOf(done); });
    REQUIRE(mailbox.handleUntil([&] { return !task.running(); }));
    CHECK(outcome == (atOnce ? "work.cancelled" : "work.stopped"));
    CHECK((seen > 0) == !atOnce);
    CHECK(seen < files.size());
  }
}

TEST_CASE("a scan of the inbox and a verification that are stopped leave the rest, and report no fault") {
  const TemporaryFolder folder;
  const auto suite = open(folder / "suite.sqlite");
  REQUIRE(importTables(*suite, suite->options.resources.sample));
  const auto inbox = folder / "inbox";
  fs::create_directory(inbox);
  const auto package = inbox / "10945.cchc";
  fs::copy_file(fs::path(CCHC_SOURCE) / "tests/golden/packages/version-1.0.cchc", package);
  const ProgressCallback stop = [](std::size_t, std::size_t) { return false; };
  std::size_t verified = 0;
  const auto count = [&](const SignedFile&) { ++verified; };
  verifyFiles({package}, std::nullopt, UnitCodes(), suite->now(), 1, count, stop);
  CHECK(verified == 0);
  verifyFiles({package}, std::nullopt, UnitCodes(), suite->now(), 1, count);
  CHECK(verified == 1);

  InboxWatch watch(inbox);
  CHECK(watch.scan(*suite).growing == 1);
  const auto stopped = watch.scan(*suite, 1, stop);
  CHECK(stopped.files.empty());
  CHECK_FALSE(stopped.trouble);
  CHECK_FALSE(stopped.failing);
  CHECK(fs::exists(package));
  CHECK(watch.scan(*suite).growing == 1);  // seen again
  const auto received = watch.scan(*suite);
  REQUIRE(received.files.size() == 1);
  CHECK_FALSE(received.files.front().refusal);
}

TEST_CASE("work on a suite says why the store cannot be opened, and does not begin once it is stopped", "[threads]") {
  const TemporaryFolder folder;
  const auto suite = open(folder / "suite.sqlite");
  Mailbox mailbox;
  Tasks tasks(mailbox.host());
  Task task(tasks);
  std::vector<std::string> outcomes;
  const auto keep = [&](const Status& done) { outcomes.push_back(codeOf(done)); };
  auto elsewhere = suite->options;
  elsewhere.store = (folder / "no-such-folder" / "suite.sqlite").string();
  task.start(onSuite(elsewhere, [](SuiteWork&) -> Status { throw std::logic_error("there is no suite"); }), keep);
  REQUIRE(mailbox.handleUntil([&] { return outcomes.size() == 1; }));
  task.start(onSuite(suite->options, [](SuiteWork&) -> Status { throw std::runtime_error("inside"); }), keep);
  REQUIRE(mailbox.handleUntil([&] { return outcomes.size() == 2; }));
  std::mutex mutex;
  std::unique_lock held(mutex);
  task.start(
      [&, work = onSuite(suite->options, [](SuiteWork&) -> Status { throw std::logic_error("it was stopped"); })](
          Work& own) -> Status {
        { const std::lock_guard wait(mutex); }
        return work(own);
      },
      keep);
  task.stop();
  held.unlock();
  REQUIRE(mailbox.handleUntil([&] { return outcomes.size() == 3; }));
  CHECK(outcomes == std::vector<std::string>{"store.no-folder", "app.internal-logged", "work.cancelled"});
  CHECK(mailbox.log() == std::vector<std::string>{"inside"});
}
