// A figure that is computed from sums over child units, in two periods. Private to consolidation/.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "core/consolidation/comparing/sums_of_two.h"
#include "core/model/finding.h"
#include "core/rules/adding/summed_inputs.h"

namespace cchc {

// It is computed over those units that have all that it needs in both periods, so that it is of the same units in both.
// Belongs to one thread.
class ComparedTotal {
 public:
  // `alike`: whether the figures of the two periods are of like spans (followsPeriodSpan).
  ComparedTotal(const std::shared_ptr<const CompiledDefinition>& definition, std::size_t field, bool alike);

  // A unit of the current sums; `then`: what it contributed to those of the other period, nullptr if that is not known.
  void add(const UnitContribution* then, const UnitContribution& now);
  void finish(const Period& compared, const Period& current);

  // Whether it can be computed from sums at all; false: finding() says why not.
  bool sound() const { return inputs_.sound() && alike_; }
  int units() const { return sums_.units(); }
  // Whether all units that have the figure now have it in the other period too.
  bool ofAll() const { return units() > 0 && units() == present_; }
  // After finish().
  const Effective& then() const { return sums_.then().fields[field_]; }
  const Effective& now() const { return sums_.now().fields[field_]; }
  // core.comparison-total-parts, core.comparison-total-elsewhere. None if it is sound, or if the spans are unlike.
  std::vector<Finding> findings(const SectionKey& key, const Period& compared) const;

 private:
  bool has(const UnitContribution& unit) const;
  bool hasBoth(const UnitContribution& then, const UnitContribution& now) const;
  UnitContribution inputsOf(const UnitContribution& unit) const;

  std::shared_ptr<const CompiledDefinition> definition_;
  std::size_t field_;
  SummedInputs inputs_;
  bool alike_;
  SumsOfTwo sums_;
  int present_ = 0;  // units that have the figure now
};

}  // namespace cchc
