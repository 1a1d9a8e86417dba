// What changed between two revisions of a section, place by place.
#pragma once
#include <optional>

#include "core/app/suite/suite.h"

namespace cchc {

struct SectionDifference {
  std::string place;                       // Place text; "¶id" of an edited paragraph
  std::string label, englishLabel;         // "Bảng · Cột" of a cell
  const FieldDefinition* field = nullptr;  // of the definition beside; nullptr: a paragraph
  std::optional<Value> before, after;      // none: blank, or its row is not there
  std::string textBefore, textAfter;       // of a paragraph; empty: not edited
};
struct RevisionDifferences {
  std::shared_ptr<const CompiledDefinition> definition;
  int before = 0, after = 0;           // revisions; before 0: the first is held against nothing
  std::vector<SectionDifference> all;  // fields in their order, then tables, then paragraphs
};
// A revision beside the last one that came in before it in number, whether or not there are some in between that never
// came in. 0: the latest. plugin.missing; section.not-received.
Result<RevisionDifferences> differencesOf(Suite& suite, const SectionKey& key, int revision);

}  // namespace cchc
