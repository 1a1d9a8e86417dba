// Opens a store and reconnects to it.
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/store/copies.h"
#include "core/store/schema.h"
#include "core/store/session.h"

namespace cchc {
namespace {

// The driver's text may contain the address with its password.
Error withoutSecretsOf(Error error, const StoreAddress& address) {
  for (auto& parameter : error.parameters) parameter.value = withoutSecrets(std::move(parameter.value), address);
  return error;
}

// Whether the store exists, but in a folder where no file can be created.
bool isReadOnly(const std::filesystem::path& store) {
  std::error_code ignored;
  if (!std::filesystem::exists(store, ignored)) return false;
  const auto probe = store.string() + ".probe" + std::to_string(platform::processId());
  const bool made = std::ofstream(probe).good();
  std::filesystem::remove(probe, ignored);
  return !made;
}

// Waits if another process is creating the store at the same time, since SQLite itself does not wait here.
void useWal(soci::session& sql) {
  constexpr int attempts = 300;
  for (int attempt = 0;; ++attempt) {
    try {
      std::string mode;
      sql << "PRAGMA journal_mode = WAL", soci::into(mode);
      return;
    } catch (const soci::soci_error& error) {
      const bool busy = error.get_error_message().find("locked") != std::string::npos;
      if (!busy || attempt == attempts) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

// A new store is made for its owner alone, and one that an older program made is closed to others; SQLite gives the
// files beside it the same readers.
void closeStoreToOthers(const std::string& file) {
  static_cast<void>(platform::createFile(file, platform::Readers::ownerAlone));  // SQLite says why it cannot
  for (const auto* side : {"", "-wal", "-shm"}) platform::closeToOthers(file + side);
}

Status openFile(soci::session& sql, const std::string& file) {
  sql.open(*soci::factory_sqlite3(), "dbname=\"" + file + "\" timeout=30 shared_cache=false");
  // Large pages suit packages of some 30 KB. This affects only a new file.
  sql << "PRAGMA page_size = 16384";
  // The version is read first: a newer store, or a database that is not a store, must not be written to.
  CCHC_CHECK(store::migrateSchema(sql, false, file));
  useWal(sql);
  sql << "PRAGMA synchronous = FULL";
  sql << "PRAGMA foreign_keys = ON";
  // Finds out whether the store can be written before anybody types anything, since SQLite opens a read-only file
  // without an error.
  if (sqlite_api::sqlite3_db_readonly(static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_, "main") ==
      1) {
    return fail("store.read-only", file, {{"reason", "read-only file"}}, ErrorKind::failure);
  }
  store::Transaction(sql, false).commit();
  return {};
}

// Refuses to create a new store in place of one that was emptied or removed while its copies still exist.
Status refuseVanished(const std::string& store) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(store, absent);
  if (!absent && size > 0) return {};
  const auto copy = newestSoundCopy(store);
  if (!copy) return {};
  return fail("store.gone-with-backup", store,
              {{"backup", copy->string()}, {"store", store}, {"folder", copiesFolder(store).string()}},
              ErrorKind::failure);
}

// Opens a copy of a file that may not be written, because SQLite would have to write files next to it, and an older
// store must be migrated.
Status openCopy(soci::session& sql, std::filesystem::path& folder, const std::string& store) {
  std::error_code failed;
  folder = std::filesystem::temp_directory_path(failed) / ("cchc-" + newId());
  CCHC_CHECK(platform::createPrivateFolder(folder));
  const auto copy = folder / "store.sqlite";
  if (auto copied = copyStoreFile(store, copy); !copied) {
    auto error = copied.error();
    if (error.code == "store.backup-failed") error.code = "store.read-only";
    return fail(std::move(error));
  }
  CCHC_CHECK(openFile(sql, copy.string()));
  sql << "PRAGMA query_only = ON";
  return {};
}

}  // namespace

Store::Store(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Status Store::reconnect() {
  return store::guarded(session_->address, [&]() -> Status {
    if (session_->postgres) {
      session_->sql.reconnect();
      return {};
    }
    if (session_->readOnly || !store::isReplaced(session_->sql)) return {};
    session_->sql.close();
    return openFile(session_->sql, session_->address);
  });
}

bool Store::readOnly() const { return session_->readOnly; }

Result<Store> Store::open(const std::string& address, const Clock& clock) {
  const auto split = splitStoreAddress(address);
  const auto& name = split.shown;
  auto session = std::make_unique<Session>();
  session->postgres = isSharedStore(address);
  session->address = session->postgres ? name : address;
  session->clock = &clock;
  auto& sql = session->sql;
  if (session->postgres) {
    auto opened = store::guarded(name, [&]() -> Status {
      // The time limits detect a dead network within seconds. SOCI 4.0.3 would add '=' to a URL that has none.
      const auto whole = joinStoreAddress(split);
      const bool chosen = whole.find("connect_timeout=") != std::string::npos;
      // What somebody else holds is waited for as long, and what this program holds is given up when it hangs.
      const std::string limits =
          "connect_timeout=3&tcp_user_timeout=15000&keepalives_idle=30&options=-c%20lock_timeout%3D10s%20-c%20"
          "idle_in_transaction_session_timeout%3D60s";
      sql.open("postgresql", chosen ? whole : whole + (whole.find('?') == std::string::npos ? "?" : "&") + limits);
      return store::migrateSchema(sql, true, name);
    });
    if (!opened) return fail(withoutSecretsOf(opened.error(), split));
    return Store(std::move(session));
  }
  const std::filesystem::path path(address);
  if (platform::onNetworkShare(path)) return fail("store.network-share", name, {}, ErrorKind::failure);
  std::error_code ignored;
  if (path.has_parent_path() && !std::filesystem::exists(path.parent_path(), ignored)) {
    return fail("store.no-folder", name, {{"folder", path.parent_path().string()}}, ErrorKind::failure);
  }
  CCHC_CHECK(refuseVanished(address));
  closeStoreToOthers(address);
  auto opened = store::guarded(name, [&] { return openFile(sql, address); });
  // Another file replaced this one while it was being opened, so that one is opened.
  if (!opened && opened.error().code == "store.replaced") {
    sql.close();
    opened = store::guarded(name, [&] { return openFile(sql, address); });
  }
  // On a read-only disk SQLite only reports that it cannot open the files next to the store, and the copy before a
  // migration cannot be made; both codes may mean a read-only store.
  if (!opened) {
    const auto& code = opened.error().code;
    const bool readOnly =
        code == "store.read-only" || ((code == "store.open" || code == "store.backup-failed") && isReadOnly(address));
    if (!readOnly) return fail(opened.error());
    session->readOnly = true;
    sql.close();
    CCHC_CHECK(store::guarded(name, [&] { return openCopy(sql, session->copy.path, address); }));
  }
  return Store(std::move(session));
}

}  // namespace cchc
