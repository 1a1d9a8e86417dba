// Which units lie below the reporting one, and through which of its direct children. Private to consolidation/.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/org_unit.h"

namespace cchc {

class UnitTree {
 public:
  UnitTree(const OrgUnit& root, const std::vector<OrgUnit>& descendants);

  bool below(const OrgUnitId& unit) const { return places_.contains(unit); }
  // The direct child of the root that a unit below it lies in (itself, for a direct child).
  const OrgUnitId& directChild(const OrgUnitId& unit) const { return *places_.at(unit).directChild; }
  const std::string& name(const OrgUnitId& unit) const;
  // Has units below it.
  bool inner(const OrgUnitId& unit) const { return places_.at(unit).inner; }

 private:
  struct PlaceOfUnit {
    const OrgUnit* unit = nullptr;
    const OrgUnitId* directChild = nullptr;
    bool inner = false;
  };
  const OrgUnit& root_;
  std::unordered_map<OrgUnitId, PlaceOfUnit> places_;
};

}  // namespace cchc
