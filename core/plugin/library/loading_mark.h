// Notes which library is being loaded, so that one that ends the program is known at the next start. Private to
// plugin/.
//
// One file for each library, beside the user's data, which is there only while the library is loaded, or if the program
// ended meanwhile. A program that ends by exit or a crash says so in it; a program that was killed does not, so such a
// file counts only if it happens twice in a row. Programs that start at the same time do not see each other's files.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/platform.h"

namespace cchc {

// Held while a program loads its plugins: another program that is loading meanwhile makes no notes.
class LoadingMarks {
 public:
  // `folder`: made if it is not there; empty, or one that cannot be written to: nothing is noted.
  explicit LoadingMarks(std::filesystem::path folder);
  LoadingMarks(const LoadingMarks&) = delete;
  LoadingMarks& operator=(const LoadingMarks&) = delete;

  // The file in which a library is noted.
  std::filesystem::path fileOf(const std::filesystem::path& library) const;
  // Whether the program ended while this library was loaded, and the library has not changed since.
  bool endedIn(const std::filesystem::path& library) const;
  // Whether this program may make notes.
  bool active() const;

 private:
  std::filesystem::path folder_;
  std::optional<platform::FileLock> lock_;
};

// The note on one library, from before it is loaded until it has registered.
class LoadingMark {
 public:
  LoadingMark(const LoadingMarks& marks, const std::filesystem::path& library);
  ~LoadingMark();  // the library did not end the program
  LoadingMark(const LoadingMark&) = delete;
  LoadingMark& operator=(const LoadingMark&) = delete;

  // Called while the program ends in the library.
  void keep();

 private:
  struct Crash;
  std::filesystem::path file_;  // empty: nothing is noted
  std::unique_ptr<Crash> crash_;
};

}  // namespace cchc
