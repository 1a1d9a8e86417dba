// The sections of one unit and the sums of its child units: what is around one section that is edited or checked.
#pragma once
#include <memory>
#include <vector>

#include "core/consolidation/consolidate.h"
#include "core/narrative/narrative.h"

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
  std::vector<const SectionView*> sections() const;  // the unit's own, in report order; valid as long as this object
  NarrativeContext context() const;
  // The findings of one of the unit's sections, as consolidation reports them; none if there is no such section.
  // ConsolidationInput::checkRequired counts.
  std::vector<Finding> findings(const DefinitionId& id, const SectionChecks& checks) const;

 private:
  struct State;
  explicit UnitSections(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cchc
