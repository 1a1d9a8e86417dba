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
using OrgUnitId = Id<struct OrgUnitTag>;        // code of the unit: "296", "10945", "296.TP"
using PeriodId = Id<struct PeriodTag>;          // "2023-8T"
using DefinitionId = Id<struct DefinitionTag>;  // "finance.budget"

}  // namespace cchc

template <class Tag>
struct std::hash<cchc::Id<Tag>> {
  std::size_t operator()(const cchc::Id<Tag>& id) const noexcept { return std::hash<std::string>()(id.value); }
};
