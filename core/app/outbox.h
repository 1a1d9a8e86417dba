// Edits made while a shared store is out of reach: kept in a file on this PC, and sent, each by its id exactly once, when the store is back.
#pragma once
#include <boost/interprocess/sync/file_lock.hpp>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/store/store.h"

namespace cchc {

class Outbox {
 public:
  // What was left by an earlier run is read; a file that cannot be read is set aside as FILE.damaged.
  explicit Outbox(std::filesystem::path file);
  // One for this process alone: FILE, or where another window of the same person has that, FILE with a number (box-2.tsv), each by its lock. What a window that
  // is closed left in one of the others is taken over. nullptr where nothing can be kept: its edits are then refused as the store refuses them.
  static std::unique_ptr<Outbox> take(const std::filesystem::path& file);
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }

  // Applies what is waiting, then the changes. Where the connection is gone it is opened again once, and where that fails all are kept: the outcomes then say
  // "applied", since they will be. The store's other errors, and file.write when they cannot be kept, change nothing.
  Result<std::vector<ApplyOutcome>> apply(Store& store, const SectionKey& key, std::span<const Change> changes);
  // Sends what is waiting, if the store can be reached. True when nothing waits any more. After a failure only tried again with `now`: a dead network costs
  // each attempt seconds, which the caller spends where nobody waits.
  bool send(Store& store, bool now = false);
  // What became of edits that could not be applied as they were: section.conflict with both values and both people, section.locked, store.denied. Each is
  // told once, and lies in FILE.refused.
  std::vector<Error> takeTold();

 private:
  void adopt(const std::filesystem::path& file);
  struct Entry {
    SectionKey key;
    Change change;
  };
  bool reach(Store& store);
  Status save(const std::vector<Entry>& entries) const;
  void refuse(const Entry& entry, Error error);

  std::filesystem::path file_;
  boost::interprocess::file_lock lock_;
  std::vector<Entry> entries_;
  std::vector<Error> told_;
  bool failed_ = false;
};

}  // namespace cchc
