// Edits for a shared store that is out of reach, or that the window does not wait for. They are kept in a file on this
// PC and sent when the store can be reached. The id of its change ensures that each is applied exactly once.
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/platform.h"
#include "core/base/result.h"
#include "core/model/section.h"
#include "core/store/store.h"

namespace cchc {

// May be used from two threads: one that edits, one that sends.
class Outbox {
 public:
  // Reads the entries that an earlier run left in the file. A damaged file is copied to FILE.damaged; the entries
  // before the damage are still sent.
  explicit Outbox(std::filesystem::path file);
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;
  // An outbox that nobody else uses, ensured by a lock next to its file: FILE, or FILE with a number (box-2.tsv)
  // if another window of the same person, or another outbox of this program, has FILE. It takes over the entries that
  // closed windows left in the other files. nullptr if the folder cannot be written to: edits then fail whenever the
  // store does.
  static std::unique_ptr<Outbox> acquire(const std::filesystem::path& file);

  bool empty() const { return size() == 0; }
  std::size_t size() const;
  std::optional<SectionKey> lastSection() const;  // of the entry queued last; nullopt if empty

  // After this call `apply` only queues changes, and calls `onQueued` each time; another thread has to call `send`. An
  // empty function ends this mode.
  void sendLater(std::function<void()> onQueued);
  bool sendsLater() const;

  // Queues the beginning of a section that is not yet begun, or was returned, with the values that it starts with.
  // Errors:
  //   file.write
  Status queueBeginning(const SectionKey& key, const Actor& who, Time at, std::span<const Change> starting);
  // Queues edits of a section.
  // Errors:
  //   file.write
  Status queue(const SectionKey& key, std::span<const Change> changes);
  // Waits until the outbox is empty, at most for `patience`. Returns false if it is not empty by then.
  bool waitUntilSent(std::chrono::milliseconds patience);

  // Begins a section in the store. Set by openSuite, which has the definitions.
  std::function<Status(Store& store, const SectionKey& key, const Actor& who)> beginSection;

  // Sends what is queued, then applies the changes. A lost connection is reopened once; if that fails, the changes are
  // queued and their outcomes have `applied` set, since they will be applied later.
  // Errors, after which nothing has changed:
  //   file.write   the changes could not be queued
  //   and those of Store::apply, other than a lost connection
  Result<std::vector<ApplyOutcome>> apply(Store& store, const SectionKey& key, std::span<const Change> changes);
  // Sends what is queued, if the store can be reached. Returns true if the queue is empty afterwards. After a failure
  // it tries again only if `now` is set, because each attempt over a dead network takes seconds. Only one thread sends
  // at a time; for the others it returns false.
  bool send(Store& store, bool now = false);
  // Returns the errors of edits that could not be applied as they were, each once; the edits themselves are kept in
  // FILE.refused. The codes are section.conflict (with both values and both people), section.locked, store.denied and
  // others of Store::apply.
  std::vector<Error> takeReports();

 private:
  enum class Kind : unsigned char {
    beginning,  // begins the section; `change` says who and when
    starting,   // a value that nobody typed; another person may have written it first
    edit
  };
  struct Entry {
    SectionKey key;
    Change change;
    Kind kind = Kind::edit;
  };
  static std::string lineOf(const Entry& entry);
  static std::optional<Entry> readLine(std::string_view line);
  enum class Sent : unsigned char { all, lost };
  void adopt(const std::filesystem::path& file);
  Sent drain(Store& store);
  bool sendTogether(Store& store, const std::vector<Entry>& batch, bool& lost);
  bool sendOne(Store& store, const Entry& entry);
  std::vector<Entry> nextBatch() const;
  void removeFirst(std::size_t count);
  bool reconnect(Store& store);
  Status append(std::vector<Entry> more);
  void notifyQueued();
  Status save(const std::vector<Entry>& entries) const;
  void refuse(const Entry& entry, Error error);

  std::filesystem::path file_;
  std::optional<platform::FileLock> lock_;  // nullopt for an outbox that was not acquired
  std::mutex sending_;                      // held while sending
  mutable std::mutex mutex_;                // guards entries_, reports_ and onQueued_
  std::condition_variable emptied_;
  std::vector<Entry> entries_;
  std::vector<Error> reports_;
  std::atomic<bool> failed_ = false;
  std::function<void()> onQueued_;
};

// Call this before reading from a shared store what was edited on this PC: it waits a few seconds for the outbox to be
// empty. Without an outbox it does nothing.
// Errors:
//   store.edits-kept   the outbox still has edits
Status waitForOutbox(const std::shared_ptr<Outbox>& outbox);

}  // namespace cchc
