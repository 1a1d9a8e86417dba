// The one pass over definitions: each alone, then all of them together. It runs when the departments are loaded, and
// for `cchc definitions check`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/app/suite/definition_set.h"
#include "core/definition/problems.h"
#include "core/model/report.h"

namespace cchc {

class Schema;

struct DefinitionFile {
  std::string department;  // the id that its definitions must belong to; empty: not known
  std::string file, xml;
};

struct CheckedDefinition {
  DefinitionId id;                                     // empty: the file says none
  std::shared_ptr<const CompiledDefinition> compiled;  // null: there are errors
  std::vector<DefinitionProblem> problems;             // in order of line and column
};

// Checks the files together with each other and with the definitions of `known`, and adds those without errors to
// `known`. An answer for each file. `schema`: schemas/section-definition.xsd; it comes last, since the readers give
// clearer messages than a validator: what it refuses in a line where they found something is not repeated. `outline`:
// the places of the report. Problems: those of readDefinition, CompiledDefinition::compile and checkNarratives,
// Schema::problems, and
//   definition.unknown-place    there is no such place in the outline
//   definition.wrong-owner      its owner, or the beginning of its id, is another department
//   definition.duplicate, .version-order    see DefinitionRegistry::add
//   definition.duplicate-code   a field of another definition has the indicator code
//   definition.same-order       a group of another department stands at the same place with the same order (a warning)
//   definition.not-summed       what is not added to the sums of the units above (information)
std::vector<CheckedDefinition> checkDefinitions(const std::vector<DefinitionFile>& files, const Schema& schema,
                                                const std::vector<OutlineEntry>& outline, DefinitionSet& known);

}  // namespace cchc
