// Which sections of which units and periods make up the figures that a section is compared with. Pure.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/definition/in_force.h"
#include "core/model/ids.h"
#include "core/model/org_unit.h"
#include "core/model/units/unit_history.h"
#include "core/rules/adding/adding.h"

namespace cchc {

// The sections of one unit that follow one another without gap or overlap, in order of day.
struct PlannedSections {
  OrgUnitId unit;
  std::vector<PeriodId> periods;
  bool operator==(const PlannedSections&) const = default;
};
// A span of days in which no unit changed, with the units that had the territory then.
struct PlannedSpan {
  Date from, until;
  std::vector<PlannedSections> units;
  bool operator==(const PlannedSpan&) const = default;
};
struct ComparisonPlan {
  std::vector<PlannedSpan> spans;  // in order of day; empty: there is nothing to compare with
  // Why nothing can be compared; `spans` is then empty. Codes, each with the parameters {unit} and {code} of the unit
  // that it is about, and {period} of the compared period:
  //   core.comparison-split      only a part of the unit is in the current one; {after}: the current one
  //   core.comparison-unstated   nobody has stated what the unit was made of
  //   core.comparison-missing    the unit, of which the current one was made, has no section
  //   core.comparison-days       the unit has no sections for the days {from} to {until}
  //   core.comparison-span       the section of {section_period} would fit, but is cumulative from the start of its
  //   year
  std::vector<Error> reasons;
  bool regrouped = false;  // the units are not all the current one
  bool operator==(const ComparisonPlan&) const = default;
};

// What a plan is made from. Everything is borrowed.
struct ComparisonBasis {
  const UnitHistory& units;
  std::span<const Period> periods;  // all that are known
  // Whether the unit has a section of the definition in that period.
  std::function<Result<bool>(const OrgUnitId&, const PeriodId&)> hasSection;
  // What decides which parts of a definition are in force for a unit on a day. Empty: not known.
  std::function<Circumstances(const OrgUnitId&, const Date&)> circumstances = {};
  Circumstances circumstancesOf(const OrgUnitId& unit, const Date& day) const {
    return circumstances ? circumstances(unit, day) : Circumstances{day, {}, {}};
  }
};

// The unit, as it is on the last day of `current`, in the period `compared`. A section whose period contains a day of
// change is used neither for the days before nor for those after it. Of several ways to fill a span, the one with the
// longest sections first is taken. A section of cumulative figures can only be the first of the compared period, or of
// a unit that began on the same day. Errors: those of hasSection.
Result<ComparisonPlan> planComparison(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current,
                                      const Period& compared);

// Loads the sections of the plan and adds them: those of one unit over spans, then the units of one span, then the
// spans. `load(unit, period, span)` gives a Result<std::optional<Piece>>, `sum(adding, pieces)` a Piece; `pieces` is
// not empty. nullopt: the plan is empty, or a section is not there. Errors: those of `load`.
template <class Piece, class Load, class Sum>
Result<std::optional<Piece>> addPlanned(const ComparisonPlan& plan, const Load& load, const Sum& sum) {
  std::vector<Piece> spans;
  for (const auto& span : plan.spans) {
    std::vector<Piece> units;
    for (const auto& unit : span.units) {
      std::vector<Piece> sections;
      for (const auto& period : unit.periods) {
        CCHC_TRY(auto piece, load(unit.unit, period, span));
        if (!piece) return std::optional<Piece>();
        sections.push_back(std::move(*piece));
      }
      units.push_back(sum(Adding::spans, std::move(sections)));
    }
    spans.push_back(sum(Adding::predecessors, std::move(units)));
  }
  if (spans.empty()) return std::optional<Piece>();
  return std::optional(sum(Adding::spans, std::move(spans)));
}

// The sections that end on the day before `current` begins: of the unit, or of those that it was made of. Empty without
// a reason if one of them has none, or a part of one went elsewhere. Errors: those of hasSection.
Result<ComparisonPlan> planPreceding(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current);

// The unit's section of the latest period that begins with `current` and ends before it, if the unit's territory is the
// same in both. Empty without a reason if there is none. Errors: those of hasSection.
Result<ComparisonPlan> planSameStart(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current);

}  // namespace cchc
