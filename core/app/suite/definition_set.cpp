#include "core/app/suite/definition_set.h"

#include <utility>

namespace cchc {

Status DefinitionSet::add(std::shared_ptr<const CompiledDefinition> definition) {
  CCHC_CHECK(registry_.add(definition->shared()));
  compiled_.emplace(&definition->definition(), std::move(definition));
  return {};
}

Status DefinitionSet::addKept(std::shared_ptr<const CompiledDefinition> definition) {
  CCHC_CHECK(registry_.addKept(definition->shared()));
  compiled_.emplace(&definition->definition(), std::move(definition));
  return {};
}

std::shared_ptr<const CompiledDefinition> DefinitionSet::compiled(const SectionDefinition* definition) const {
  return definition == nullptr ? nullptr : compiled_.at(definition);
}

std::shared_ptr<const CompiledDefinition> DefinitionSet::find(const DefinitionId& id, const Date& day) const {
  return compiled(registry_.find(id, day));
}

std::shared_ptr<const CompiledDefinition> DefinitionSet::newest(const DefinitionId& id) const {
  return compiled(registry_.newest(id));
}

std::vector<std::shared_ptr<const CompiledDefinition>> DefinitionSet::inForce(const Date& day) const {
  std::vector<std::shared_ptr<const CompiledDefinition>> all;
  for (const auto& definition : registry_.inForce(day)) all.push_back(compiled(definition.get()));
  return all;
}

Label titleOf(const DefinitionSet& definitions, const DefinitionId& id, const Date& day) {
  auto found = definitions.find(id, day);
  if (!found) found = definitions.newest(id);
  return found ? found->definition().title : Label{id.value, {}};
}

}  // namespace cchc
