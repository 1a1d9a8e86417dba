// A folder that packages are put into, by mail, by a stick or over the network, at any time.
#pragma once
#include <map>

#include "core/app/receipts.h"

namespace cchc {

// What is taken in moves to archive/, and its receipt is written into receipts/; what is refused moves to refused/ with a text beside it that says why; what a
// newer program made waits in waiting/ and is tried again when the next inbox is opened on the folder. All are inside the folder. A file that is still being
// written is left until it has stood still from one look to the next. A file leaves only after the commit: killed in between, it is taken in again, which
// changes nothing. Not for several threads.
class Inbox {
 public:
  // `key`: signs the receipts; borrowed.
  Inbox(Suite& suite, std::filesystem::path folder, const SigningKey* key = nullptr) : suite_(suite), folder_(std::move(folder)), key_(key) {}

  // One look: takes in what stood still since the last. `tell` as in receiveFiles, with the file's new place.
  // inbox.no-folder, inbox.move; else the store's errors.
  Status look(unsigned threads, const std::function<void(const ReceivedFile&)>& tell);
  // Files that were seen and not taken in yet: still growing, or seen for the first time.
  std::size_t waiting() const { return seen_.size(); }

 private:
  struct Seen {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type changed{};
    bool operator==(const Seen&) const = default;
  };
  Result<std::vector<std::filesystem::path>> settled();
  Result<std::filesystem::path> moveTo(const char* where, const std::filesystem::path& file) const;
  Status putAway(ReceivedFile& file) const;
  std::vector<std::filesystem::path> waiters() const;

  Suite& suite_;
  std::filesystem::path folder_;
  const SigningKey* key_;
  bool waitersTried_ = false;
  std::map<std::filesystem::path, Seen> seen_;
};

}  // namespace cchc
