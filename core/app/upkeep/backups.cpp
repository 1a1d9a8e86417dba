#include "core/app/upkeep/backups.h"

#include <algorithm>

#include "core/app/shared/postgres_copy.h"
#include "core/store/copies.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

bool isFile(const std::string& store) { return !isSharedStore(store); }

tl::unexpected<Error> cannot(const fs::path& store, const std::string& reason) {
  return fail("store.restore-failed", store.string(), {{"reason", reason}}, ErrorKind::failure);
}

std::string reasonOf(const Error& error) {
  const auto reason = std::find_if(error.parameters.begin(), error.parameters.end(),
                                   [](const Parameter& parameter) { return parameter.name == "reason"; });
  return reason == error.parameters.end() ? error.code : reason->value;
}

// Whether a copy may become the store: sound, of a version that is known, with whole journals.
Status prove(const std::string& copy, const Clock& clock) {
  CCHC_TRY(auto store, Store::open(copy, clock));
  CCHC_CHECK(store.integrity());
  CCHC_TRY(const auto sections, store.journaled());
  for (const auto& section : sections) {
    CCHC_TRY(const auto findings, store.verifyJournal(section));
    if (findings.empty()) continue;
    const auto& first = findings.front();
    return fail("store.restore-failed", copy, {{"reason", keyText(first.section) + ": " + first.viWhat}},
                ErrorKind::failure);
  }
  return {};
}

void removeWithSides(const fs::path& store) {
  std::error_code ignored;
  for (const auto* side : {"", "-wal", "-shm", "-journal"}) fs::remove(store.string() + side, ignored);
}

// Copied, proved and closed: one file that holds everything.
Status prepare(const fs::path& copy, const fs::path& prepared, const Clock& clock) {
  std::error_code failed;
  fs::copy_file(copy, prepared, failed);
  if (failed) return cannot(copy, failed.message());
  fs::permissions(prepared, fs::perms::owner_read | fs::perms::owner_write, fs::perm_options::add,
                  failed);  // a copy may be kept where it cannot be changed
  if (auto proved = prove(prepared.string(), clock); !proved) {
    // What is wrong is wrong with the copy that was given: nobody knows of the other.
    auto error = proved.error();
    const auto name = prepared.string();
    if (error.code == "store.damaged" || error.code == "store.not-a-store")
      return cannot(copy, error.code == "store.damaged" ? reasonOf(error) : "not a store of CCHC Suite");
    if (const auto at = error.place.find(name); at != std::string::npos)
      error.place.replace(at, name.size(), copy.string());
    return fail(std::move(error));
  }
  for (int version = 1; version <= Store::schemaVersion;
       ++version) {  // a migration's own copies: the backup itself is the copy
    fs::remove(prepared.string() + ".before-version-" + std::to_string(version), failed);
  }
  return {};
}

// The store that is there is kept beside, and the prepared one takes its name in one step: whoever opens it meanwhile
// finds the one or the other. Answers where it was kept, "" where there was none.
Result<fs::path> putInPlace(const fs::path& prepared, const fs::path& store, Time now) {
  std::error_code failed;
  if (!fs::exists(store, failed)) {
    // A log that a lost store left would be taken for the new one's.
    for (const auto* side : {"-wal", "-shm", "-journal"}) fs::remove(store.string() + side, failed);
    fs::rename(prepared, store, failed);
    if (failed) return cannot(store, failed.message());
    return fs::path();
  }
  auto time = timeText(now);
  std::replace(time.begin(), time.end(), ':', '-');
  const fs::path kept = store.string() + ".before-restore-" + time;
  CCHC_TRY(auto lock, StoreLock::take(store));
  if (!lock.held()) {
    // A damaged file. What lies beside it belongs to it, and would spoil the one that comes.
    for (const auto* side : {"-wal", "-shm", "-journal"}) {
      if (!fs::exists(store.string() + side, failed)) continue;
      fs::rename(store.string() + side, kept.string() + side, failed);
      if (failed) return cannot(store, failed.message());
    }
  }
  fs::create_hard_link(store, kept, failed);
  if (failed) fs::copy_file(store, kept, failed);
  if (failed) return cannot(store, failed.message());
  fs::rename(prepared, store, failed);
  if (failed) {  // some systems rename over no file that is open
    lock.release();
    fs::rename(prepared, store, failed);
  }
  if (!failed) return kept;
  const auto reason = failed.message();
  fs::remove(kept, failed);
  return cannot(store, reason);
}

}  // namespace

Error offeringBackup(Error error, const std::string& store) { return offeringCopy(std::move(error), store); }

Status dailyBackup(Suite& suite) {
  const auto& store = suite.options.store;
  if (!isFile(store) || suite.store.readOnly()) return {};
  const auto target = copiesFolder(store) / (timeText(suite.now()).substr(0, 10) + ".sqlite");
  std::error_code failed;
  if (fs::exists(target, failed)) return {};
  fs::create_directories(target.parent_path(), failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  CCHC_CHECK(suite.store.backup(target));
  // What a copy that was cut off left behind.
  for (const auto& entry : fs::directory_iterator(target.parent_path(), failed)) {
    const auto name = entry.path().filename().string();
    if (name.find(".sqlite.part") != std::string::npos && !name.starts_with(target.filename().string()))
      fs::remove(entry.path(), failed);
  }
  auto copies = dailyCopies(store);
  for (std::size_t i = 0; i + dailyBackupsKept < copies.size(); ++i) fs::remove(copies[i], failed);
  return {};
}

Status backupStore(Suite& suite, const fs::path& target, bool replace) {
  const auto& store = suite.options.store;
  const auto make = [&](const fs::path& file) {
    return isFile(store) ? suite.store.backup(file) : copySharedStore(store, file);
  };
  std::error_code failed;
  if (!replace || !fs::exists(target, failed)) return make(target);
  // The old copy goes when the new one is whole.
  const fs::path made = target.string() + ".new";
  fs::remove(made, failed);
  CCHC_CHECK(make(made));
  fs::rename(made, target, failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return {};
}

std::optional<Error> DailyCopies::look(Suite& suite) {
  const auto now = timeText(suite.now()), day = now.substr(0, 10), hour = now.substr(0, 13);
  if (day == done_ || hour == tried_) return std::nullopt;
  tried_ = hour;
  const auto copied = dailyBackup(suite);
  if (copied) {
    done_ = day;
    return std::nullopt;
  }
  const bool told = told_ == day + copied.error().code;
  told_ = day + copied.error().code;
  return told ? std::nullopt : std::optional(copied.error());
}

Result<fs::path> restoreStore(const fs::path& copy, const std::string& address, bool replace, const Clock& clock) {
  std::error_code failed;
  if (!fs::is_regular_file(copy, failed)) return cannot(copy, "no such file");
  if (!isFile(address)) {
    if (replace) return fail("store.restore-shared", address, {}, ErrorKind::usage);
    CCHC_CHECK(fillSharedStore(copy, address));
    CCHC_CHECK(prove(address, clock));
    return fs::path();
  }
  const fs::path store(address);
  const bool present = fs::exists(store, failed);
  if (present && !replace) return fail("store.restore-exists", store.string(), {}, ErrorKind::usage);
  const fs::path prepared = store.string() + ".restoring";
  removeWithSides(prepared);
  if (auto ready = prepare(copy, prepared, clock); !ready) {
    removeWithSides(prepared);
    return fail(ready.error());
  }
  auto kept = putInPlace(prepared, store, clock.now());
  if (!kept) removeWithSides(prepared);
  return kept;
}

}  // namespace cchc
