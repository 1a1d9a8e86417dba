#include "core/shell/section/package_name.h"

#include <algorithm>
#include <cctype>

namespace cchc::shell {

std::string packageName(const SectionKey& key, int revision) {
  auto name = codeOf(key.unit) + "-" + key.definition.value + "-" + key.period.value + "-lan" +
              std::to_string(revision) + ".cchc";
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_'; }, '_');
  return name;
}

}  // namespace cchc::shell
