// A folder that packages are put into, by mail, by a stick or over the network, at any time.
#pragma once
#include <map>

#include "core/app/receive.h"

namespace cchc {

// What is taken in moves to archive/, what is refused to refused/ with a text beside it that says why; both inside the folder. A file that is still being
// written is left until it has stood still from one look to the next. A file leaves only after the commit: killed in between, it is taken in again, which
// changes nothing. Not for several threads.
class Inbox {
 public:
  Inbox(Suite& suite, std::filesystem::path folder) : suite_(suite), folder_(std::move(folder)) {}

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

  Suite& suite_;
  std::filesystem::path folder_;
  std::map<std::filesystem::path, Seen> seen_;
};

}  // namespace cchc
