#include "core/base/files/new_file.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace cchc {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark = ".part";

// An error names the file that was asked for, since nobody knows of the one that is written.
tl::unexpected<Error> failureAt(const fs::path& asked, Error error) {
  error.place = asked.string();
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace

NewFile::NewFile(fs::path asked, fs::path target, fs::path path)
    : asked_(std::move(asked)), target_(std::move(target)), path_(std::move(path)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : asked_(std::move(other.asked_)),
      target_(std::move(other.target_)),
      path_(std::exchange(other.path_, fs::path())) {}

NewFile::~NewFile() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove(path_, ignored);
}

Result<NewFile> NewFile::create(const fs::path& target, platform::Readers readers) {
  std::error_code failed;
  auto real = target;
  if (fs::is_symlink(target, failed)) {
    real = fs::weakly_canonical(target, failed);
    if (failed) return fail("file.write", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  }
  const auto kind = fs::status(real, failed).type();
  if (kind != fs::file_type::regular && kind != fs::file_type::not_found && kind != fs::file_type::none)
    return fail("file.not-a-file", target.string(), {}, ErrorKind::failure);
  // A number for each writer of this program; another program's leftover may have the same name.
  static std::atomic<unsigned> made = 0;
  for (;;) {
    auto path = real;
    path += mark + std::to_string(platform::processId()) + "-" + std::to_string(++made);
    const auto created = platform::createFile(path, readers);
    if (!created) return failureAt(target, created.error());
    if (*created) return NewFile(target, real, std::move(path));
  }
}

Status NewFile::finish() {
  auto done = platform::flushFile(path_);
  if (done) done = platform::moveFile(path_, target_);
  if (!done) return failureAt(asked_, done.error());
  path_.clear();
  return {};
}

namespace platform {

Status writeFileDurably(const fs::path& path, std::string_view bytes, Readers readers) {
  CCHC_TRY(auto file, NewFile::create(path, readers));
  if (const auto written = writeBytes(file.path(), bytes); !written) return failureAt(path, written.error());
  return file.finish();
}

}  // namespace platform
}  // namespace cchc
