// One database session, its transactions, and how its errors become ours. Private to store/.
#pragma once
#include <soci/soci.h>

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/copies.h"
#include "core/store/store.h"

namespace cchc {

// Removes its folder, where it has one, when its life ends.
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
  TemporaryFolder copy;  // holds the copy that is read in place of a file that may not be written
  soci::session sql;
  bool postgres = false;
  bool readOnly = false;
  std::string address;  // as messages show it: without a password
  const Clock* clock = nullptr;
};

namespace store {

// What a database error means for a person, with the first line of the database's own text as `reason`.
// Codes:
//   store.full, store.read-only, store.denied, store.password, store.busy
//   store.not-a-store, store.damaged
//   store.open, store.connection-lost
//   store.replaced               from Replaced
//   store.failed                 any other
Error errorOf(const std::exception& error, const std::string& address);

// Runs `work`, which answers a Result and may throw what SOCI throws. An error of either kind that means damage names
// the newest sound copy (withNewestCopy).
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

// Another file lies where the open one lay: what is written into the open one would be lost.
struct Replaced : std::runtime_error {
  Replaced() : std::runtime_error("replaced") {}
};
// Whether another file, or none, lies where the session's SQLite file lay when it was opened.
bool isReplaced(soci::session& sqlite);

// Begins for writing at once, so that of two writers the second waits instead of failing half-way. Rolls back unless
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

}  // namespace store
}  // namespace cchc
