// The sections of one unit and the sums of its child units, as a section that is being edited sees them around it.
#pragma once
#include <memory>

#include "core/consolidation/consolidate.h"

namespace cchc {

class UnitSections {
 public:
  // Reads everything once, as consolidation does; later edits of other sections are not seen.
  static Result<std::unique_ptr<UnitSections>> read(ConsolidationInput input, SubmissionSource& source);
  ~UnitSections();
  UnitSections(const UnitSections&) = delete;
  UnitSections& operator=(const UnitSections&) = delete;

  const ConsolidationInput& input() const;
  const SectionView* section(const DefinitionId& id) const;
  const AggregateView* children(const DefinitionId& id) const;

 private:
  struct State;
  explicit UnitSections(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cchc
