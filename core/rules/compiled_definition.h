// A definition with its expressions parsed and bound to slots, in order of dependency.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/definition/problems.h"

namespace cchc {

struct Program;  // the compiled expressions: rules/program.h, private to this folder
namespace narrative {
class ParsedTemplates;  // the parsed narratives: narrative/render_template.h, private to that folder
}

// The definitions that are checked together, as those of all departments are when they are loaded.
struct DefinitionsTogether {
  std::map<std::string, std::vector<const SectionDefinition*>, std::less<>> byId;  // all versions, also by older ids
  // Departments ("labour") of which all definitions are here. What another lacks may only be missing.
  std::set<std::string, std::less<>> complete;
  std::set<std::string> uncertain;  // fields of a type that is not known: "finance.budget/revenue"

  bool isComplete(std::string_view definitionId) const {
    return complete.contains(definitionId.substr(0, definitionId.find('.')));
  }
};

// Immutable, so threads may share it.
class CompiledDefinition {
 public:
  // Errors, at the line of the definition file:
  //   definition.expression        the text is not an expression; the error has line and column, and what was expected
  //   definition.minor             a name needs minor version 1 of the format
  //   definition.unknown-name, definition.unknown-function, definition.wrong-arguments, definition.wrong-type
  //   definition.empty-element     a rule has an empty side
  //   definition.cycle             fields depend on one another in a circle; the error names them in order
  // Of several, the first is returned.
  static Result<std::shared_ptr<const CompiledDefinition>> compile(std::shared_ptr<const SectionDefinition> definition);
  // The same for a definition that is loaded, with all its problems: those above, of checkSpansInForce, and of the
  // rules on forms that Binder lists (binder.h), and
  //   definition.unknown-placeholder   a message names the difference of what are no figures
  // Null if there are errors, also of earlier passes.
  static std::shared_ptr<const CompiledDefinition> compile(std::shared_ptr<const SectionDefinition> definition,
                                                           DefinitionProblems& problems,
                                                           const DefinitionsTogether& together);

  const SectionDefinition& definition() const { return *definition_; }
  const std::shared_ptr<const SectionDefinition>& shared() const { return definition_; }
  const Program& program() const { return *program_; }
  // The definitions of other sections that the expressions name, sorted and without duplicates.
  const std::vector<DefinitionId>& others() const { return others_; }

  // The parsed narratives. `parse` makes them when they are first asked for, and is called once.
  using ParseTemplates = std::function<std::shared_ptr<const narrative::ParsedTemplates>()>;
  const narrative::ParsedTemplates& templates(const ParseTemplates& parse) const;

 private:
  static std::shared_ptr<const CompiledDefinition> of(std::shared_ptr<const SectionDefinition> definition,
                                                      Program program);

  std::shared_ptr<const SectionDefinition> definition_;
  std::shared_ptr<const Program> program_;
  std::vector<DefinitionId> others_;
  mutable std::once_flag parsed_;
  mutable std::shared_ptr<const narrative::ParsedTemplates> templates_;
};

// Checks the expressions of a definition that is loaded; what a store keeps by digest is not checked.
// Errors, at the line of the definition file:
//   definition.never-together   a formula, a condition or a rule reads something that is never in force when it is
//   definition.never-known      an expression needs parts that are never in force together: rate(a, b), a * b
Status checkSpansInForce(const CompiledDefinition& definition);
// The same, with all of them.
void checkSpansInForce(const CompiledDefinition& definition, DefinitionProblems& problems);

}  // namespace cchc
