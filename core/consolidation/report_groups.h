// One group of one section as the report shows it. Private to consolidation/.
#pragma once
#include <cstddef>

#include "core/consolidation/comparing/compared_section.h"
#include "core/consolidation/comparing/compared_sums.h"
#include "core/model/report.h"
#include "core/narrative/narrative.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Everything is borrowed; what is absent is null.
struct GroupSource {
  const SectionKey* key = nullptr;
  const CompiledDefinition* definition = nullptr;
  const SectionData* data = nullptr;
  const Evaluation* evaluation = nullptr;
  // Of the unit's own section, and of a sum.
  const ComparedSection *previous = nullptr, *lastYear = nullptr;
  const ComparedSums *previousSums = nullptr, *lastYearSums = nullptr;
  const AggregateView* aggregate = nullptr;  // set if the section is the sum of child units
};
// `group`: index into the definition's groups.
ReportGroup reportGroup(const GroupSource& source, std::size_t group, const NarrativeContext& context);

}  // namespace cchc
