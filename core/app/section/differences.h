// What changed between two revisions of a section.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/definition/definition.h"
#include "core/model/value.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

struct SectionDifference {
  Place place;                             // of a field, a cell or an edited paragraph
  std::string label, englishLabel;         // of a cell: "Bảng · Cột"
  const FieldDefinition* field = nullptr;  // in RevisionDifferences::definition; nullptr: a paragraph
  std::optional<Value> before, after;      // nullopt: the row does not exist, or this is a paragraph
  std::string textBefore, textAfter;       // of a paragraph; empty: not edited
};
// A file that was imported, as the section's journal notes it.
struct ImportedInRevision {
  std::string name, digest;
  Actor who;
  Time at{};
};
struct RevisionDifferences {
  std::shared_ptr<const CompiledDefinition> definition;
  int before = 0, after = 0;           // revisions; `before` 0: `after` is the first one, compared with no data
  std::vector<SectionDifference> all;  // fields in order, then tables, then paragraphs
  // What was imported between the two revisions and not taken back; none where the journal is not (at the office).
  std::vector<ImportedInRevision> imports;
};
// Compares a revision with the highest lower one that was received. `revision` 0: the latest.
// Errors:
//   plugin.missing
//   section.not-received   there is no such revision
Result<RevisionDifferences> differencesOf(Suite& suite, const SectionKey& key, int revision);

}  // namespace cchc
