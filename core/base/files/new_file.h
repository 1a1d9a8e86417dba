// A file that appears under its name when it is complete, or not at all.
#pragma once
#include <filesystem>

#include "core/base/platform.h"
#include "core/base/result.h"

namespace cchc {

// It is written under a name of its own in the same folder, so that two writers of one file do not mix, whether they
// are two programs or two threads: the last one to finish gives the file.
class NewFile {
 public:
  // A link is followed: the file that it leads to is replaced, and the link stays.
  // Errors, with `target` as the place:
  //   file.write         with the system's reason
  //   file.not-a-file    the target is a folder, a device or a pipe
  static Result<NewFile> create(const std::filesystem::path& target,
                                platform::Readers readers = platform::Readers::asSet);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();  // removes what was written, unless it was finished

  // Where to write; the file is there, and empty.
  const std::filesystem::path& path() const { return path_; }
  // Flushes what was written to the disk, and gives it its name.
  // Error file.write, with the target as the place
  Status finish();

 private:
  NewFile(std::filesystem::path asked, std::filesystem::path target, std::filesystem::path path);
  std::filesystem::path asked_, target_, path_;
};

}  // namespace cchc
