// Reads a table. Private to definition/.
#pragma once
#include "core/definition/reading/element_reader.h"

namespace cchc::definition_file {

// Reads a <table> with its columns and fixed rows. The table's group is left for the caller to set.
// Notes the problems that readDefinition lists (read_definition.h).
TableDefinition readTable(const ElementReader& reader, const pugi::xml_node& node);
// The table other_facts, which every section has without declaring it, for facts that its form did not foresee.
TableDefinition otherFacts();

}  // namespace cchc::definition_file
