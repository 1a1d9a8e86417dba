// Which units are below the reporting one, and under which of its direct children. Private to consolidation/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/consolidation/consolidate.h"

namespace cchc {

// Borrows both arguments; `descendants` is in order of code. It stores positions in `descendants` instead of names, so
// the tree of a province with all its communes is small.
class UnitTree {
 public:
  UnitTree(const OrgUnit& root, const std::vector<UnitBelow>& descendants);

  // Whether the unit is below the root, at any depth.
  bool below(const OrgUnitId& unit) const { return indexOf(unit) != notFound; }
  // The direct child of the root that contains a unit below the root; the unit itself if it is a direct child.
  const OrgUnitId& directChild(const OrgUnitId& unit) const {
    return descendants_[positions_[indexOf(unit)].directChild].id;
  }
  // "" for a unit outside the tree.
  const std::string& name(const OrgUnitId& unit) const;
  // "" for a unit outside the tree.
  const std::string& form(const OrgUnitId& unit) const;
  // The circumstances of a unit below the root.
  Circumstances circumstances(const OrgUnitId& unit, const std::optional<Date>& day) const;
  // Whether there are units below it.
  bool hasChildren(const OrgUnitId& unit) const { return positions_[indexOf(unit)].hasChildren; }

 private:
  struct Position {
    std::uint32_t directChild = 0;
    bool hasChildren = false;
  };
  static constexpr std::size_t notFound = static_cast<std::size_t>(-1);
  std::size_t indexOf(const OrgUnitId& unit) const;

  const OrgUnit& root_;
  const std::vector<UnitBelow>& descendants_;
  std::vector<Position> positions_;  // by descendant
};

}  // namespace cchc
