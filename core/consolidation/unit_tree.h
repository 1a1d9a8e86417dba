// Which units lie below the reporting one, and through which of its direct children. Private to consolidation/.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/consolidation/consolidate.h"

namespace cchc {

// Keeps places among `descendants` (in order of code), not names: a province with all its communes costs little beside
// them.
class UnitTree {
 public:
  UnitTree(const OrgUnit& root, const std::vector<UnitBelow>& descendants);

  bool below(const OrgUnitId& unit) const { return placeOf(unit) != nowhere; }
  // The direct child of the root that a unit below it lies in (itself, for a direct child).
  const OrgUnitId& directChild(const OrgUnitId& unit) const {
    return descendants_[places_[placeOf(unit)].directChild].id;
  }
  const std::string& name(const OrgUnitId& unit) const;
  // Has units below it.
  bool inner(const OrgUnitId& unit) const { return places_[placeOf(unit)].inner; }

 private:
  struct PlaceOfUnit {
    std::uint32_t directChild = 0;
    bool inner = false;
  };
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t placeOf(const OrgUnitId& unit) const;

  const OrgUnit& root_;
  const std::vector<UnitBelow>& descendants_;
  std::vector<PlaceOfUnit> places_;  // beside descendants_
};

}  // namespace cchc
