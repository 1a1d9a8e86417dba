#include "core/plugin/library/library_file.h"

#include "core/base/platform.h"

namespace cchc {

namespace fs = std::filesystem;

LibraryFile::LibraryFile(const fs::path& path) : stream_(path, std::ios::binary) {
  stream_.seekg(0, std::ios::end);
  const auto end = stream_.tellg();
  readable_ = stream_.good() && end >= 0;
  if (readable_) size_ = static_cast<std::uint64_t>(end);
}

bool LibraryFile::read(std::uint64_t offset, std::span<unsigned char> out) const {
  if (!holds(offset, out.size())) return false;
  stream_.clear();
  stream_.seekg(static_cast<std::streamoff>(offset));
  stream_.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()));
  return stream_.good();
}

std::optional<std::string> LibraryFile::bytes(std::uint64_t offset, std::uint64_t count) const {
  constexpr std::uint64_t most = std::uint64_t(64) << 20U;
  if (count > most || !holds(offset, count)) return std::nullopt;
  std::string found(count, '\0');
  if (!read(offset, std::span(reinterpret_cast<unsigned char*>(found.data()), found.size()))) return std::nullopt;
  return found;
}

std::optional<std::uint64_t> LibraryFile::number(std::uint64_t offset, unsigned bytes) const {
  std::array<unsigned char, 8> raw{};
  if (bytes > raw.size() || !read(offset, std::span(raw).first(bytes))) return std::nullopt;
  std::uint64_t value = 0;
  for (unsigned i = bytes; i > 0; --i) value = value << 8U | raw[i - 1];
  return value;
}

bool LibraryFile::textAt(std::uint64_t offset, std::string_view wanted) const {
  std::string found(wanted.size() + 1, ' ');
  const std::span bytes(reinterpret_cast<unsigned char*>(found.data()), found.size());
  return read(offset, bytes) && found.back() == '\0' && std::string_view(found).substr(0, wanted.size()) == wanted;
}

Status checkRegular(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (fs::is_regular_file(status)) return {};
  return fail("plugin.not-regular", file.string());
}

Status checkLibrary(const fs::path& file) {
  CCHC_CHECK(checkRegular(file));
  const LibraryFile library(file), program(platform::programPath());
  if (!library.readable()) return fail("plugin.unreadable", file.string());
#if defined(_WIN32)
  auto checked = checkPe(library, program);
#else
  auto checked = checkElf(library, program);
#endif
  if (checked) return {};
  auto error = std::move(checked).error();
  error.place = file.string();
  return fail(std::move(error));
}

}  // namespace cchc
