// Packages sent together in a zip, as mail programs and Zalo make them.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

inline constexpr std::size_t zipLimit = std::size_t(256) << 20;  // bytes of the zip, and of what is in it
inline constexpr std::size_t zipEntryLimit = 2000;

bool looksLikeZip(std::string_view bytes);

// A file of a zip: the last part of its name, fit for a file system; its bytes, or why it cannot be had:
// package.too-large, zip.encrypted, zip.damaged, zip.nested.
struct ZippedFile {
  std::string name;
  Result<std::string> bytes;
};
// The files whose names `wanted` takes, in the zip's order; others are left out as in a folder. `entryLimit`: bytes of
// one. zip.damaged, zip.too-large, zip.office-file (a workbook or a letter is a zip too), zip.nothing (none that is
// wanted).
Result<std::vector<ZippedFile>> readZip(std::string_view bytes, std::string_view file, std::size_t entryLimit,
                                        const std::function<bool(const std::string& name)>& wanted);

}  // namespace cchc
