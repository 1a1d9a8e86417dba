// What the desktop did, for whoever is asked for help: a text file beside the settings. No figure of a section, no
// password, goes into it.
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
  // Nothing is written before the first line. A folder that cannot be written to costs the log, never the work.
  ActivityLog(std::filesystem::path file, const Clock& clock) : file_(std::move(file)), clock_(clock) {}

  // One line: time (UTC), kind, text; line ends in the text become spaces. At 1 MB the file becomes FILE.1 and a new
  // one begins. From any thread.
  void note(std::string_view kind, std::string_view text);
  // An error by its code and place: its words may hold figures.
  void note(const Error& error);
  // Both files in one, the older lines first; "" where there are none.
  std::string all() const;

 private:
  std::filesystem::path older() const;

  std::filesystem::path file_;
  const Clock& clock_;
  mutable std::mutex mutex_;
};

}  // namespace cchc
