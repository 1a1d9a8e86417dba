// Sums over child units, over the units that one unit was made of, and over spans of days.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "core/definition/in_force.h"
#include "core/rules/adding/adding.h"
#include "core/rules/adding/contribution.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

// Sums sections field by field, in the ways of addingWay. Sections are added one at a time, over spans in order of day,
// so memory does not grow with their number. Belongs to one thread.
class Aggregator {
 public:
  explicit Aggregator(std::shared_ptr<const CompiledDefinition> definition, Adding adding = Adding::children);
  ~Aggregator();
  Aggregator(Aggregator&&) noexcept;
  Aggregator& operator=(Aggregator&&) noexcept;

  // `parts`: what is in force for the section. A blank value is not counted as reported. Over child units it adds
  // nothing; otherwise the sum is then blank. If all its qualified addends have the same qualifier, a sum has it too
  // (estimated + exact is estimated); if they differ, the sum is `about`. Over spans, the opening stock that a figure
  // includes counts only in the first section.
  void add(const Contribution& contribution, const PartsInForce& parts = {});

  struct Outcome {
    // Sums are stored as entered values. `computed` fields are blank: evaluate() computes them from the sums.
    SectionData data;
    // By field: the number of sections that report it; of a `computed` field, those for which it is in force.
    std::vector<int> reported;
    int reporting = 0;  // the number of sections added
    // Indexes of fields that are blank because of a problem: `same` fields with different values, and sums beyond the
    // range of exact figures.
    std::vector<std::size_t> disagreeing, overflowing;
  };
  Outcome finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cchc
