#include "core/app/upkeep/backups.h"

#include <algorithm>

#include "core/app/shared/postgres_copy.h"
#include "core/app/upkeep/clock_check.h"
#include "core/base/files/new_file.h"
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

// Copies, verifies, migrates and closes it; `prepared` is then a single file that contains everything, and counts more
// than any of `others`.
Status prepareCopy(const fs::path& copy, const fs::path& prepared, const std::vector<fs::path>& others,
                   const Clock& clock) {
  const auto made = [&]() -> Status {
    std::error_code failed;
    CCHC_CHECK(copyStoreFile(copy, prepared));
    // Opening a file without content would make an empty store of it.
    if (fs::file_size(copy, failed) == 0 || isEmptyDatabase(prepared))
      return restoreRefused(copy, "restore.reason.empty");
    CCHC_CHECK(verifyCopy(prepared.string(), clock));
    return markRestored(prepared, others);
  }();
  // A migration makes its own copies, which are not needed because the backup exists.
  std::error_code ignored;
  for (int version = 1; version <= Store::schemaVersion; ++version) {
    fs::remove(prepared.string() + ".before-version-" + std::to_string(version), ignored);
  }
  if (!made) {
    // The error names the copy that was given, since the user does not know the prepared one.
    auto error = made.error();
    const auto name = prepared.string();
    if (error.code == "store.not-a-store") return restoreRefused(copy, "restore.reason.not-a-store");
    if (error.code == "store.damaged" || error.code == "store.backup-failed")
      return restoreFailed(copy, reasonOf(error));
    if (const auto at = error.place.find(name); at != std::string::npos)
      error.place.replace(at, name.size(), copy.string());
    return fail(std::move(error));
  }
  return {};
}

// "2023-08-28T16-14-00": the time in Vietnam, for the name of a file.
std::string timeForName(Time now) {
  auto text = timeText(now + vietnamOffset);
  text.pop_back();  // the mark of UTC
  std::replace(text.begin(), text.end(), ':', '-');
  return text;
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
  const fs::path kept = store.string() + ".before-restore-" + timeForName(now);
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

// Closes the copies to others that older programs made beside the store, before a migration or a restore.
void closeCopiesBeside(const fs::path& store) {
  const auto begin = store.filename().string() + ".before-";
  std::error_code failed;
  for (fs::directory_iterator entry(fs::absolute(store, failed).parent_path(), failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (entry->path().filename().string().starts_with(begin)) platform::closeToOthers(entry->path());
  }
}

}  // namespace

Error withNewestBackup(Error error, const std::string& store) { return withNewestCopy(std::move(error), store); }

Status dailyBackup(Suite& suite) {
  const auto& store = suite.options.store;
  if (!isFile(store) || suite.store.readOnly()) return {};
  const auto target = copiesFolder(store) / (vietnamDay(suite.now()).toText() + ".sqlite");
  std::error_code failed;
  if (fs::exists(target, failed)) return {};
  if (auto made = platform::createPrivateFolder(target.parent_path()); !made) {
    auto error = made.error();
    error.code = "store.backup-failed";
    return fail(std::move(error));
  }
  platform::closeToOthers(target.parent_path());
  closeCopiesBeside(store);
  CCHC_CHECK(suite.store.backup(target));
  for (fs::directory_iterator entry(target.parent_path(), failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const auto& file = entry->path();
    const auto name = file.filename().string();
    std::error_code ignored;
    // What interrupted copies have left behind is removed; copies of older programs are closed to others.
    if (name.find(".sqlite.part") != std::string::npos && !name.starts_with(target.filename().string()))
      fs::remove(file, ignored);
    else
      platform::closeToOthers(file);
  }
  auto copies = dailyCopies(store);
  for (std::size_t i = 0; i + dailyBackupsKept < copies.size(); ++i) fs::remove(copies[i], failed);
  return {};
}

Status backupStore(Suite& suite, const fs::path& target, bool replace) {
  const auto& store = suite.options.store;
  return isFile(store) ? suite.store.backup(target, replace) : copySharedStore(store, target, replace);
}

std::optional<Error> DailyCopies::makeIfDue(Suite& suite) {
  const auto now = timeText(suite.now() + vietnamOffset), day = now.substr(0, 10), hour = now.substr(0, 13);
  if (day == done_ || hour == tried_) return std::nullopt;
  tried_ = hour;
  const auto clock = clockFault(suite);
  const auto copied = dailyBackup(suite);
  if (copied) {
    done_ = day;
    return clock;
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
  fs::path store(address);
  if (fs::is_symlink(store, failed)) store = fs::weakly_canonical(store, failed);
  const bool present = fs::exists(store, failed);
  if (present && !replace) return fail("store.restore-exists", store.string(), {}, ErrorKind::usage);
  auto others = dailyCopies(address);
  others.push_back(store);
  CCHC_TRY(const auto prepared, NewFile::create(store, platform::Readers::ownerAlone));
  auto ready = prepareCopy(copy, prepared.path(), others, clock);
  auto kept = ready ? replaceStore(prepared.path(), store, clock.now()) : Result<fs::path>(fail(ready.error()));
  removeWithSideFiles(prepared.path());
  return kept;
}

}  // namespace cchc
