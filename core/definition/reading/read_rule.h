// Reads a validation rule. Private to definition/.
#pragma once
#include "core/definition/reading/element_reader.h"

namespace cchc::definition_file {

// Reads a <rule> of the definition, whose groups have been read. Notes the problems that readDefinition lists
// (read_definition.h).
RuleDefinition readRule(const ElementReader& reader, const pugi::xml_node& node, const SectionDefinition& definition);

}  // namespace cchc::definition_file
