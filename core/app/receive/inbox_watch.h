// An inbox that is looked at again and again, from a command or from a thread beside the window: what keeps it from its
// work passes, is told once, and the next look goes on.
#pragma once
#include "core/app/receive/inbox.h"

namespace cchc {

// What one look found.
struct InboxLook {
  std::vector<ReceivedFile>
      files;  // taken in, refused (`refusal`) or put into waiting/ (isForLater), in order, each with its new place
  std::size_t growing = 0;     // files that lie there and are not whole yet, or were seen for the first time
  std::size_t unfinished = 0;  // those of them that end in the middle and may still grow
  bool busy =
      false;  // not looked: another program on the same folder was looking just then, and takes in what is there
  std::optional<Error> trouble;  // what kept the look from its work, when it is new; not again while it lasts
  bool failing = false;          // something does, whether new or not
  bool passed = false;           // what was told before is over
};

// Keeps what it saw from one look to the next, so one watch looks at one folder for as long as that is wanted. The
// suite may be another one at each look. One thread at a time. A fault changes nothing: files that were not taken in
// lie where they lay.
class InboxWatch {
 public:
  // `key`: signs the receipts; borrowed.
  explicit InboxWatch(std::filesystem::path folder, const SigningKey* key = nullptr) : inbox_(std::move(folder), key) {}

  // The first look takes in nothing: a file must have stood still from one look to the next, a second apart or more.
  InboxLook look(Suite& suite, unsigned threads = 1);

 private:
  Inbox inbox_;
  std::optional<Error> trouble_;
};

// Whether a fault may pass by itself: a connection, a disk, a folder. Not a damaged store.
bool mayPass(const Error& trouble);

}  // namespace cchc
