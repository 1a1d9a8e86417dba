// The daily copies that lie beside a store: STORE.backups/2023-08-28.sqlite.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

std::filesystem::path copiesFolder(const std::string& store);
// By name, which is by day: oldest first. Other files in the folder are nobody's to remove.
std::vector<std::filesystem::path> dailyCopies(const std::string& store);
// The newest that passes SQLite's own check. Reads it whole: for when something is wrong.
std::optional<std::filesystem::path> newestSoundCopy(const std::string& store);
// store.damaged and store.not-a-store become store.damaged-with-backup, which names the newest sound copy and how to
// restore it, where there is one; other errors, and those of a shared store, stay as they are.
Error offeringCopy(Error error, const std::string& store);

// Nobody else has the file open while this lives, and whoever wants to waits. Of a damaged file, in which nobody can
// work, it is no lock.
class StoreLock {
 public:
  // store.in-use when others do not let go of it within seconds.
  static Result<StoreLock> take(const std::filesystem::path& store);
  StoreLock(StoreLock&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  StoreLock& operator=(StoreLock&&) = delete;
  ~StoreLock() { release(); }
  bool held() const { return database_ != nullptr; }
  void release();

 private:
  explicit StoreLock(void* database) : database_(database) {}
  void* database_;  // SQLite's
};

}  // namespace cchc
