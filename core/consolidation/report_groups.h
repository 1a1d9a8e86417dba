// One group of one section as the report shows it. Private to consolidation/.
#pragma once
#include "core/consolidation/collected.h"

namespace cchc {

struct GroupSource {
  const SectionKey* key = nullptr;
  const CompiledDefinition* definition = nullptr;
  const SectionData* data = nullptr;
  const Evaluation* evaluation = nullptr;
  const SectionView* previous = nullptr;
  const SectionView* lastYear = nullptr;
  const AggregateView* aggregate = nullptr;  // set for child units' sums
};
ReportGroup reportGroup(const GroupSource& source, std::size_t group, const NarrativeContext& context);

}  // namespace cchc
