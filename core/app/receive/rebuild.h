// A unit that has lost its store gets back what it sent: from its own packages, or from the file that the office makes
// of all that was exchanged with it (exchanged.h).
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "core/app/receive/received_file.h"
#include "core/app/suite/suite.h"

namespace cchc {

// `paths`: files, folders and ZIPs of packages, receipts and returns, in any order. If the store knows no units, the
// tables of units, periods and assignments among them set it up first. Packages are received in the order of their
// revisions, then receipts, then returns, so that each section ends in the state that the office has told; its figures
// are those of its last package. What is in the store already stays as it is. `onFile` as for receiveFiles.
// Errors: those of receiveFiles and importTables, and
//   file.read, and those of readZip   for a path that cannot be read as a whole
Status rebuildFromPackages(Suite& suite, const std::vector<std::filesystem::path>& paths, unsigned threads,
                           const std::function<void(const ReceivedFile&)>& onFile);

}  // namespace cchc
