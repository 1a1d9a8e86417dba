#include "core/app/backups.h"

#include <algorithm>

#include "core/app/postgres_copy.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

fs::path folderOf(const std::string& store) { return store + ".backups"; }
bool isFile(const std::string& store) { return !isSharedStore(store); }

// By name, which is by day: oldest first. Other files in the folder are nobody's to remove.
std::vector<fs::path> copiesOf(const std::string& store) {
  std::vector<fs::path> copies;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folderOf(store), ignored)) {
    if (entry.path().extension() == ".sqlite" && Date::parse(entry.path().stem().string())) copies.push_back(entry.path());
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

tl::unexpected<Error> cannot(const fs::path& store, const std::string& reason) {
  return fail("store.restore-failed", store.string(), {{"reason", reason}}, ErrorKind::failure);
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
    return fail("store.restore-failed", copy, {{"reason", keyText(first.section) + ": " + first.viWhat}}, ErrorKind::failure);
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
  CCHC_CHECK(prove(prepared.string(), clock));
  for (int version = 1; version <= Store::schemaVersion; ++version) {  // a migration's own copies: the backup itself is the copy
    fs::remove(prepared.string() + ".before-version-" + std::to_string(version), failed);
  }
  return {};
}

}  // namespace

std::optional<fs::path> newestBackup(const std::string& store) {
  const auto copies = isFile(store) ? copiesOf(store) : std::vector<fs::path>();
  return copies.empty() ? std::nullopt : std::optional(copies.back());
}

Error offeringBackup(Error error, const std::string& store) {
  if (error.code != "store.damaged" && error.code != "store.not-a-store") return error;
  const auto copy = newestBackup(store);
  if (!copy) return error;
  if (error.code == "store.not-a-store") error.parameters.push_back({"reason", "header"});
  error.code = "store.damaged-with-backup";
  error.parameters.push_back({"backup", copy->string()});
  error.parameters.push_back({"store", store});
  return error;
}

Status dailyBackup(Suite& suite) {
  const auto& store = suite.options.store;
  if (!isFile(store)) return {};
  const auto target = folderOf(store) / (timeText(suite.now()).substr(0, 10) + ".sqlite");
  std::error_code failed;
  if (fs::exists(target, failed)) return {};
  if (auto sound = suite.store.integrity(); !sound) return fail(offeringBackup(sound.error(), store));
  fs::create_directories(target.parent_path(), failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  CCHC_CHECK(suite.store.backup(target));
  auto copies = copiesOf(store);
  for (std::size_t i = 0; i + dailyBackupsKept < copies.size(); ++i) fs::remove(copies[i], failed);
  return {};
}

Status backupStore(Suite& suite, const fs::path& target, bool replace) {
  const auto& store = suite.options.store;
  const auto make = [&](const fs::path& file) { return isFile(store) ? suite.store.backup(file) : copySharedStore(store, file); };
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
  fs::path kept;
  if (present) {
    auto time = timeText(clock.now());
    std::replace(time.begin(), time.end(), ':', '-');
    kept = store.string() + ".before-restore-" + time;
    // The side files belong to the file that goes; without it they would spoil the one that comes.
    for (const auto* side : {"-wal", "-shm", "-journal", ""}) {
      const fs::path from = store.string() + side;
      if (!fs::exists(from, failed)) continue;
      fs::rename(from, kept.string() + side, failed);
      if (failed) return cannot(store, failed.message());
    }
  }
  fs::rename(prepared, store, failed);
  if (failed) return cannot(store, failed.message());
  return kept;
}

}  // namespace cchc
