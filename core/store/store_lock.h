// Exclusive access to a store file.
#pragma once
#include <filesystem>

#include "core/base/result.h"

namespace cchc {

// While this object lives, nobody else has the file open; anyone who wants to open it waits.
class StoreLock {
 public:
  // For a damaged file, in which nobody can work, the lock is not held.
  // Error store.in-use: others did not close the file within a few seconds.
  static Result<StoreLock> acquire(const std::filesystem::path& store);
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
