// A folder into which packages are put at any time: by mail, from a USB stick or over the network.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/app/receive/received_file.h"
#include "core/app/suite/progress.h"
#include "core/app/suite/suite.h"
#include "core/signing/key.h"

namespace cchc {

// Where files are moved, all inside the folder:
//   archive/   what was received; the same bytes under the same name are kept once
//   receipts/  a receipt for each package that was received
//   refused/   what was refused, with FILE.txt that gives the reason; a file that is changed there is tried again
//   waiting/   what needs a newer program; it is tried again when an Inbox is next opened on the folder
// A zip goes to archive/ once its packages have been received; packages in it that are refused or have to wait are
// written to refused/ or waiting/ as separate files.
// A file is left alone until it has not changed from one scan to the next, since it may still be written. A file that
// ends in the middle may still grow: it is refused only when nobody has written to it for some minutes.
// A file is moved only after its transaction: if the program is killed in between, the file is received again, which
// changes nothing. Several programs may use one folder; only one scans at a time.
// Not thread-safe.
class Inbox {
 public:
  // `key`: signs the receipts; borrowed; nullptr: they are not signed.
  explicit Inbox(std::filesystem::path folder, const SigningKey* key = nullptr)
      : folder_(std::move(folder)), key_(key) {}

  // Receives the files that have not changed since the last scan. `onFile` as in receiveFiles, with the file's new
  // path. Does nothing while another program scans the folder (busy()). `progress` as in receiveFiles.
  // Errors:
  //   inbox.no-folder   the folder cannot be read
  //   inbox.move        a file cannot be moved
  //   and those of receiveFiles and of writeReceiptFor
  Status scan(Suite& suite, unsigned threads, const std::function<void(const ReceivedFile&)>& onFile,
              const ProgressCallback& progress = {});
  // The number of files that were seen but not received yet, since they may still grow; and of those that end in the
  // middle.
  std::size_t waiting() const { return seen_.size(); }
  std::size_t unfinished() const { return unfinished_.size(); }
  // True if the last scan was skipped because another program was scanning.
  bool busy() const { return busy_; }

 private:
  struct FileState {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type changed{};
    bool operator==(const FileState&) const = default;
  };
  using Files = std::map<std::filesystem::path, FileState>;
  static std::optional<FileState> stateOf(const std::filesystem::path& file);
  static bool changedLately(const FileState& state, Time now);
  void retryChanged();
  void notePassedOver(const std::vector<std::filesystem::path>& names);
  Result<Files> settledFiles(Time now);
  Result<std::filesystem::path> moveTo(const std::filesystem::path& subfolder, const std::filesystem::path& file) const;
  Status moveProcessed(const Suite& suite, ReceivedFile& file);
  Status moveUnpacked(const Suite& suite, ReceivedFile& file);

  std::filesystem::path folder_;
  const SigningKey* key_;
  bool waitingTried_ = false, busy_ = false;
  Files seen_, unfinished_, refused_;
  Files others_;                                      // what is no package, as it was in the last scan
  std::set<std::filesystem::path> toldOthers_;        // which of it was told
  std::vector<std::filesystem::path> newPassedOver_;  // by the last scan
};

}  // namespace cchc
