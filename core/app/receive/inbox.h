// A folder that packages are put into, by mail, by a stick or over the network, at any time.
#pragma once
#include <map>

#include "core/app/receive/receipts.h"

namespace cchc {

// What is taken in moves to archive/ (the same bytes under the same name once), and its receipt is written into
// receipts/; what is refused moves to refused/ with a text beside it that says why, and comes back when it was changed
// there; what a newer program made waits in waiting/ and is tried again when the next inbox is opened on the folder.
// All are inside the folder. A zip goes to archive/ when its packages were received; those of them that are refused or
// wait are put there as files. A file that is still being written is left until it has stood still from one look to the
// next; one that ends in the middle may still be growing, and is refused only when nobody has touched it for some
// minutes. A file leaves only after the commit: killed in between, it is taken in again, which changes nothing. Several
// programs may look at one folder: one looks at a time. Not for several threads.
class Inbox {
 public:
  // `key`: signs the receipts; borrowed.
  explicit Inbox(std::filesystem::path folder, const SigningKey* key = nullptr)
      : folder_(std::move(folder)), key_(key) {}

  // One look: takes in what stood still since the last. `tell` as in receiveFiles, with the file's new place. Nothing
  // while another program looks. inbox.no-folder, inbox.move; else the store's errors.
  Status look(Suite& suite, unsigned threads, const std::function<void(const ReceivedFile&)>& tell);
  // Files that were seen and not taken in yet: still growing, or seen for the first time; and those of them that end in
  // the middle.
  std::size_t waiting() const { return seen_.size(); }
  std::size_t unfinished() const { return unfinished_.size(); }
  // The last look was not made, since another program was looking.
  bool busy() const { return busy_; }

 private:
  struct Seen {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type changed{};
    bool operator==(const Seen&) const = default;
  };
  using Files = std::map<std::filesystem::path, Seen>;
  static std::optional<Seen> seenAt(const std::filesystem::path& file);
  static bool young(const Seen& seen, Time now);
  void bringBack();
  Result<Files> settled(Time now);
  Result<std::filesystem::path> moveTo(const std::filesystem::path& where, const std::filesystem::path& file) const;
  Status putAway(const Suite& suite, ReceivedFile& file);
  Status putUnpackedAway(const Suite& suite, ReceivedFile& file);
  std::vector<std::filesystem::path> waiters() const;

  std::filesystem::path folder_;
  const SigningKey* key_;
  bool waitersTried_ = false, busy_ = false;
  Files seen_, unfinished_, refused_;
};

}  // namespace cchc
