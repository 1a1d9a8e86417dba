#include "core/app/upkeep/backups.h"

#include <algorithm>

#include "core/app/shared/postgres_copy.h"
#include "core/base/store_address.h"
#include "core/base/texts.h"
#include "core/store/copies.h"
#include "core/store/store_lock.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

bool isFile(const std::string& store) { return !isSharedStore(store); }

tl::unexpected<Error> restoreFailed(const fs::path& place, const std::string& vi, const std::string& en) {
  return fail("store.restore-failed", place.string(), {{"reason_vi", vi}, {"reason_en", en}}, ErrorKind::failure);
}
tl::unexpected<Error> restoreFailed(const fs::path& place, const std::string& systemReason) {
  return restoreFailed(place, systemReason, systemReason);
}
// `reason`: code of a text.
tl::unexpected<Error> restoreRefused(const fs::path& copy, std::string_view reason) {
  return restoreFailed(copy, std::string(text(reason, Language::vi)), std::string(text(reason, Language::en)));
}

std::string reasonOf(const Error& error) {
  const auto reason = std::find_if(error.parameters.begin(), error.parameters.end(),
                                   [](const Parameter& parameter) { return parameter.name == "reason"; });
  return reason == error.parameters.end() ? error.code : reason->value;
}

// Checks that a copy can become the store: it is sound, its version is known, and its journals are complete.
Status verifyCopy(const std::string& copy, const Clock& clock) {
  CCHC_TRY(auto store, Store::open(copy, clock));
  CCHC_CHECK(store.checkIntegrity());
  CCHC_TRY(const auto sections, store.journaledSections());
  for (const auto& section : sections) {
    CCHC_TRY(const auto findings, store.verifyJournal(section));
    if (findings.empty()) continue;
    const auto& first = findings.front();
    const auto where = keyText(first.section) + ": ";
    return restoreFailed(copy, where + first.viWhat, where + first.enWhat);
  }
  return {};
}

void removeWithSideFiles(const fs::path& store) {
  std::error_code ignored;
  for (const auto* side : {"", "-wal", "-shm", "-journal"}) fs::remove(store.string() + side, ignored);
}

// Copies, verifies, migrates and closes it; `prepared` is then a single file that contains everything.
Status prepareCopy(const fs::path& copy, const fs::path& prepared, const Clock& clock) {
  std::error_code failed;
  fs::copy_file(copy, prepared, failed);
  if (failed) return restoreFailed(copy, failed.message());
  // The copy may be a file that cannot be written to.
  fs::permissions(prepared, fs::perms::owner_read | fs::perms::owner_write, fs::perm_options::add, failed);
  if (auto verified = verifyCopy(prepared.string(), clock); !verified) {
    // The error names the copy that was given, since the user does not know the prepared one.
    auto error = verified.error();
    const auto name = prepared.string();
    if (error.code == "store.damaged" || error.code == "store.not-a-store")
      return error.code == "store.damaged" ? restoreFailed(copy, reasonOf(error))
                                           : restoreRefused(copy, "restore.reason.not-a-store");
    if (const auto at = error.place.find(name); at != std::string::npos)
      error.place.replace(at, name.size(), copy.string());
    return fail(std::move(error));
  }
  // A migration makes its own copies, which are not needed because the backup exists.
  for (int version = 1; version <= Store::schemaVersion; ++version) {
    fs::remove(prepared.string() + ".before-version-" + std::to_string(version), failed);
  }
  return {};
}

// Renames the existing store, and gives its name to the prepared one in one step, so that a program that opens the
// store in the meantime finds one of the two. Returns the new path of the old store, "" if there was none.
Result<fs::path> replaceStore(const fs::path& prepared, const fs::path& store, Time now) {
  std::error_code failed;
  if (!fs::exists(store, failed)) {
    // A log left behind by a lost store would be applied to the new one.
    for (const auto* side : {"-wal", "-shm", "-journal"}) fs::remove(store.string() + side, failed);
    fs::rename(prepared, store, failed);
    if (failed) return restoreFailed(store, failed.message());
    return fs::path();
  }
  auto time = timeText(now);
  std::replace(time.begin(), time.end(), ':', '-');
  const fs::path kept = store.string() + ".before-restore-" + time;
  CCHC_TRY(auto lock, StoreLock::acquire(store));
  if (!lock.held()) {
    // The file is damaged. Its logs belong to it, and would damage the new one.
    for (const auto* side : {"-wal", "-shm", "-journal"}) {
      if (!fs::exists(store.string() + side, failed)) continue;
      fs::rename(store.string() + side, kept.string() + side, failed);
      if (failed) return restoreFailed(store, failed.message());
    }
  }
  fs::create_hard_link(store, kept, failed);
  if (failed) fs::copy_file(store, kept, failed);
  if (failed) return restoreFailed(store, failed.message());
  fs::rename(prepared, store, failed);
  if (failed) {  // on some systems an open file cannot be replaced
    lock.release();
    fs::rename(prepared, store, failed);
  }
  if (!failed) return kept;
  const auto reason = failed.message();
  fs::remove(kept, failed);
  return restoreFailed(store, reason);
}

}  // namespace

Error withNewestBackup(Error error, const std::string& store) { return withNewestCopy(std::move(error), store); }

Status dailyBackup(Suite& suite) {
  const auto& store = suite.options.store;
  if (!isFile(store) || suite.store.readOnly()) return {};
  const auto target = copiesFolder(store) / (timeText(suite.now()).substr(0, 10) + ".sqlite");
  std::error_code failed;
  if (fs::exists(target, failed)) return {};
  fs::create_directories(target.parent_path(), failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  CCHC_CHECK(suite.store.backup(target));
  // Removes what interrupted copies have left behind.
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
  // The old copy is removed only when the new one is complete.
  const fs::path made = target.string() + ".new";
  fs::remove(made, failed);
  if (const auto done = make(made); !done) {
    auto error = done.error();
    if (error.place == made.string()) error.place = target.string();
    return fail(std::move(error));
  }
  fs::rename(made, target, failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return {};
}

std::optional<Error> DailyCopies::makeIfDue(Suite& suite) {
  const auto now = timeText(suite.now()), day = now.substr(0, 10), hour = now.substr(0, 13);
  if (day == done_ || hour == tried_) return std::nullopt;
  tried_ = hour;
  const auto copied = dailyBackup(suite);
  if (copied) {
    done_ = day;
    return std::nullopt;
  }
  const bool reported = reported_ == day + copied.error().code;
  reported_ = day + copied.error().code;
  return reported ? std::nullopt : std::optional(copied.error());
}

Result<fs::path> restoreStore(const fs::path& copy, const std::string& address, bool replace, const Clock& clock) {
  std::error_code failed;
  if (!fs::is_regular_file(copy, failed)) return restoreRefused(copy, "restore.reason.no-file");
  if (!isFile(address)) {
    if (replace) return fail("store.restore-shared", address, {}, ErrorKind::usage);
    CCHC_CHECK(fillSharedStore(copy, address));
    CCHC_CHECK(verifyCopy(address, clock));
    return fs::path();
  }
  const fs::path store(address);
  const bool present = fs::exists(store, failed);
  if (present && !replace) return fail("store.restore-exists", store.string(), {}, ErrorKind::usage);
  const fs::path prepared = store.string() + ".restoring";
  removeWithSideFiles(prepared);
  if (auto ready = prepareCopy(copy, prepared, clock); !ready) {
    removeWithSideFiles(prepared);
    return fail(ready.error());
  }
  auto kept = replaceStore(prepared, store, clock.now());
  if (!kept) removeWithSideFiles(prepared);
  return kept;
}

}  // namespace cchc
