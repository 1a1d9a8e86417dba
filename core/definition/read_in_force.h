// Reads when, and for which units, a definition or a part of it applies. Private to definition/.
#pragma once
#include "core/definition/element_reader.h"

namespace cchc::definition_file {

// Reads the attributes from, until and unit-forms.
// Errors, at the element's line:
//   definition.wrong-attribute  a day that does not exist, or a unit form that is unknown or named twice
//   definition.from-after-until
Result<InForce> readInForce(const ElementReader& reader, const pugi::xml_node& node);

// What this version reads and checks but does not apply yet: the attribute key. Ignoring it would give
// wrong figures without a word, so a definition that uses one is refused.
// Errors, at the line of the first such element:
//   definition.not-yet
Status refuseNotYet(const ElementReader& reader, const pugi::xml_node& definition);

}  // namespace cchc::definition_file
