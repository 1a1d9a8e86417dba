// PE: https://learn.microsoft.com/windows/win32/debug/pe-format
#include <algorithm>
#include <optional>

#include "core/plugin/library/library_file.h"

namespace cchc {
namespace {

constexpr std::uint64_t fileHeaderSize = 24, sectionSize = 40, optionalStart = 24, exportDirectory = 112,
                        isLibrary = 0x2000, plus64 = 0x20b, mostNames = 1'000'000;

tl::unexpected<Error> incomplete() { return fail("plugin.truncated"); }
tl::unexpected<Error> noDll() { return fail("plugin.not-a-library"); }

// The place of the PE header; nullopt: the file is no PE file.
std::optional<std::uint64_t> headerOf(const LibraryFile& file) {
  const auto header = file.number(60, 4);
  constexpr std::uint64_t mz = 0x5a4d, pe = 0x4550;
  if (file.number(0, 2) != mz || !header || file.number(*header, 4) != pe) return std::nullopt;
  return header;
}

class PeImage {
 public:
  PeImage(const LibraryFile& file, std::uint64_t header) : file_(file), header_(header) {}

  // All sections are in the file.
  Status checkSections() const {
    for (std::uint64_t i = 0; i < sectionCount(); ++i) {
      const auto size = file_.number(section(i) + 16, 4), offset = file_.number(section(i) + 20, 4);
      if (!size || !offset || (*size != 0 && !file_.holds(*offset, *size))) return incomplete();
    }
    return {};
  }

  bool exportsName(std::string_view wanted) const {
    const auto directory = file_.number(header_ + optionalStart + exportDirectory, 4);
    const auto table = directory ? offsetOf(*directory) : std::nullopt;
    if (!table) return false;
    const auto count = file_.number(*table + 24, 4), names = file_.number(*table + 32, 4);
    const auto list = names ? offsetOf(*names) : std::nullopt;
    if (!count || !list) return false;
    for (std::uint64_t i = 0; i < std::min(*count, mostNames); ++i) {
      const auto address = file_.number(*list + i * 4, 4);
      const auto name = address ? offsetOf(*address) : std::nullopt;
      if (!name) return false;
      if (file_.textAt(*name, wanted)) return true;
    }
    return false;
  }

 private:
  std::uint64_t sectionCount() const { return file_.number(header_ + 6, 2).value_or(0); }
  std::uint64_t section(std::uint64_t index) const {
    return header_ + fileHeaderSize + file_.number(header_ + 20, 2).value_or(0) + index * sectionSize;
  }
  // Where an address of the loaded library is in the file; nullopt: nowhere.
  std::optional<std::uint64_t> offsetOf(std::uint64_t address) const {
    for (std::uint64_t i = 0; i < sectionCount(); ++i) {
      const auto start = file_.number(section(i) + 12, 4), size = file_.number(section(i) + 16, 4),
                 offset = file_.number(section(i) + 20, 4);
      if (start && size && offset && address >= *start && address - *start < *size) return *offset + (address - *start);
    }
    return std::nullopt;
  }

  const LibraryFile& file_;
  std::uint64_t header_;
};

}  // namespace

Status checkPe(const LibraryFile& file, const LibraryFile& program) {
  constexpr std::uint64_t mz = 0x5a4d;
  const auto header = headerOf(file);
  if (!header) return file.number(0, 2) == mz ? incomplete() : noDll();
  if (!file.holds(*header, fileHeaderSize + exportDirectory + 8)) return incomplete();
  const auto flags = file.number(*header + 22, 2);
  if (!flags || (*flags & isLibrary) == 0 || file.number(*header + optionalStart, 2) != plus64) return noDll();
  if (const auto own = headerOf(program); own && file.number(*header + 4, 2) != program.number(*own + 4, 2))
    return noDll();
  const PeImage image(file, *header);
  CCHC_CHECK(image.checkSections());
  for (const auto function : pluginFunctions) {
    if (!image.exportsName(function)) return fail("plugin.no-symbols");
  }
  return {};
}

}  // namespace cchc
