// The sections of one unit and the sums of its child units: the surroundings of a section that is being edited.
#pragma once
#include <memory>

#include "core/consolidation/consolidate.h"

namespace cchc {

// Several threads may read it.
class UnitSections {
 public:
  // Reads everything once, as consolidation does. Later edits of other sections are not seen.
  // Errors: those of `source`.
  static Result<std::unique_ptr<UnitSections>> read(ConsolidationInput input, SubmissionSource& source);
  ~UnitSections();
  UnitSections(const UnitSections&) = delete;
  UnitSections& operator=(const UnitSections&) = delete;

  const ConsolidationInput& input() const;
  // nullptr if there is none; valid as long as this object lives.
  const SectionView* section(const DefinitionId& id) const;
  const AggregateView* children(const DefinitionId& id) const;

 private:
  struct State;
  explicit UnitSections(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cchc
