// Finds what a field or table says without effect: a length of a number, a sum of texts. Private to definition/.
#pragma once
#include "core/definition/reading/element_reader.h"

namespace cchc::definition_file {

// Notes, for a field of a known type or a column of `table` (which is not null then):
//   definition.no-effect              an attribute or element that changes nothing, and why (a warning)
//   definition.no-code                a figure without an indicator code (a warning)
//   definition.minimum-above-maximum  no value is between them
//   definition.wrong-attribute        a limit that no value of the field can be; a code that is none
//   definition.unknown-choice         aggregate-value is none of the choices
void checkEffects(const ElementReader& reader, const pugi::xml_node& node, const FieldDefinition& field,
                  const TableDefinition* table);
// Notes definition.no-effect of the table's own attributes.
void checkEffects(const ElementReader& reader, const pugi::xml_node& node, const TableDefinition& table);

// Whether the field may have the value: within its limits, of its choices, not too long, with no more decimals.
bool isAllowed(const FieldDefinition& field, const Value& value);

}  // namespace cchc::definition_file
