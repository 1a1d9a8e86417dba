#include "core/shell/section/package_name.h"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace cchc::shell {

std::string packageName(const SectionKey& key, int revision) {
  auto name = codeOf(key.unit) + "-" + key.definition.value + "-" + key.period.value + "-lan" +
              std::to_string(revision) + ".cchc";
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '.' && c != '_'; }, '_');
  return name;
}

std::filesystem::path unusedPath(const std::filesystem::path& path) {
  std::error_code ignored;
  auto free = path;
  for (int number = 2; std::filesystem::exists(free, ignored); ++number)
    free.replace_filename(path.stem().string() + "-" + std::to_string(number) + path.extension().string());
  return free;
}

}  // namespace cchc::shell
