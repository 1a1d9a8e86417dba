// A definition with its expressions parsed (Boost.Spirit X3) and bound to slots, in dependency order. Immutable; shared
// by threads.
#pragma once
#include <memory>

#include "core/definition/read_definition.h"

namespace cchc {

struct Program;  // the compiled expressions: rules/program.h, private to this folder

class CompiledDefinition {
 public:
  // Errors: definition.expression (file, line, column, what was expected), definition.unknown-name,
  // definition.wrong-type, definition.cycle (naming its fields in order).
  static Result<std::shared_ptr<const CompiledDefinition>> compile(std::shared_ptr<const SectionDefinition> definition);

  const SectionDefinition& definition() const { return *definition_; }
  const std::shared_ptr<const SectionDefinition>& shared() const { return definition_; }
  const Program& program() const { return *program_; }
  // Definitions of other sections that its expressions name: sorted, each once.
  const std::vector<DefinitionId>& others() const { return others_; }

 private:
  std::shared_ptr<const SectionDefinition> definition_;
  std::shared_ptr<const Program> program_;
  std::vector<DefinitionId> others_;
};

}  // namespace cchc
