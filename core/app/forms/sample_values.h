// Values for looking at a form. Private to forms/.
#pragma once
#include "core/definition/definition.h"
#include "core/model/section_data.h"

namespace cchc {

// A value for every field and cell that is entered, within its limits, with two rows in tables without fixed rows.
// Computed fields are blank. The same definition gives the same values.
SectionData sampleValues(const SectionDefinition& definition);

}  // namespace cchc
