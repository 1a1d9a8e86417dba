// Reads a field, or a column of a table. Private to definition/.
#pragma once
#include "core/definition/element_reader.h"

namespace cchc::definition_file {

// Reads a <field>, or a <column> if `column` is set: a column may have no reference, carry-to, comparison, target or
// annex. The field's group is left for the caller to set.
// Errors, at the element's line: those of readDefinition (read_definition.h).
Result<FieldDefinition> readField(const ElementReader& reader, const pugi::xml_node& node, bool column);

}  // namespace cchc::definition_file
