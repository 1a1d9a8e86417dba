// The sums of some child units in two periods. Private to consolidation/.
#pragma once
#include <memory>
#include <vector>

#include "core/definition/in_force.h"
#include "core/model/org_unit.h"
#include "core/rules/adding/aggregator.h"
#include "core/rules/evaluation.h"

namespace cchc {

// What one unit contributes to the sums of a period.
struct UnitContribution {
  Contribution contribution;
  Circumstances circumstances;  // of the unit in that period
};

// Belongs to one thread.
class SumsOfTwo {
 public:
  explicit SumsOfTwo(std::shared_ptr<const CompiledDefinition> definition);

  void add(const UnitContribution& then, const UnitContribution& now);
  // Call it once, after the last add(). `compared`, `current`: the two periods.
  void finish(const Period& compared, const Period& current);

  int units() const { return units_; }
  // After finish().
  const Evaluation& then() const { return then_.evaluation; }
  const Evaluation& now() const { return now_.evaluation; }

 private:
  struct Sum {
    explicit Sum(const std::shared_ptr<const CompiledDefinition>& definition) : aggregator(definition) {}
    void add(const UnitContribution& unit);
    void finish(const CompiledDefinition& definition, const Period& period);

    Aggregator aggregator;
    std::vector<Circumstances> units;  // each once
    SectionData data;
    Evaluation evaluation;
  };

  std::shared_ptr<const CompiledDefinition> definition_;
  Sum then_, now_;
  int units_ = 0;
};

}  // namespace cchc
