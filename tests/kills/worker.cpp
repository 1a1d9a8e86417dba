// The one that is killed: works without end, tells before each step that it begins and after it that it is done. A step
// told as done must survive.
#include <algorithm>
#include <iostream>
#include <random>

#include "core/app/receive/inbox.h"
#include "core/app/receive/receive.h"
#include "core/app/report/make_report.h"
#include "core/app/send/submit.h"
#include "core/app/units/import_tables.h"
#include "core/base/digest.h"
#include "tests/kills/kills.h"
#include "tests/kills/marks.h"

namespace kills {
namespace {

class Worker {
 public:
  Worker(fs::path folder, unsigned seed)
      : folder_(std::move(folder)), random_(seed), departments_(openStore(folder_ / "departments.sqlite")) {}

  [[noreturn]] void run() {
    tell("ready", "");
    while (true) step();
  }

 private:
  void step() {
    switch (std::uniform_int_distribution<int>(0, 12)(random_)) {
      case 0:
        return submit();
      case 1:
        return receive();
      case 2:
        return consolidate();
      case 3:
        return backup();
      case 4:
        return migrate();
      case 5:
        return watch();
      default:
        return edit(budgetKey, "revenue.target", 999'999'999'999);
    }
  }

  // One line, at once: what was written to a pipe outlives the writer.
  static void tell(const std::string& what, const std::string& about) {
    if (what == "begin") markStep(about);
    std::cout << what + " " + about + "\n" << std::flush;
  }

  template <class Done>
  static void must(const Done& done) {
    if (done) return;
    tell("failed", messageLine(done.error(), Language::en));
    std::_Exit(1);
  }

  void edit(const SectionKey& key, const std::string& place, long long most) {
    const auto draft = departments_->store.draft(key);
    must(draft);
    std::string present;
    for (const auto& value : draft->values) present = value.place == place ? value.value : present;
    const auto value = std::to_string(std::uniform_int_distribution<long long>(1, most)(random_));
    const Change change{newId(), place, present, value, departments_->options.actor, departments_->now()};
    tell("begin", "edit");
    const auto applied = departments_->store.apply(key, change);
    must(applied);
    if (!applied->applied) std::_Exit(1);
    tell("edited", keyText(key) + " " + change.id + " " + value);
  }

  void submit() {
    const auto header = departments_->store.section(scoringKey);
    must(header);
    if ((*header)->state == SectionState::submitted)
      must(departments_->store.setSubmissionState(scoringKey, (*header)->revision, SubmissionState::returned,
                                                  departments_->options.actor, "sửa lại"));
    edit(scoringKey, "communes_failed", 16);
    std::vector<Finding> blocking;
    tell("begin", "submit");
    const auto sent = submitSection(*departments_, scoringKey, folder_ / "sent.cchc", blocking);
    must(sent);
    tell("submitted", std::to_string(sent->header.revision));
  }

  void receive() {
    tell("begin", "receive");
    const auto store = folder_ / "inbox.sqlite";
    for (const auto* side : {"", "-wal", "-shm"}) fs::remove(store.string() + side);
    const auto suite = openStore(store);
    must(importTables(*suite, suite->options.resources.sample));
    std::size_t stored = 0;
    must(receiveFiles(*suite, {folder_ / "packages"}, 1,
                      [&](const ReceivedFile& file) { stored += file.result == ReceiveResult::stored ? 1 : 0; }));
    tell("received", std::to_string(stored));
  }

  void consolidate() {
    tell("begin", "consolidate");
    const auto suite = openStore(folder_ / "suite.sqlite");
    must(makeReport(*suite, OrgUnitId("296"), period, false, folder_ / "report.xml"));
    tell("consolidated", "");
  }

  void backup() {
    tell("begin", "backup");
    const auto target = folder_ / "copy.sqlite";
    fs::remove(target);
    must(departments_->store.backup(target));
    tell("copied", "");
  }

  // As receive --watch does: the package into the store, its receipt, then the file into the archive.
  void watch() {
    tell("begin", "watch");
    const auto store = folder_ / "watched.sqlite", box = folder_ / "box";
    tell("emptied", "");
    fs::remove_all(box);
    for (const auto* side : {"", "-wal", "-shm"}) fs::remove(store.string() + side);
    fs::copy_file(folder_ / "empty.sqlite", store);
    fs::create_directories(box);
    std::vector<fs::path> packages;
    for (const auto& entry : fs::directory_iterator(folder_ / "packages")) packages.push_back(entry.path());
    std::sort(packages.begin(), packages.end());
    packages.resize(8);
    for (const auto& package : packages) {
      fs::copy_file(package, box / package.filename());
      tell("put", package.filename().string());
    }
    const auto suite = openStore(store);
    Inbox inbox(box);
    for (int look = 0; look < 2; ++look) {
      must(inbox.scan(*suite, 1, [&](const ReceivedFile& file) {
        if (file.refusal) must(Status(fail(*file.refusal)));
        tell("taken", file.file.filename().string());
      }));
    }
    tell("watched", "");
  }

  void migrate() {
    tell("begin", "migrate");
    const auto store = folder_ / "older.sqlite";
    for (const auto* side : {"", "-wal", "-shm", "-journal", ".before-version-2"}) fs::remove(store.string() + side);
    fs::copy_file(fs::path(CCHC_SOURCE) / "tests/golden/stores/version-1.sqlite", store);
    must(Store::open(store.string(), systemClock()));
    tell("migrated", "");
  }

  fs::path folder_;
  std::mt19937 random_;
  std::unique_ptr<Suite> departments_;
};

}  // namespace

int work(const fs::path& folder, unsigned seed) { Worker(folder, seed).run(); }

}  // namespace kills
