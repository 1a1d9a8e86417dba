// Values of a section in parts of its definition that are not in force. They are kept, but neither counted nor printed.
#pragma once
#include <vector>

#include "core/base/result.h"
#include "core/definition/in_force.h"
#include "core/model/section_data.h"

namespace cchc {

// The values in parts that are not in force, and those with a choice that is not, in order of the definition: what
// moveNotInForce would keep.
std::vector<KeptValue> valuesNotInForce(const SectionDefinition& definition, const PartsInForce& parts,
                                        const SectionData& data);
// Moves them to the kept values. The rows of a table that is not in force go with their cells.
void moveNotInForce(const SectionDefinition& definition, const PartsInForce& parts, SectionData& data);

// Checks whether the value may be entered at the place. A blank one always may.
// Errors, with the place:
//   values.not-in-force         the place is not in force
//   values.choice-not-in-force  one of its choices is not
Status checkInForce(const SectionDefinition& definition, const PartsInForce& parts, const Place& place,
                    const Value& value);
// The error values.not-in-force, without a value: of a row, a table, a group or a paragraph.
tl::unexpected<Error> notInForce(const SectionDefinition& definition, const Place& place);

}  // namespace cchc
