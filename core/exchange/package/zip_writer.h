// Writes a ZIP file in memory.
#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

struct ZipPart {
  std::string name, content;
};
// The bytes of a ZIP with these files, in their order. The same files give the same bytes.
// Error file.write, with `file` as the place
Result<std::string> writeZip(const std::vector<ZipPart>& parts, const std::string& file);

}  // namespace cchc
