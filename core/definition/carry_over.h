// Moves section data from one definition version to the next, and from one period to the next.
#pragma once
#include "core/definition/definition.h"
#include "core/model/section_data.h"

namespace cchc {

// Moves data laid out by `from` to the layout of `to`, by id and renamed-from. A value whose field no longer exists, or
// whose text cannot be read as the field's new type, goes to `kept`.
SectionData migrateData(const SectionData& data, const SectionDefinition& from, const SectionDefinition& to);

// The data of a new draft: defaults, and what carries over from the previous period. `previous` is laid out by the same
// definition and may be null. `sameYear`: the previous period ends in the same year; only then are the rows of a
// rows-within-year table carried over.
SectionData startingData(const SectionDefinition& definition, const SectionData* previous, bool sameYear);

}  // namespace cchc
