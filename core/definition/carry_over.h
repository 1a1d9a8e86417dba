// Moves section data from one period to the next.
#pragma once
#include "core/definition/in_force.h"
#include "core/model/section_data.h"

namespace cchc {

// The data of a new draft: defaults, and what carries over from the previous period, into what is in force. `previous`
// is laid out by the same definition and may be null. So may `openings`: the opening stocks that follow from the period
// which ended on the eve, blank where nothing follows. `sameYear`: the previous period ends in the same year; only then
// are the rows of a rows-within-year table carried over.
SectionData startingData(const SectionDefinition& definition, const PartsInForce& parts, const SectionData* previous,
                         bool sameYear, const SectionData* openings = nullptr);

}  // namespace cchc
