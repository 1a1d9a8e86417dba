// Checks that need the whole definition. Private to definition/.
#pragma once
#include "core/definition/definition.h"
#include "core/definition/problems.h"
#include "core/definition/read_definition.h"

namespace cchc::definition_file {

// Checks that ids are unique and not prefixes of one another, and that targets, views and places of rules exist; fills
// the definition's indexes by id, and `limited`. Notes:
//   definition.reserved-id        a field or table has an id that has a meaning in journals; only if it is loaded
//   definition.reserved-name      a field or table is called as expressions name the unit or the period; likewise
//   definition.duplicate-id       an id of a group, field, table, view, rule or narrative is repeated
//   definition.duplicate-code     an indicator code is repeated
//   definition.prefix-id          an id is the dotted prefix of another
//   definition.renamed-from-used  an older id is also a current id, or the older id of two things
//   definition.unknown-field      a target, carry-to, part-of, key, view or rule names something that does not exist
//   definition.part-of            a figure or row is said to be a part of itself, or one of the two is not a number
//   definition.missing-attribute  carry="as-target" without carry-to
//   definition.never-in-force     a part is never in force together with the parts around it; only if it is loaded
//   definition.no-choice          a field is asked when none of its choices is in force; likewise
void finishDefinition(SectionDefinition& definition, DefinitionProblems& problems, DefinitionSource source);

}  // namespace cchc::definition_file
