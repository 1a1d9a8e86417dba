#include "core/base/format_version.h"

#include <charconv>
#include <limits>
#include <optional>
#include <system_error>

namespace cchc {
namespace {

// 0|[1-9][0-9]*; a number that is too large for an int is the largest one.
std::optional<int> versionNumber(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (text.front() == '0' && text != "0") return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : value;
}

}  // namespace

FormatVersion formatVersionOf(const FileFormat& format, std::string_view space, std::string_view minor) {
  using Kind = FormatVersion::Kind;
  FormatVersion version;
  const auto family = formatFamily(format);
  const auto ownMajor = format.space.substr(family.size());
  if (!space.starts_with(family)) return version;
  const auto major = space.substr(family.size());
  if (!versionNumber(major) || major == "0") return version;
  const auto number = versionNumber(minor);
  version.given = std::string(major) + "." + (minor.empty() ? "0" : std::string(minor));
  version.known = std::string(ownMajor) + "." + std::to_string(format.minor);
  if (major != ownMajor) {
    version.kind = Kind::newer;
  } else if (!number) {
    version.kind = Kind::wrongMinor;
  } else {
    version.kind = *number > format.minor ? Kind::newer : Kind::readable;
    version.minor = *number;
  }
  return version;
}

}  // namespace cchc
