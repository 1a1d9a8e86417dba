// Identifiers as distinct types, so that swapped arguments do not compile.
#pragma once
#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace cchc {

template <class Tag>
struct Id {
  std::string value;
  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  auto operator<=>(const Id&) const = default;
  bool empty() const { return value.empty(); }
};
// The identity of a unit, which does not leave the store: the code of whoever had it first ("90001", "90001.TP");
// for a later holder of a code, the code and its first day ("90001@2025-07-01"). Files name units by code and period
// (unit_codes.h).
using OrgUnitId = Id<struct OrgUnitTag>;
// What files and people call the unit. It never changes: whoever has another code is another unit.
inline std::string codeOf(const OrgUnitId& unit) { return unit.value.substr(0, unit.value.find('@')); }
using PeriodId = Id<struct PeriodTag>;          // "2023-8T"
using DefinitionId = Id<struct DefinitionTag>;  // "finance.budget"

}  // namespace cchc

template <class Tag>
struct std::hash<cchc::Id<Tag>> {
  std::size_t operator()(const cchc::Id<Tag>& id) const noexcept { return std::hash<std::string>()(id.value); }
};
