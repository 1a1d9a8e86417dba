#include "core/app/receive/inbox.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "core/app/receive/early_packages.h"
#include "core/app/receive/package_files.h"
#include "core/app/receive/receipts.h"
#include "core/app/receive/receive.h"
#include "core/base/platform.h"
#include "core/base/texts.h"
#include "core/exchange/package/package.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// How long a file that ends in the middle may stay unchanged before it is refused: a copy over a slow line pauses.
constexpr std::chrono::minutes patience{5};

// The file is damaged, or not all of it is there yet.
bool endsInTheMiddle(const ReceivedFile& file) {
  return file.refusal && (file.refusal->code == "package.cut-short" || file.refusal->code == "package.empty" ||
                          file.refusal->code == "zip.damaged");
}

// Only one program scans a folder at a time. If no lock can be created, the scan continues: files cannot be moved there
// either, and that is reported.
bool isScannedElsewhere(const Result<platform::FileLock>& lock) { return lock && !lock->held(); }

fs::path textFor(const fs::path& file) {
  auto text = file;
  return text += ".txt";
}

}  // namespace

std::optional<Inbox::FileState> Inbox::stateOf(const fs::path& file) {
  std::error_code gone;
  FileState state;
  state.size = fs::file_size(file, gone);
  if (!gone) state.changed = fs::last_write_time(file, gone);
  return gone ? std::nullopt : std::optional(state);
}

bool Inbox::changedLately(const FileState& state, Time now) {
  const auto age = now - std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(state.changed));
  return age < patience && age > -patience;  // a date far in the future proves nothing
}

// The files that have not changed since the last scan.
Result<Inbox::Files> Inbox::settledFiles(Time now) {
  std::error_code failed;
  Files all, ready, unfinished;
  std::vector<fs::path> others;
  const auto names = packageFilesIn(folder_, failed, &others);
  if (failed) return fail("inbox.no-folder", folder_.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  for (const auto& name : names) {
    const auto file = folder_ / name;
    const auto seen = stateOf(file);
    if (!seen) continue;
    const auto before = seen_.find(file);
    const bool unchanged = before != seen_.end() && before->second == *seen && !platform::isOpenForWriting(file);
    if (const auto cut = unfinished_.find(file);
        unchanged && cut != unfinished_.end() && cut->second == *seen && changedLately(*seen, now)) {
      unfinished.insert(*cut);
      all.emplace(file, *seen);
    } else {
      (unchanged ? ready : all).emplace(file, *seen);
    }
  }
  seen_ = std::move(all);
  unfinished_ = std::move(unfinished);
  notePassedOver(others);
  return ready;
}

// What is no package is told once, and not while it may still be written and then get another name.
void Inbox::notePassedOver(const std::vector<fs::path>& names) {
  newPassedOver_.clear();
  Files others;
  for (const auto& name : names) {
    const auto seen = stateOf(folder_ / name).value_or(FileState());  // of a folder: none
    const auto before = others_.find(name);
    const bool settled = before != others_.end() && before->second == seen;
    if (settled && !platform::isOpenForWriting(folder_ / name) && toldOthers_.insert(name).second)
      newPassedOver_.push_back(name);
    others.emplace(name, seen);
  }
  others_ = std::move(others);
}

// The file keeps its name, or gets the next free one; if a file of that name has the same bytes, this one is removed.
Result<fs::path> Inbox::moveTo(const fs::path& subfolder, const fs::path& file) const {
  std::error_code failed;
  const auto folder = folder_ / subfolder;
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
  // Another program has moved it: a lock held by another PC may not be visible here.
  std::error_code gone;
  if (failed == std::errc::no_such_file_or_directory && !fs::exists(file, gone)) return target;
  if (failed)
    return fail("inbox.move", file.string(), {{"target", target.string()}, {"reason", failed.message()}},
                ErrorKind::failure);
  return target;
}

Status Inbox::moveProcessed(const Suite& suite, ReceivedFile& file) {
  if (!file.refusal) {
    CCHC_CHECK(writeReceiptFor(suite, file, folder_ / "receipts", key_));
    CCHC_TRY(file.file, moveTo("archive", file.file));
    return {};
  }
  const bool waits = waitsForUpdate(*file.refusal);
  CCHC_TRY(file.file, moveTo(waits ? "waiting" : "refused", file.file));
  if (waits) {
    file.result = ReceiveResult::waiting;
    CCHC_CHECK(writeReceiptFor(suite, file, folder_ / "receipts", key_));
  }
  const auto why = messageLine(*file.refusal, Language::vi) + "\n" + messageLine(*file.refusal, Language::en) + "\n";
  CCHC_CHECK(platform::writeFileDurably(textFor(file.file), why));
  if (const auto seen = stateOf(file.file)) refused_[file.file] = *seen;
  return {};
}

// For a file from a zip: if it is refused or has to wait, it is written as a separate file.
Status Inbox::moveUnpacked(const Suite& suite, ReceivedFile& file) {
  if (!file.refusal) return writeReceiptFor(suite, file, folder_ / "receipts", key_);
  std::error_code ignored;
  const auto folder = folder_ / (waitsForUpdate(*file.refusal) ? "waiting" : "refused");
  fs::create_directories(folder, ignored);
  const auto name = file.file.filename();
  auto target = folder / name;
  const auto occupied = [&](const fs::path& path) {
    if (!fs::exists(path, ignored)) return false;
    const auto there = readFile(path, packageLimit);
    return !there || *there != file.unpacked;
  };
  for (int number = 2; occupied(target); ++number)
    target = folder / (name.stem().string() + " (" + std::to_string(number) + ")" + name.extension().string());
  if (!file.unpacked.empty()) CCHC_CHECK(platform::writeFileDurably(target, file.unpacked));
  CCHC_CHECK(platform::writeFileDurably(textFor(target), messageLine(*file.refusal, Language::vi) + "\n" +
                                                             messageLine(*file.refusal, Language::en) + "\n"));
  if (const auto seen = stateOf(target)) refused_[target] = *seen;
  file.file = target;
  if (!waitsForUpdate(*file.refusal)) return {};
  file.result = ReceiveResult::waiting;
  return writeReceiptFor(suite, file, folder_ / "receipts", key_);
}

// Moves a refused file back into the inbox when it has changed since: someone corrected it, or copied it again.
void Inbox::retryChanged() {
  std::error_code failed;
  for (const auto& file : packagesDirectlyIn(folder_ / "refused")) {
    const auto seen = stateOf(file);
    const auto reason = stateOf(textFor(file));
    if (!seen || !reason) continue;
    const auto before = refused_.find(file);
    const bool changed = before != refused_.end() ? before->second != *seen : seen->changed > reason->changed;
    if (!changed) {
      refused_[file] = *seen;
      continue;
    }
    if (!moveTo({}, file)) continue;
    fs::remove(textFor(file), failed);
    refused_.erase(file);
  }
}

Status Inbox::scan(Suite& suite, unsigned threads, const std::function<void(const ReceivedFile&)>& onFile,
                   const ProgressCallback& progress) {
  const auto lock = platform::FileLock::acquire(folder_ / inboxLock);
  busy_ = isScannedElsewhere(lock);
  if (busy_) return {};
  retryChanged();
  CCHC_TRY(const auto ready, settledFiles(suite.now()));
  if (!newPassedOver_.empty()) onFile(passedOverIn(folder_, newPassedOver_));
  std::vector<fs::path> files;
  if (!waitingTried_) files = packagesDirectlyIn(folder_ / "waiting");
  for (const auto& [file, seen] : ready) files.push_back(file);
  if (files.empty()) return {};
  Status moved;
  std::error_code ignored;
  std::set<fs::path> unpacked;
  CCHC_CHECK(receiveFiles(
      suite, files, threads,
      [&](const ReceivedFile& received) {
        if (received.result == ReceiveResult::passedOver) return onFile(received);
        auto file = received;
        if (ready.contains(file.file.parent_path())) {
          unpacked.insert(file.file.parent_path());
          if (auto done = moveUnpacked(suite, file); !done && moved) moved = done;
          onFile(file);
          return;
        }
        const bool waited = file.file.parent_path() == folder_ / "waiting";
        if (waited && file.refusal && waitsForUpdate(*file.refusal))
          return;  // it keeps waiting, as was reported before
        if (const auto seen = ready.find(file.file);
            seen != ready.end() && endsInTheMiddle(file) && changedLately(seen->second, suite.now())) {
          unfinished_.insert(*seen);
          seen_.insert(*seen);
          return;
        }
        if (waited) fs::remove(textFor(file.file), ignored);
        if (auto done = moveProcessed(suite, file); !done && moved) moved = done;
        onFile(file);
      },
      ReceiveMode::inbox, progress));
  for (const auto& zip : unpacked) {
    if (auto done = moveTo("archive", zip); !done && moved) moved = tl::unexpected<Error>(done.error());
  }
  waitingTried_ = true;
  return moved;
}

}  // namespace cchc
