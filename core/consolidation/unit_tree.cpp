#include "core/consolidation/unit_tree.h"

#include <algorithm>

namespace cchc {

UnitTree::UnitTree(const OrgUnit& root, const std::vector<UnitBelow>& descendants)
    : root_(root), descendants_(descendants), places_(descendants.size()) {
  for (std::size_t i = 0; i < descendants.size(); ++i) {
    // Up to the unit whose parent is the root.
    auto at = i;
    for (bool direct = true; descendants[at].parent && *descendants[at].parent != root.id; direct = false) {
      const auto above = placeOf(*descendants[at].parent);
      if (above == nowhere) break;
      if (direct) places_[above].inner = true;
      at = above;
    }
    places_[i].directChild = static_cast<std::uint32_t>(at);
  }
}

std::size_t UnitTree::placeOf(const OrgUnitId& unit) const {
  const auto found = std::lower_bound(descendants_.begin(), descendants_.end(), unit,
                                      [](const UnitBelow& below, const OrgUnitId& id) { return below.id < id; });
  return found == descendants_.end() || found->id != unit ? nowhere
                                                          : static_cast<std::size_t>(found - descendants_.begin());
}

const std::string& UnitTree::name(const OrgUnitId& unit) const {
  if (unit == root_.id) return root_.name;
  static const std::string none;
  const auto at = placeOf(unit);
  return at == nowhere ? none : descendants_[at].name;
}

}  // namespace cchc
