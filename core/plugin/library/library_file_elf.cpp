// ELF: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
#include <algorithm>
#include <optional>

#include "core/plugin/library/library_file.h"

namespace cchc {
namespace {

constexpr std::uint64_t headerSize = 64, programHeaderSize = 56, sectionHeaderSize = 64, symbolSize = 24;
constexpr std::uint64_t sharedObject = 3, loadSegment = 1, noBits = 8, dynamicSymbols = 11;

tl::unexpected<Error> truncated() { return fail("plugin.truncated"); }
tl::unexpected<Error> notALibrary() { return fail("plugin.not-a-library"); }

struct ElfSection {
  std::uint64_t type = 0, offset = 0, size = 0, link = 0;
};

// nullopt: it is not in the file.
std::optional<ElfSection> sectionAt(const LibraryFile& file, std::uint64_t header) {
  const auto type = file.number(header + 4, 4), offset = file.number(header + 24, 8),
             size = file.number(header + 32, 8), link = file.number(header + 40, 4);
  if (!type || !offset || !size || !link) return std::nullopt;
  return ElfSection{*type, *offset, *size, *link};
}

// The class (64 bits), the order of bytes, and the processor are those of this program.
Status checkKind(const LibraryFile& file, const LibraryFile& program) {
  constexpr std::array<unsigned char, 4> magic = {0x7f, 'E', 'L', 'F'};
  constexpr unsigned char bits64 = 2, leastSignificantFirst = 1;
  std::array<unsigned char, 6> start{};
  if (!file.read(0, std::span(start).first(4))) return notALibrary();
  if (!std::equal(magic.begin(), magic.end(), start.begin())) return notALibrary();
  if (!file.holds(0, headerSize)) return truncated();
  if (!file.read(0, start) || start[4] != bits64 || start[5] != leastSignificantFirst) return notALibrary();
  if (file.number(16, 2) != sharedObject) return notALibrary();
  // A program that cannot read itself leaves the processor to the system's loader.
  if (const auto own = program.number(18, 2); own && file.number(18, 2) != own) return notALibrary();
  return {};
}

// All segments are in the file: the system maps them without looking, and a program that reads behind the end of a file
// is ended.
Status checkSegments(const LibraryFile& file) {
  const auto start = file.number(32, 8), size = file.number(54, 2), count = file.number(56, 2);
  if (!start || !size || !count || *size != programHeaderSize || *count == 0) return notALibrary();
  if (!file.holds(*start, *size * *count)) return truncated();
  bool loads = false;
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto header = *start + i * *size;
    const auto type = file.number(header, 4), offset = file.number(header + 8, 8), inFile = file.number(header + 32, 8);
    if (!type || !offset || !inFile) return truncated();
    loads = loads || type == loadSegment;
    if (!file.holds(*offset, *inFile)) return truncated();
  }
  return loads ? Status() : notALibrary();
}

std::uint64_t numberIn(std::string_view bytes, std::size_t at, unsigned count) {
  std::uint64_t value = 0;
  for (unsigned i = count; i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

// `symbols`, `names`: the two sections' bytes.
bool exportsName(std::string_view symbols, std::string_view names, std::string_view wanted) {
  for (std::size_t at = symbolSize; at + symbolSize <= symbols.size(); at += symbolSize) {
    const auto name = numberIn(symbols, at, 4), section = numberIn(symbols, at + 6, 2);
    if (section == 0 || name >= names.size()) continue;  // section 0: the symbol is imported
    const auto text = names.substr(name);
    if (text.size() > wanted.size() && text.starts_with(wanted) && text[wanted.size()] == '\0') return true;
  }
  return false;
}

Status checkSymbols(const LibraryFile& file, const ElfSection& symbols, const ElfSection& names) {
  const auto table = file.bytes(symbols.offset, symbols.size), text = file.bytes(names.offset, names.size);
  if (!table || !text) return truncated();
  for (const auto function : pluginFunctions) {
    if (!exportsName(*table, *text, function)) return fail("plugin.no-symbols");
  }
  return {};
}

// All sections are in the file, and the two functions are among its symbols. A library without a table of sections is
// left to the system's loader.
Status checkSections(const LibraryFile& file) {
  const auto start = file.number(40, 8), size = file.number(58, 2), count = file.number(60, 2);
  if (!start || !size || !count) return truncated();
  if (*start == 0 || *count == 0) return {};
  if (*size != sectionHeaderSize) return notALibrary();
  if (!file.holds(*start, *size * *count)) return truncated();
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto section = sectionAt(file, *start + i * *size);
    if (!section) return truncated();
    if (section->type != noBits && !file.holds(section->offset, section->size)) return truncated();
    if (section->type != dynamicSymbols) continue;
    const auto names = section->link < *count ? sectionAt(file, *start + section->link * *size) : std::nullopt;
    if (!names) return notALibrary();
    CCHC_CHECK(checkSymbols(file, *section, *names));
  }
  return {};
}

}  // namespace

Status checkElf(const LibraryFile& file, const LibraryFile& program) {
  CCHC_CHECK(checkKind(file, program));
  CCHC_CHECK(checkSegments(file));
  return checkSections(file);
}

}  // namespace cchc
