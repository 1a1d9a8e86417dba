#include "core/consolidation/unit_tree.h"

namespace cchc {

UnitTree::UnitTree(const OrgUnit& root, const std::vector<OrgUnit>& descendants) : root_(root) {
  places_.reserve(descendants.size());
  for (const auto& unit : descendants) places_[unit.id].unit = &unit;
  for (auto& [id, place] : places_) {
    const OrgUnit* unit = place.unit;
    // Up to the unit whose parent is the root.
    while (unit->parent && *unit->parent != root.id) {
      const auto above = places_.find(*unit->parent);
      if (above == places_.end()) break;
      unit = above->second.unit;
    }
    place.directChild = &unit->id;
    if (place.unit->parent) {
      if (const auto above = places_.find(*place.unit->parent); above != places_.end()) above->second.inner = true;
    }
  }
}

const std::string& UnitTree::name(const OrgUnitId& unit) const {
  if (unit == root_.id) return root_.name;
  static const std::string none;
  const auto found = places_.find(unit);
  return found == places_.end() ? none : found->second.unit->name;
}

}  // namespace cchc
