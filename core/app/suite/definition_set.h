// Compiled definitions, each in one or several versions. A set does not change once it is made, so threads may share
// it.
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/definition/registry.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

class DefinitionSet {
 public:
  // Adds a version of the installation, or one that a store keeps. Errors: those of DefinitionRegistry.
  Status add(std::shared_ptr<const CompiledDefinition> definition);
  Status addKept(std::shared_ptr<const CompiledDefinition> definition);
  // Notes a version that a store keeps and that is not used, with the reason.
  struct LeftOut {
    DefinitionId id;
    int version = 0;
    Error why;  // core.form-left-out
  };
  void addLeftOut(LeftOut one) { leftOut_.push_back(std::move(one)); }
  const std::vector<LeftOut>& leftOut() const { return leftOut_; }

  // As DefinitionRegistry::find and newest: the version that is in force on the day, and the highest one; nullptr if
  // there is none.
  std::shared_ptr<const CompiledDefinition> find(const DefinitionId& id, const Date& day) const;
  std::shared_ptr<const CompiledDefinition> newest(const DefinitionId& id) const;
  // Each definition in the version that is in force on the day, in report order.
  std::vector<std::shared_ptr<const CompiledDefinition>> inForce(const Date& day) const;
  // Of a definition of this set's registry.
  std::shared_ptr<const CompiledDefinition> compiledOf(const SectionDefinition& definition) const {
    return compiled(&definition);
  }
  const DefinitionRegistry& registry() const { return registry_; }

 private:
  std::shared_ptr<const CompiledDefinition> compiled(const SectionDefinition* definition) const;

  DefinitionRegistry registry_;
  std::map<const SectionDefinition*, std::shared_ptr<const CompiledDefinition>> compiled_;
  std::vector<LeftOut> leftOut_;
};

// For messages: the title of the version that is in force on the day, or else of the highest; the id if there is none.
Label titleOf(const DefinitionSet& definitions, const DefinitionId& id, const Date& day);

}  // namespace cchc
