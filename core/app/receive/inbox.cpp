#include "core/app/receive/inbox.h"

#include <algorithm>
#include <boost/interprocess/sync/file_lock.hpp>
#include <fstream>
#include <set>

#include "core/app/send/package_files.h"
#include "core/base/platform.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// How long a file that ends in the middle is waited for after it was last written to: a copy over a slow line pauses.
constexpr std::chrono::minutes patience{5};

// Ends in the middle: damaged, or not all there yet.
bool endsInTheMiddle(const ReceivedFile& file) {
  return file.refusal && (file.refusal->code == "package.cut-short" || file.refusal->code == "package.empty" ||
                          file.refusal->code == "zip.damaged");
}

// One program looks at a time. Where there can be no lock, nothing can be moved either, and that is told.
class Turn {
 public:
  explicit Turn(const fs::path& folder) {
    const auto name = (folder / ".cchc-inbox.lock").string();
    std::ofstream(name, std::ios::app).close();
    try {
      lock_ = boost::interprocess::file_lock(name.c_str());
      mine_ = lock_.try_lock();
    } catch (const boost::interprocess::interprocess_exception&) {
      mine_ = true;
    }
  }
  bool mine() const { return mine_; }

 private:
  boost::interprocess::file_lock lock_;  // closing it gives it up
  bool mine_ = false;
};

fs::path textBeside(const fs::path& file) {
  auto text = file;
  return text += ".txt";
}

}  // namespace

std::optional<Inbox::Seen> Inbox::seenAt(const fs::path& file) {
  std::error_code gone;
  Seen seen;
  seen.size = fs::file_size(file, gone);
  if (!gone) seen.changed = fs::last_write_time(file, gone);
  return gone ? std::nullopt : std::optional(seen);
}

bool Inbox::young(const Seen& seen, Time now) {
  const auto age = now - std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(seen.changed));
  return age < patience && age > -patience;  // a date far ahead says nothing
}

// Files that are as they were at the last look.
Result<Inbox::Files> Inbox::settled(Time now) {
  std::error_code failed;
  Files all, ready, unfinished;
  const auto names = packageFilesIn(folder_, failed);
  if (failed) return fail("inbox.no-folder", folder_.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  for (const auto& name : names) {
    const auto file = folder_ / name;
    const auto seen = seenAt(file);
    if (!seen) continue;
    const auto before = seen_.find(file);
    const bool stood = before != seen_.end() && before->second == *seen && !platform::openForWriting(file);
    if (const auto short_ = unfinished_.find(file);
        stood && short_ != unfinished_.end() && short_->second == *seen && young(*seen, now)) {
      unfinished.insert(*short_);
      all.emplace(file, *seen);
    } else {
      (stood ? ready : all).emplace(file, *seen);
    }
  }
  seen_ = std::move(all);
  unfinished_ = std::move(unfinished);
  return ready;
}

// Under its own name, or the next free one: two files of one name are two files, unless they are the same.
Result<fs::path> Inbox::moveTo(const fs::path& where, const fs::path& file) const {
  std::error_code failed;
  const auto folder = folder_ / where;
  fs::create_directories(folder, failed);
  auto target = folder / file.filename();
  for (int number = 2; fs::exists(target, failed); ++number) {
    if (sameBytes(file, target)) {
      fs::remove(file, failed);
      if (failed) break;
      return target;
    }
    target = folder / (file.stem().string() + " (" + std::to_string(number) + ")" + file.extension().string());
  }
  if (!failed) fs::rename(file, target, failed);
  // Another program has put it away: on another PC the lock may not hold.
  if (failed == std::errc::no_such_file_or_directory && !fs::exists(file)) return target;
  if (failed)
    return fail("inbox.move", file.string(), {{"target", target.string()}, {"reason", failed.message()}},
                ErrorKind::failure);
  return target;
}

Status Inbox::putAway(const Suite& suite, ReceivedFile& file) {
  if (!file.refusal) {
    CCHC_CHECK(writeReceiptFor(suite, file, folder_ / "receipts", key_));
    CCHC_TRY(file.file, moveTo("archive", file.file));
    return {};
  }
  CCHC_TRY(file.file, moveTo(isForLater(*file.refusal) ? "waiting" : "refused", file.file));
  const auto why = messageLine(*file.refusal, Language::vi) + "\n" + messageLine(*file.refusal, Language::en) + "\n";
  CCHC_CHECK(platform::writeFileDurably(textBeside(file.file), why));
  if (const auto seen = seenAt(file.file)) refused_[file.file] = *seen;
  return {};
}

// Of a file out of a zip: what is refused or waits becomes a file of its own.
Status Inbox::putUnpackedAway(const Suite& suite, ReceivedFile& file) {
  if (!file.refusal) return writeReceiptFor(suite, file, folder_ / "receipts", key_);
  std::error_code ignored;
  const auto where = folder_ / (isForLater(*file.refusal) ? "waiting" : "refused");
  fs::create_directories(where, ignored);
  const auto name = file.file.filename();
  auto target = where / name;
  const auto taken = [&](const fs::path& path) {
    if (!fs::exists(path, ignored)) return false;
    const auto there = readFile(path, packageLimit);
    return !there || *there != file.unpacked;
  };
  for (int number = 2; taken(target); ++number)
    target = where / (name.stem().string() + " (" + std::to_string(number) + ")" + name.extension().string());
  if (!file.unpacked.empty()) CCHC_CHECK(platform::writeFileDurably(target, file.unpacked));
  CCHC_CHECK(platform::writeFileDurably(textBeside(target), messageLine(*file.refusal, Language::vi) + "\n" +
                                                                messageLine(*file.refusal, Language::en) + "\n"));
  if (const auto seen = seenAt(target)) refused_[target] = *seen;
  file.file = target;
  return {};
}

// A refused file that was changed since is as good as a new one: mended by hand, or copied again over the old one.
void Inbox::bringBack() {
  std::error_code failed;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder_ / "refused", failed)) {
    if (isPackageName(entry.path())) files.push_back(entry.path());
  }
  for (const auto& file : files) {
    const auto seen = seenAt(file);
    const auto told = seenAt(textBeside(file));
    if (!seen || !told) continue;
    const auto before = refused_.find(file);
    const bool changed = before != refused_.end() ? before->second != *seen : seen->changed > told->changed;
    if (!changed) {
      refused_[file] = *seen;
      continue;
    }
    if (!moveTo({}, file)) continue;
    fs::remove(textBeside(file), failed);
    refused_.erase(file);
  }
}

std::vector<fs::path> Inbox::waiters() const {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder_ / "waiting", none)) {
    if (isPackageName(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Status Inbox::look(Suite& suite, unsigned threads, const std::function<void(const ReceivedFile&)>& tell) {
  const Turn turn(folder_);
  busy_ = !turn.mine();
  if (busy_) return {};
  bringBack();
  CCHC_TRY(const auto ready, settled(suite.now()));
  std::vector<fs::path> files;
  if (!waitersTried_) files = waiters();
  for (const auto& [file, seen] : ready) files.push_back(file);
  if (files.empty()) return {};
  Status moved;
  std::error_code ignored;
  std::set<fs::path> unpacked;
  CCHC_CHECK(receiveFiles(
      suite, files, threads,
      [&](const ReceivedFile& received) {
        auto file = received;
        if (ready.contains(file.file.parent_path())) {
          unpacked.insert(file.file.parent_path());
          if (auto away = putUnpackedAway(suite, file); !away && moved) moved = away;
          tell(file);
          return;
        }
        const bool waited = file.file.parent_path() == folder_ / "waiting";
        if (waited && file.refusal && isForLater(*file.refusal)) return;  // waits still, as was told before
        if (const auto seen = ready.find(file.file);
            seen != ready.end() && endsInTheMiddle(file) && young(seen->second, suite.now())) {
          unfinished_.insert(*seen);
          seen_.insert(*seen);
          return;
        }
        if (waited) fs::remove(textBeside(file.file), ignored);
        if (auto away = putAway(suite, file); !away && moved) moved = away;
        tell(file);
      },
      false));
  for (const auto& zip : unpacked) {
    if (auto away = moveTo("archive", zip); !away && moved) moved = tl::unexpected<Error>(away.error());
  }
  waitersTried_ = true;
  return moved;
}

}  // namespace cchc
