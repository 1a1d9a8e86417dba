// Edits for a shared store that is out of reach, or that a window does not wait for: kept in a file on this PC, and
// sent, each by its id exactly once, when the store is there. May be used from two threads: one that edits, one that
// sends.
#pragma once
#include <atomic>
#include <boost/interprocess/sync/file_lock.hpp>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/store/store.h"

namespace cchc {

class Outbox {
 public:
  // What was left by an earlier run is read; a file that cannot be read is set aside as FILE.damaged.
  explicit Outbox(std::filesystem::path file);
  // One for this process alone: FILE, or where another window of the same person has that, FILE with a number
  // (box-2.tsv), each by its lock. What a window that is closed left in one of the others is taken over. nullptr where
  // nothing can be kept: its edits are then refused as the store refuses them.
  static std::unique_ptr<Outbox> take(const std::filesystem::path& file);
  bool empty() const { return size() == 0; }
  std::size_t size() const;
  std::optional<SectionKey> lastSection() const;  // of what was kept last; none when empty

  // From here on edits are kept and never waited for; `kept` is called after each, and somebody sends on another
  // thread. What the window does.
  void sendLater(std::function<void()> kept);
  bool later() const { return kept_ != nullptr; }
  // Kept for sending: first the section's beginning with what it starts with, if it has not begun or was returned, then
  // its edits. file.write.
  Status keepBeginning(const SectionKey& key, const Actor& who, Time at, std::span<const Change> starting);
  Status keep(const SectionKey& key, std::span<const Change> changes);
  // Until nothing waits; false when something still does then.
  bool waitUntilSent(std::chrono::milliseconds patience);
  // Begins a section in the store; set by who opens the suite, which has the definitions.
  std::function<Status(Store& store, const SectionKey& key, const Actor& who)> begin;

  // Applies what is waiting, then the changes. Where the connection is gone it is opened again once, and where that
  // fails all are kept: the outcomes then say "applied", since they will be. The store's other errors, and file.write
  // when they cannot be kept, change nothing.
  Result<std::vector<ApplyOutcome>> apply(Store& store, const SectionKey& key, std::span<const Change> changes);
  // Sends what is waiting, if the store can be reached. True when nothing waits any more. After a failure only tried
  // again with `now`: a dead network costs each attempt seconds, which the caller spends where nobody waits.
  bool send(Store& store, bool now = false);
  // What became of edits that could not be applied as they were: section.conflict with both values and both people,
  // section.locked, store.denied. Each is told once, and lies in FILE.refused.
  std::vector<Error> takeTold();

 private:
  void adopt(const std::filesystem::path& file);
  // A change with the place "!" begins the section; one whose place starts with "~" is part of what it starts with,
  // where another may have been first.
  struct Entry {
    SectionKey key;
    Change change;
    bool beginning() const;
    bool starting() const;
    Change plain() const;
  };
  enum class Sent : unsigned char { all, lost };
  Sent drain(Store& store);
  bool sendTogether(Store& store, const std::vector<Entry>& batch, bool& lost);
  bool sendOne(Store& store, const Entry& entry);
  std::vector<Entry> nextBatch() const;
  void drop(std::size_t count);
  bool reach(Store& store);
  Status add(std::vector<Entry> more);
  Status save(const std::vector<Entry>& entries) const;
  void refuse(const Entry& entry, Error error);

  std::filesystem::path file_;
  boost::interprocess::file_lock lock_;
  mutable std::mutex mutex_;  // of what is below
  std::condition_variable emptied_;
  std::vector<Entry> entries_;
  std::vector<Error> told_;
  std::atomic<bool> failed_ = false;
  std::function<void()> kept_;
};

// Before a shared store is read for what was edited here: waits a while for what is on its way. store.edits-kept.
// Nothing to wait for without an outbox.
Status allSent(const std::shared_ptr<Outbox>& outbox);

}  // namespace cchc
