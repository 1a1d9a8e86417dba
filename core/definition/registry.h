// The definitions of the loaded plugins.
#pragma once
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc {

// Reading from several threads is safe once all definitions have been added.
class DefinitionRegistry {
 public:
  // Errors, which leave the registry as it was:
  //   definition.duplicate       a definition of this id was added before
  //   definition.duplicate-code  one of its indicator codes belongs to a field of another definition
  Status add(std::shared_ptr<const SectionDefinition> definition);
  // Finds a definition by its id or by an id in its renamed-from; nullptr if there is none. Current ids take precedence
  // over older ones.
  const SectionDefinition* find(const DefinitionId& id) const;
  // Ordered by place in the report, then by order, then by id.
  const std::vector<std::shared_ptr<const SectionDefinition>>& all() const { return definitions_; }

 private:
  std::vector<std::shared_ptr<const SectionDefinition>> definitions_;
};

}  // namespace cchc
