// Packages that were sent together in a ZIP, as mail programs and Zalo make it.
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

// Whether the bytes begin as a ZIP does; the rest is not checked.
bool looksLikeZip(std::string_view bytes);

struct ZippedFile {
  std::string name;  // the last part of its name, without characters that file systems refuse
  // Errors of this file alone:
  //   package.too-large  it exceeds the limit of one file
  //   zip.encrypted      it has a password
  //   zip.nested         it is a ZIP itself
  //   zip.damaged        it cannot be unpacked
  Result<std::string> bytes;
};
// Unpacks the files for whose names `wanted` answers true, in the order of the ZIP. `entryLimit` is the number of bytes
// that one file may have.
// Errors of the whole:
//   zip.damaged                  this is no ZIP, or it is damaged
//   zip.too-many, zip.too-large  it has more than zipEntryLimit files, or more than zipLimit bytes
//   zip.office-file              it is a workbook or a letter, which are ZIPs too
//   zip.nothing                  no file in it is wanted
Result<std::vector<ZippedFile>> readZip(std::string_view bytes, std::string_view file, std::size_t entryLimit,
                                        const std::function<bool(const std::string& name)>& wanted);

}  // namespace cchc
