// Packages that were sent together in a ZIP file, as mail programs and Zalo create it.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

inline constexpr std::size_t zipLimit = std::size_t(256) << 20;  // bytes of the ZIP, and of all files in it together
inline constexpr std::size_t zipEntryLimit = 2000;

// Whether the bytes begin like a ZIP; the rest is not checked.
bool looksLikeZip(std::string_view bytes);

struct ZippedFile {
  std::string name;  // the last part of its path, without characters that file systems refuse
  // Errors of this file alone:
  //   package.too-large  it exceeds the limit of one file
  //   zip.encrypted      it has a password
  //   zip.nested         it is a ZIP itself
  //   zip.damaged        it cannot be unpacked
  Result<std::string> bytes;
};
// Unpacks the files for whose names `wanted` returns true, in the order of the ZIP. `entryLimit` is the largest size of
// one file in bytes.
// Errors of the ZIP as a whole:
//   zip.damaged                  this is not a ZIP, or it is damaged
//   zip.too-many, zip.too-large  it has more than zipEntryLimit files, or more than zipLimit bytes
//   zip.office-file              it is a workbook or a Word document, which are also ZIPs
//   zip.nothing                  no file in it is wanted
Result<std::vector<ZippedFile>> readZip(std::string_view bytes, std::string_view file, std::size_t entryLimit,
                                        const std::function<bool(const std::string& name)>& wanted);

}  // namespace cchc
