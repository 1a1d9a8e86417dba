#include "core/consolidation/unit_tree.h"

#include <algorithm>

namespace cchc {

UnitTree::UnitTree(const OrgUnit& root, const std::vector<UnitBelow>& descendants)
    : root_(root), descendants_(descendants), positions_(descendants.size()) {
  for (std::size_t i = 0; i < descendants.size(); ++i) {
    // Goes up to the unit whose parent is the root.
    auto at = i;
    for (bool direct = true; descendants[at].parent && *descendants[at].parent != root.id; direct = false) {
      const auto above = indexOf(*descendants[at].parent);
      if (above == notFound) break;
      if (direct) positions_[above].hasChildren = true;
      at = above;
    }
    positions_[i].directChild = static_cast<std::uint32_t>(at);
  }
}

std::size_t UnitTree::indexOf(const OrgUnitId& unit) const {
  const auto found = std::lower_bound(descendants_.begin(), descendants_.end(), unit,
                                      [](const UnitBelow& below, const OrgUnitId& id) { return below.id < id; });
  return found == descendants_.end() || found->id != unit ? notFound
                                                          : static_cast<std::size_t>(found - descendants_.begin());
}

const std::string& UnitTree::name(const OrgUnitId& unit) const {
  if (unit == root_.id) return root_.name;
  static const std::string none;
  const auto at = indexOf(unit);
  return at == notFound ? none : descendants_[at].name;
}

const std::string& UnitTree::form(const OrgUnitId& unit) const {
  static const std::string none;
  const auto at = indexOf(unit);
  return at == notFound ? none : descendants_[at].form;
}

Circumstances UnitTree::circumstances(const OrgUnitId& unit, const std::optional<Date>& day) const {
  Circumstances circumstances{day, {}, descendants_[indexOf(unit)].children};
  addForm(circumstances, form(unit), true);
  return circumstances;
}

}  // namespace cchc
