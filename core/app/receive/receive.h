// Receives files: packages, returns, requests for a return, receipts.
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "core/app/receive/received_file.h"
#include "core/app/suite/progress.h"
#include "core/app/suite/suite.h"

namespace cchc {

enum class ReceiveMode : unsigned char {
  usual,  // a package that came too early is copied into waitingFolder, and tried again, before all others, whenever
          // something is received; it is reported again only if it is then received, or refused for another reason
  inbox,  // the same without keeping them: the caller keeps such files
  // Like inbox, for a unit's own packages that were sent before (rebuild.h): those of closed periods too, and their
  // signatures are judged as of the time of submission.
  rebuild
};

// Receives the files in `paths`, and the packages in the folders in `paths` and below them (package_files.h), in order
// of name. A package is parsed, checked against its definition and its assignment, and stored; a transaction holds at
// most 256 packages. One that was received for another unit, which had its code before, is refused:
// package.other-holder. A refused file changes nothing and stays where it is. `onFile` is called for each file in
// order, after its transaction, on the calling thread. Files are parsed and checked on `threads` threads (0: one per
// processor core); only the calling thread writes to the store. A folder that cannot be read is reported as a refused
// file (file.read). `progress` is called before each transaction. Files that were reported to `onFile` before an error
// are stored. Errors:
//   work.cancelled   `progress` asked to stop before anything was received
//   work.stopped     it did so later
//   and failures of the store: those of identify, of the trust list and of Store
Status receiveFiles(Suite& suite, const std::vector<std::filesystem::path>& paths, unsigned threads,
                    const std::function<void(const ReceivedFile&)>& onFile, ReceiveMode mode = ReceiveMode::usual,
                    const ProgressCallback& progress = {});

}  // namespace cchc
