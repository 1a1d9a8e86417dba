#include "core/consolidation/comparing/sums_of_two.h"

#include <algorithm>
#include <utility>

namespace cchc {

SumsOfTwo::SumsOfTwo(std::shared_ptr<const CompiledDefinition> definition)
    : definition_(std::move(definition)), then_(definition_), now_(definition_) {}

void SumsOfTwo::Sum::add(const UnitContribution& unit) {
  aggregator.add(unit.contribution);
  auto circumstances = unit.circumstances;
  circumstances.children.reset();
  if (std::find(units.begin(), units.end(), circumstances) == units.end()) units.push_back(std::move(circumstances));
}

void SumsOfTwo::Sum::finish(const CompiledDefinition& definition, const Period& period) {
  data = aggregator.finish().data;
  evaluation = evaluate(definition, data, WithinPeriod(period, joined(period.end, units)));
}

void SumsOfTwo::add(const UnitContribution& then, const UnitContribution& now) {
  then_.add(then);
  now_.add(now);
  ++units_;
}

void SumsOfTwo::finish(const Period& compared, const Period& current) {
  then_.finish(*definition_, compared);
  now_.finish(*definition_, current);
}

}  // namespace cchc
