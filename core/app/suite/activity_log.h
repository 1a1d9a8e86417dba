// A log of what the desktop program did, for support: a text file next to the settings. It contains neither figures of
// sections nor passwords.
#pragma once
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace cchc {

class ActivityLog {
 public:
  // The file is created with the first line. If it cannot be written, there is no log, and nothing else fails.
  // `clock`: borrowed; must outlive the log.
  ActivityLog(std::filesystem::path file, const Clock& clock) : file_(std::move(file)), clock_(clock) {}

  // Adds a line: time (UTC), kind, text. Line ends in the text become spaces. At 1 MB the file is renamed FILE.1, and a
  // new one begins. From any thread.
  void note(std::string_view kind, std::string_view text);
  // Adds an error by its code and place only, since its text may contain figures.
  void note(const Error& error);
  const std::filesystem::path& file() const { return file_; }
  // The lines of both files, the older ones first; "" if there are none.
  std::string all() const;

 private:
  std::filesystem::path older() const;

  std::filesystem::path file_;
  const Clock& clock_;
  mutable std::mutex mutex_;
};

}  // namespace cchc
