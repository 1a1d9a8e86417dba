// Looks at a file before it is loaded as a library, so that what is no library, or only a part of one, cannot stop or
// end the program. Private to plugin/.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

// A file that is read piece by piece, and never beyond its end.
class LibraryFile {
 public:
  explicit LibraryFile(const std::filesystem::path& path);
  bool readable() const { return readable_; }
  std::uint64_t size() const { return size_; }
  // Whether `count` bytes at `offset` are in the file.
  bool holds(std::uint64_t offset, std::uint64_t count) const { return offset <= size_ && count <= size_ - offset; }
  // False if they are not in the file.
  bool read(std::uint64_t offset, std::span<unsigned char> out) const;
  // At most 64 MB; nullopt: they are not in the file.
  std::optional<std::string> bytes(std::uint64_t offset, std::uint64_t count) const;
  // A number of `bytes` bytes, least significant first; nullopt: not in the file.
  std::optional<std::uint64_t> number(std::uint64_t offset, unsigned bytes) const;
  // Whether the text `wanted` stands at the offset, with a zero behind it.
  bool textAt(std::uint64_t offset, std::string_view wanted) const;

 private:
  mutable std::ifstream stream_;
  std::uint64_t size_ = 0;
  bool readable_ = false;
};

// The two functions that a plugin exports.
inline constexpr std::array<std::string_view, 2> pluginFunctions = {"cchc_plugin_info", "cchc_plugin_register"};

// Errors, at the file:
//   plugin.not-regular     it is a folder, a pipe, a device or a link to nothing
//   plugin.unreadable      it cannot be opened
//   plugin.not-a-library   it is no library for this system and processor
//   plugin.truncated       a part of it is missing
//   plugin.no-symbols      it lacks one of the pluginFunctions
Status checkRegular(const std::filesystem::path& file);  // only the first error
Status checkLibrary(const std::filesystem::path& file);

// The same for the two formats; without a place. Libraries of 64 bits alone.
Status checkElf(const LibraryFile& file, const LibraryFile& program);  // ELF, for the machine of `program`
Status checkPe(const LibraryFile& file, const LibraryFile& program);   // PE, the same

}  // namespace cchc
