#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/base/platform.h"

namespace cchc {

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) {
    return fail("file.read", path.string(), {{"reason", std::strerror(EISDIR)}}, ErrorKind::failure);
  }
  errno = 0;
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  if (!stream)
    return fail("file.read", path.string(), {{"reason", std::strerror(errno != 0 ? errno : ENOENT)}},
                ErrorKind::failure);
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(stream.tellg(), 0));
  if (size > limit) {
    return fail("file.too-large", path.string(),
                {{"size", std::to_string(size >> 20U)}, {"limit", std::to_string(limit >> 20U)}});
  }
  std::string bytes(size, '\0');
  stream.seekg(0);
  if (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return fail("file.read", path.string(), {{"reason", std::strerror(errno != 0 ? errno : EIO)}}, ErrorKind::failure);
  }
  return bytes;
}

}  // namespace cchc
