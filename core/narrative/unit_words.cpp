// How an org unit is worded in a sentence.
#include <array>

#include "core/base/text.h"
#include "core/narrative/render_template.h"

namespace cchc::narrative {
namespace {

// The words for a tier that open a unit's name; longest first.
constexpr std::array tiers = {"thành phố", "thị trấn", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã", "đặc khu"};

std::string_view tierOf(std::string_view name) {
  for (const std::string_view tier : tiers) {
    if (name.starts_with(tier)) return tier;
  }
  return {};
}

}  // namespace

std::string unitName(const OrgUnit& unit) {
  auto lower = lowerFirst(unit.name);
  return tierOf(lower).empty() ? unit.name : lower;
}

std::string unitBody(const OrgUnit& unit) {
  const auto name = unitName(unit);
  return tierOf(name).empty() ? name : "Ủy ban nhân dân " + name;
}

std::string unitShort(const OrgUnit& unit) {
  const auto name = unitName(unit);
  const auto tier = tierOf(name);
  return tier.empty() ? name : "UBND " + std::string(tier);
}

}  // namespace cchc::narrative
