#include "core/app/suite/activity_log.h"

#include <algorithm>
#include <fstream>

#include "core/base/platform.h"

namespace cchc {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest = 1U << 20U;

}  // namespace

fs::path ActivityLog::older() const {
  auto path = file_;
  path += ".1";
  return path;
}

void ActivityLog::note(std::string_view kind, std::string_view text) {
  const std::lock_guard lock(mutex_);
  std::error_code failed;
  static_cast<void>(platform::createPrivateFolder(file_.parent_path()));
  static_cast<void>(platform::createFile(file_, platform::Readers::ownerAlone));  // unless it is there
  platform::closeToOthers(file_);
  if (const auto size = fs::file_size(file_, failed); !failed && size > largest) fs::rename(file_, older(), failed);
  std::string line = timeText(clock_.now()) + " " + std::string(kind) + " " + std::string(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  std::ofstream(file_, std::ios::binary | std::ios::app) << line << '\n';
}

void ActivityLog::note(const Error& error) {
  note("error", error.code + (error.place.empty() ? "" : " at " + error.place));
}

std::string ActivityLog::all() const {
  const std::lock_guard lock(mutex_);
  std::string text;
  for (const auto& file : {older(), file_}) {
    if (auto bytes = readFile(file, std::size_t(8) << 20U)) text += *bytes;
  }
  return text;
}

}  // namespace cchc
