// A database session, its transactions, and the conversion of its errors to ours. Private to store/.
#pragma once
#include <soci/soci.h>

#include <exception>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/copies.h"
#include "core/store/store.h"

namespace cchc {

// Removes the folder, if any, on destruction.
struct TemporaryFolder {
  std::filesystem::path path;
  TemporaryFolder() = default;
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
};

struct Store::Session {
  TemporaryFolder copy;  // contains the copy that is read instead of a file that may not be written
  soci::session sql;
  bool postgres = false;
  bool readOnly = false;
  std::string address;  // as shown in messages: without a password
  const Clock* clock = nullptr;
  // The units as read last, and the version of their list then.
  std::shared_ptr<const UnitHistory> units;
  long long unitsVersion = -1;
  std::map<std::string, bool> functions;  // by signature: hasFunction
};

namespace store {

// Converts a database error to one of ours, with the first line of the database's own text as `reason`. Codes:
//   store.full, store.read-only, store.denied, store.password, store.busy
//   store.not-a-store, store.damaged
//   store.open, store.connection-lost
//   store.replaced               for Replaced
//   store.failed                 any other error
Error errorOf(const std::exception& error, const std::string& address);

// Runs `work`, which returns a Result and may throw SOCI's exceptions. Either way, an error that means damage names the
// newest sound copy (withNewestCopy).
template <class Work>
auto guarded(const std::string& address, const Work& work) -> decltype(work()) {
  try {
    auto result = work();
    if (!result) result.error() = withNewestCopy(std::move(result.error()), address);
    return result;
  } catch (const std::exception& error) {
    return tl::unexpected<Error>(withNewestCopy(errorOf(error, address), address));
  }
}

// The text that a query of one column and one parameter gives; nullopt: no row.
Result<std::optional<std::string>> foundText(Store::Session& session, const char* query, const std::string& parameter);

// Whether the database has a function of installer/postgresql/roles.sql: "cchc_lock(text, text, text)". Without them
// the store is its owner's alone. Asked once for each session.
bool hasFunction(Store::Session& session, const std::string& signature);

// The path of the open file now has another file, so anything written to the open one would be lost.
struct Replaced : std::runtime_error {
  Replaced() : std::runtime_error("replaced") {}
};
// Whether the path of the session's SQLite file now has another file, or none.
bool isReplaced(soci::session& sqlite);

// Begins a writing transaction at once, so that a second writer waits instead of failing half-way. Rolls back unless
// committed. The constructor throws Replaced.
class Transaction {
 public:
  Transaction(soci::session& sql, bool postgres) : sql_(sql) {
    sql_ << (postgres ? "BEGIN" : "BEGIN IMMEDIATE");
    if (postgres || !isReplaced(sql_)) return;
    rollBack();
    throw Replaced();
  }
  ~Transaction() {
    if (!done_) rollBack();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    sql_ << "COMMIT";
    done_ = true;
  }

 private:
  void rollBack() {
    try {
      sql_ << "ROLLBACK";
    } catch (const std::exception&) {
      // The connection is lost, or the database rolled back by itself.
    }
  }
  soci::session& sql_;
  bool done_ = false;
};

// Runs `work` in a transaction, which is committed if `work` returns a result and rolled back if it returns an error.
// Otherwise like guarded.
template <class Work>
auto written(Store::Session& session, const Work& work) -> decltype(work()) {
  return guarded(session.address, [&] {
    Transaction transaction(session.sql, session.postgres);
    auto result = work();
    if (result) transaction.commit();
    return result;
  });
}

}  // namespace store
}  // namespace cchc
