// Scans an inbox repeatedly, for a command or for a thread of the window. A fault is reported once, and scanning
// continues.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/app/receive/inbox.h"

namespace cchc {

// What one scan found.
struct InboxScan {
  std::vector<ReceivedFile> files;  // received, refused or put into waiting/ (waitsForUpdate), in order, each with its
                                    // new path
  std::size_t growing = 0;          // files that are incomplete, or were seen for the first time
  std::size_t unfinished = 0;       // how many of those end in the middle and may still grow
  bool busy = false;                // nothing was scanned: another program scans the folder and receives its files
  std::optional<Error> trouble;     // a fault that stopped the scan, when it is a new one
  bool failing = false;             // a fault stopped the scan, new or not
  bool passed = false;              // the previously reported fault has cleared
};

// Remembers what it saw in the last scan, so one watch belongs to one folder. Each call may use another suite. One
// thread at a time. A fault changes nothing: files that were not received stay where they are.
class InboxWatch {
 public:
  // `key`: signs the receipts; borrowed; nullptr: they are not signed.
  explicit InboxWatch(std::filesystem::path folder, const SigningKey* key = nullptr) : inbox_(std::move(folder), key) {}

  // The first scan receives nothing, since a file must be unchanged between two scans. Leave a second or more between
  // two scans. After a fault of the store, its connection is reopened first. If `progress` asks to stop, the rest is
  // left for the next scan.
  InboxScan scan(Suite& suite, unsigned threads = 1, const ProgressCallback& progress = {});

 private:
  Inbox inbox_;
  std::optional<Error> trouble_;
};

// Whether a fault may clear by itself, like one of a connection, a disk or a folder. False for a damaged store.
bool mayPass(const Error& trouble);

}  // namespace cchc
