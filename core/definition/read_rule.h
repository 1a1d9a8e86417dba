// Reads a validation rule. Private to definition/.
#pragma once
#include "core/definition/element_reader.h"

namespace cchc::definition_file {

// Reads a <rule>.
// Errors, at the element's line: those of readDefinition (read_definition.h).
Result<RuleDefinition> readRule(const ElementReader& reader, const pugi::xml_node& node);

}  // namespace cchc::definition_file
