// Reads a field, or a column of a table. Private to definition/.
#pragma once
#include "core/definition/reading/element_reader.h"

namespace cchc::definition_file {

// Reads a <field>, or a <column> of `table` if that is not null: a column may have no reference, carry-to, comparison,
// target or annex. The field's group is left for the caller to set. Notes the problems that readDefinition lists
// (read_definition.h).
FieldDefinition readField(const ElementReader& reader, const pugi::xml_node& node, const TableDefinition* table);

}  // namespace cchc::definition_file
