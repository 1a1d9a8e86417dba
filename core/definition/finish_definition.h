// Checks that need the whole definition. Private to definition/.
#pragma once
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc::definition_file {

// Checks that ids are unique and not prefixes of one another, and that targets, views and places of rules exist; fills
// the definition's indexes by id. `file` is used in messages only.
// Errors, at "file:line":
//   definition.duplicate-id       an id of a group, field, table, view, rule or narrative is repeated
//   definition.duplicate-code     an indicator code is repeated
//   definition.prefix-id          an id is the dotted prefix of another
//   definition.renamed-from-used  an older id is also a current id, or the older id of two things
//   definition.unknown-field      a target, carry-to, view or rule names a field or table that does not exist
//   definition.missing-attribute  carry="as-target" without carry-to
Status finishDefinition(SectionDefinition& definition, std::string_view file);

}  // namespace cchc::definition_file
