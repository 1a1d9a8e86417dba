#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <fstream>

#include "core/base/platform.h"
#include "core/store/session.h"

namespace cchc {
namespace {

// An address without its password, for messages.
std::string shown(const std::string& address) {
  const auto at = address.find('@');
  const auto colon = address.find(':', address.find("//") + 2);
  if (!isSharedStore(address) || at == std::string::npos || colon == std::string::npos || colon > at) return address;
  return address.substr(0, colon) + ":…" + address.substr(at);
}

// A store that is there, in a folder where no file can be made.
bool isReadOnly(const std::filesystem::path& store) {
  std::error_code ignored;
  if (!std::filesystem::exists(store, ignored)) return false;
  const auto probe = store.string() + ".probe" + std::to_string(platform::processId());
  const bool made = std::ofstream(probe).good();
  std::filesystem::remove(probe, ignored);
  return !made;
}

Status sqliteSettings(soci::session& sql) {
  std::string mode;
  sql << "PRAGMA journal_mode = WAL", soci::into(mode);
  sql << "PRAGMA synchronous = FULL";
  sql << "PRAGMA foreign_keys = ON";
  // A writer that cannot write is found now, before anybody has typed anything.
  store::Transaction(sql, false).commit();
  return {};
}

}  // namespace

bool isSharedStore(std::string_view address) { return address.starts_with("postgresql://") || address.starts_with("postgres://"); }

Store::Store(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Status Store::reconnect() {
  if (!session_->postgres) return {};
  return store::guarded(session_->address, [&]() -> Status {
    session_->sql.reconnect();
    return {};
  });
}

Result<Store> Store::open(const std::string& address, const Clock& clock) {
  const auto name = shown(address);
  auto session = std::make_unique<Session>();
  session->postgres = isSharedStore(address);
  session->address = session->postgres ? name : address;
  session->clock = &clock;
  if (!session->postgres) {
    const std::filesystem::path path(address);
    if (platform::onNetworkShare(path)) return fail("store.network-share", name, {}, ErrorKind::failure);
    std::error_code ignored;
    if (path.has_parent_path() && !std::filesystem::exists(path.parent_path(), ignored)) {
      return fail("store.no-folder", name, {{"folder", path.parent_path().string()}}, ErrorKind::failure);
    }
  }
  auto opened = store::guarded(name, [&]() -> Status {
    if (session->postgres) {
      // A network that is dead, not refusing, is known within seconds. SOCI 4.0.3 would add '=' to a URL that has none.
      const bool chosen = address.find("connect_timeout=") != std::string::npos;
      const std::string limits = "connect_timeout=3&tcp_user_timeout=15000&keepalives_idle=30";
      session->sql.open("postgresql", chosen ? address : address + (address.find('?') == std::string::npos ? "?" : "&") + limits);
    } else {
      session->sql.open(*soci::factory_sqlite3(), "dbname=\"" + address + "\" timeout=30 shared_cache=false");
    }
    // Packages are some 30 KB each: fewer, larger pages. Says something to a new file only.
    if (!session->postgres) session->sql << "PRAGMA page_size = 16384";
    // The version first: a store that is newer, or no store at all, is not written to.
    CCHC_CHECK(store::migrate(session->sql, session->postgres, session->address));
    return session->postgres ? Status() : sqliteSettings(session->sql);
  });
  if (!opened && opened.error().code == "store.open" && !session->postgres && isReadOnly(address)) {
    // On a disk that may not be written SQLite only says that it cannot open what lies beside the store.
    auto error = opened.error();
    error.code = "store.read-only";
    return fail(std::move(error));
  }
  if (!opened) return fail(opened.error());
  return Store(std::move(session));
}

}  // namespace cchc
