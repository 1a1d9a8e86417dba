#include "core/app/inbox.h"

#include <algorithm>

#include "core/base/platform.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

// Made by a newer program, or by a newer version of a form: nothing is wrong with it.
bool isForLater(const Error& refusal) { return refusal.code == "package.newer-definition" || refusal.code == "package.newer-format"; }

bool isPackageName(const fs::path& file) { return file.extension() == ".cchc" || file.extension() == ".xml"; }

}  // namespace

// Files that are as they were at the last look, in order of name.
Result<std::vector<fs::path>> Inbox::settled() {
  std::error_code failed;
  std::map<fs::path, Seen> now;
  std::vector<fs::path> ready;
  auto entries = fs::directory_iterator(folder_, failed);
  if (failed) return fail("inbox.no-folder", folder_.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  for (const auto& entry : entries) {
    std::error_code gone;  // a file may go while it is looked at
    if (!isPackageName(entry.path()) || !entry.is_regular_file(gone)) continue;
    const Seen seen{entry.file_size(gone), entry.last_write_time(gone)};
    if (gone) continue;
    const auto before = seen_.find(entry.path());
    if (before != seen_.end() && before->second == seen) ready.push_back(entry.path());
    else now.emplace(entry.path(), seen);
  }
  seen_ = std::move(now);
  std::sort(ready.begin(), ready.end());
  return ready;
}

// Under its own name, or the next free one: two files of one name are two files.
Result<fs::path> Inbox::moveTo(const char* where, const fs::path& file) const {
  std::error_code failed;
  fs::create_directories(folder_ / where, failed);
  auto target = folder_ / where / file.filename();
  for (int number = 2; fs::exists(target, failed); ++number) {
    target = folder_ / where / (file.stem().string() + " (" + std::to_string(number) + ")" + file.extension().string());
  }
  fs::rename(file, target, failed);
  if (failed) return fail("inbox.move", file.string(), {{"target", target.string()}, {"reason", failed.message()}}, ErrorKind::failure);
  return target;
}

Status Inbox::putAway(ReceivedFile& file) const {
  if (!file.refusal) {
    CCHC_CHECK(writeReceiptFor(suite_, file, folder_ / "receipts", key_));
    CCHC_TRY(file.file, moveTo("archive", file.file));
    return {};
  }
  const char* where = isForLater(*file.refusal) ? "waiting" : "refused";
  CCHC_TRY(file.file, moveTo(where, file.file));
  const auto why = messageLine(*file.refusal, Language::vi) + "\n" + messageLine(*file.refusal, Language::en) + "\n";
  return platform::writeFileDurably(fs::path(file.file.string() + ".txt"), why);
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

Status Inbox::look(unsigned threads, const std::function<void(const ReceivedFile&)>& tell) {
  CCHC_TRY(auto files, settled());
  if (!waitersTried_) {
    const auto waiting = waiters();
    files.insert(files.begin(), waiting.begin(), waiting.end());
  }
  waitersTried_ = true;
  if (files.empty()) return {};
  Status moved;
  std::error_code ignored;
  CCHC_CHECK(receiveFiles(suite_, files, threads, [&](const ReceivedFile& received) {
    auto file = received;
    const bool waited = file.file.parent_path() == folder_ / "waiting";
    if (waited && file.refusal && isForLater(*file.refusal)) return;  // waits still, as was told before
    if (waited) fs::remove(fs::path(file.file.string() + ".txt"), ignored);
    if (auto away = putAway(file); !away && moved) moved = away;
    tell(file);
  }));
  return moved;
}

}  // namespace cchc
