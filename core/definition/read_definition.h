// Reads and checks a section definition.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"

namespace cchc {

// Errors name file and line and what to mend (codes definition.*): not XML, wrong namespace, unknown element or
// attribute, a missing or repeated id, an id that is a dotted prefix of another, an unknown type, a table without
// columns, a target or carry-to that is no field, … Expressions and narrative templates are checked later, by rules/
// and narrative/, each with its line. `file` is for messages only.
Result<std::shared_ptr<const SectionDefinition>> readDefinition(std::string_view xml, std::string_view file);

// All definitions that the loaded plugins gave, in order of (place in the report, order, id).
class DefinitionRegistry {
 public:
  // definition.duplicate when the id (or an indicator code) is taken.
  Status add(std::shared_ptr<const SectionDefinition> definition);
  const SectionDefinition* find(const DefinitionId& id) const;  // also by renamed-from
  const std::vector<std::shared_ptr<const SectionDefinition>>& all() const { return definitions_; }

 private:
  std::vector<std::shared_ptr<const SectionDefinition>> definitions_;
};

// Moves data laid out by an older definition to a newer one: by id and renamed-from; what has no home goes to `kept`.
SectionData migrate(const SectionData& data, const SectionDefinition& from, const SectionDefinition& to);

// What a new draft starts with: defaults, and what carries over from the previous period's data (may be null).
// `sameYear`: the previous period ends in the same year (tables with rows-within-year).
SectionData startingData(const SectionDefinition& definition, const SectionData* previous, bool sameYear);

}  // namespace cchc
