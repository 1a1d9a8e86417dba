// Sums over child units.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "core/rules/compiled_definition.h"
#include "core/rules/contribution.h"

namespace cchc {

// Sums child units' sections field by field, as the definition's aggregations specify. Sections are added one at a
// time, so memory does not grow with their number. Belongs to one thread.
class Aggregator {
 public:
  explicit Aggregator(std::shared_ptr<const CompiledDefinition> definition);
  ~Aggregator();
  Aggregator(Aggregator&&) noexcept;
  Aggregator& operator=(Aggregator&&) noexcept;

  // A blank value adds nothing and is not counted as reported. If all its qualified addends have the same qualifier, a
  // sum has it too (estimated + exact is estimated); if they differ, the sum is `about`.
  void add(const Contribution& contribution);

  struct Outcome {
    // Sums are stored as entered values. `computed` fields are blank: evaluate() computes them from the sums.
    SectionData data;
    std::vector<int> reported;  // by field: the number of sections that report it
    int reporting = 0;          // the number of sections added
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
