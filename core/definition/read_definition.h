// Reads and checks a section definition.
#pragma once
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/definition/problems.h"

namespace cchc {

// Where a definition comes from. Rules on how a form is written bind what is loaded. A store keeps every definition
// that its sections ever used, and must be able to read those from before a rule.
enum class DefinitionSource : unsigned char { loaded, store };

// Reads a definition from its XML. `file` is used in messages only. Expressions and narrative templates are checked
// later, by rules/ and narrative/.
// Errors, each at "file:line:column", of which the first is returned:
//   definition.not-xml, .doctype, .not-a-definition           the file is not a definition
//   definition.newer-format, .minor                           the format is newer; a member needs minor="1"
//   definition.unknown-attribute, .unknown-element, .stray-text         something unexpected was found
//   definition.missing-attribute, .missing-element, .empty-element      something is missing
//   definition.wrong-attribute, .wrong-default, .wrong-operator         a value is not allowed there
//   definition.wrong-id, .duplicate-id, .prefix-id            an id is malformed, repeated, or the prefix of another
//   definition.reserved-id, .reserved-name                    an id has a meaning in journals, or in expressions; only
//                                                             if it is loaded
//   definition.duplicate-code                                 an indicator code is repeated
//   definition.renamed-from-used                              an older id is also a current one, or has two owners
//   definition.unknown-type, .choices, .computed-twice        a field contradicts itself
//   definition.no-columns, .fixed-rows                        a table contradicts itself
//   definition.from-after-until, .part-of                     an end before the beginning; a part that cannot be one
//   definition.never-in-force, .no-choice                     days or unit forms that never meet; only if it is loaded
//   definition.unknown-field                                  something names a field or table that does not exist
Result<std::shared_ptr<const SectionDefinition>> readDefinition(std::string_view xml, std::string_view file,
                                                                DefinitionSource source = DefinitionSource::loaded);

// The unit in which money is entered, as a definition names it.
std::string_view entryUnitName(EntryUnit unit);

// Reads a definition that is loaded, with all its problems: those above, and those of the rules on how a form is
// written:
//   definition.element-order, .duplicate-element, .split-text   elements or a text that readers would take differently
//   definition.empty-text                                       a text of blanks
//   definition.unknown-placeholder                              a text names in braces what is not filled in
//   and those of checkEffects (check_effects.h)
// Null if it is so wrong that nothing else can be checked; a definition with errors serves only to find more of them.
std::shared_ptr<const SectionDefinition> readDefinition(std::string_view xml, DefinitionProblems& problems);

}  // namespace cchc
