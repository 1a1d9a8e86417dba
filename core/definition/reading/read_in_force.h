// Reads when, and for which units, a definition or a part of it applies. Private to definition/.
#pragma once
#include "core/definition/reading/element_reader.h"

namespace cchc::definition_file {

// Reads the attributes from, until and unit-forms. Notes:
//   definition.wrong-attribute  a day that does not exist, or a unit form that is unknown or named twice
//   definition.from-after-until
InForce readInForce(const ElementReader& reader, const pugi::xml_node& node);

}  // namespace cchc::definition_file
