// The definitions that are known, each in one or several versions.
#pragma once
#include <memory>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc {

// Reading from several threads is safe once all definitions have been added.
class DefinitionRegistry {
 public:
  // Errors, which leave the registry as it was:
  //   definition.duplicate       this version of the definition was added before
  //   definition.version-order   a higher version of the definition would be in force earlier than a lower one
  //   definition.duplicate-code  one of its indicator codes belongs to a field of another definition
  Status add(std::shared_ptr<const SectionDefinition> definition);
  // The same for a version that a store keeps. Rules on how a form is written do not bind it, so its indicator codes
  // are not compared.
  // Errors: definition.duplicate, definition.version-order
  Status addKept(std::shared_ptr<const SectionDefinition> definition);

  // The version that is in force on the day: the one with the latest `from` that is not after the day, and of several
  // such the highest. It is found by its id, otherwise by an id in its renamed-from. nullptr: none is in force. One
  // whose `until` has passed is found too, since its sections can still be read (isAsked in asked.h).
  const SectionDefinition* find(const DefinitionId& id, const Date& day) const;
  // The highest version, found likewise; nullptr if there is none.
  const SectionDefinition* newest(const DefinitionId& id) const;
  // Each definition once, in the version that is in force on the day. Ordered by place in the report, then by order,
  // then by id.
  std::vector<std::shared_ptr<const SectionDefinition>> inForce(const Date& day) const;
  std::vector<DefinitionId> ids() const;  // each once, in order of the first version in all()
  // Every version, ordered likewise and then by version.
  const std::vector<std::shared_ptr<const SectionDefinition>>& all() const { return definitions_; }

 private:
  Status checkVersions(const SectionDefinition& definition) const;
  void insert(std::shared_ptr<const SectionDefinition> definition);
  template <class Better>
  const SectionDefinition* best(const DefinitionId& id, const Better& better) const;

  std::vector<std::shared_ptr<const SectionDefinition>> definitions_;
};

}  // namespace cchc
