// The annex rows of direct child units, with the indicators marked `annex`. Private to consolidation/.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/model/report.h"
#include "core/rules/adding/aggregator.h"
#include "core/rules/adding/contribution.h"

namespace cchc {

// One row for each direct child. A child without units below it needs only its own figures; the others are summed like
// the total.
class AnnexRows {
 public:
  AnnexRows() = default;
  explicit AnnexRows(std::shared_ptr<const CompiledDefinition> definition);

  bool empty() const { return columns_.empty() || rows_.empty(); }
  // `hasChildren`: the direct child has units below it; the contribution comes from it or from one of them. `parts`:
  // what is in force for the unit that it comes from.
  void add(const OrgUnitId& directChild, bool hasChildren, const Contribution& contribution, const PartsInForce& parts);
  // The annex in order of unit code, with the indicators that are in force. `total`: the evaluation of the whole
  // aggregate. `nameOf` gives a unit's name.
  template <class NameOf>
  Annex annex(const Evaluation& total, const NameOf& nameOf) const {
    Annex annex = heading(total);
    for (const auto& [unit, values] : figures()) annex.rows.push_back({unit, nameOf(unit), shown(values, total)});
    return annex;
  }

 private:
  using Figures = std::vector<std::optional<Decimal>>;
  struct RowOfUnit {
    Figures figures;
    std::unique_ptr<Aggregator> aggregator;
    Circumstances circumstances;  // of the units that were added
  };
  Annex heading(const Evaluation& total) const;
  Figures figuresOf(const Evaluation& evaluation) const;
  std::map<OrgUnitId, Figures> figures() const;
  Figures shown(const Figures& figures, const Evaluation& total) const;

  std::shared_ptr<const CompiledDefinition> definition_;
  std::vector<std::size_t> columns_;  // field indexes
  std::map<OrgUnitId, RowOfUnit> rows_;
};

}  // namespace cchc
