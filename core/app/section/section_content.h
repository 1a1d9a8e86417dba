// The data of a section in the store: the rows of a draft, or the package of the last submission.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/section/edits.h"
#include "core/app/suite/suite.h"
#include "core/exchange/package/package.h"
#include "core/model/address.h"
#include "core/model/section_data.h"

namespace cchc {

struct ValuesFile;

struct LoadedSection {
  SectionHeader header;
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  bool draft = false;  // the data are a draft; otherwise the last submission
  // Of a draft: its rows, and the changes that must precede the first edit (FittedDraft).
  std::vector<DraftRow> rows;
  std::vector<Change> keeping;
};
// The definition of a section: from the loaded plugin, otherwise the copy that the store kept when the section was last
// edited or received; the section can then only be viewed.
// Errors:
//   plugin.missing   neither exists
Result<std::shared_ptr<const CompiledDefinition>> definitionFor(Suite& suite, const SectionKey& key);
// nullopt: the section has been neither begun nor received. Data of an older definition are migrated to the current
// one. Errors: those of definitionFor, readPackage, checkAgainstRow (submission.altered) and the store.
Result<std::optional<LoadedSection>> loadSection(Suite& suite, const SectionKey& key);

// The data that a section starts with: defaults, and what carries over from the period of comparison.
Result<SectionData> startingDataOf(Suite& suite, const SectionKey& key, const Period& period,
                                   const CompiledDefinition& definition);
// Errors:
//   period.closed
//   section.locked                  it is submitted, accepted, in the report or issued; states since when and by whom
//   section.role, section.no-role   the person may not edit it
Status mayEdit(Suite& suite, const SectionHeader& header, const Period& period);

// A draft as data of a definition, which may be newer than the draft.
struct FittedDraft {
  // A value that the definition has no place for, or that does not fit its field (fits in exchange/values), is in
  // SectionData::kept. If it has a value at a current and at an older id of one field, the older one is kept.
  SectionData data;
  std::vector<DraftRow> rows;
  // The changes that make the draft in the store one of these data: they empty the old places and write the kept
  // values. Their author is the program. Empty for a draft of this definition.
  std::vector<Change> keeping;
};
FittedDraft fitDraft(const SectionDefinition& definition, const DraftContent& draft, const SectionHeader& header,
                     const Suite& suite);
// What a draft holds for a table or a group that has nothing to report.
inline constexpr std::string_view nothingWord = "nothing";
// What a draft with these data holds at each address, as Store::apply takes it. The position of a row is its index.
std::vector<std::pair<Address, std::string>> draftTexts(const SectionDefinition& definition, const SectionData& data);
// The changes that write the data into an empty draft. Each has a new id, the suite's actor and the current time.
std::vector<Change> startingChanges(const SectionDefinition& definition, const SectionData& data, const Suite& suite);
// The changes of one edit, likewise; `inverse` is the edit that undoes it. The changes of a row's cells follow its
// insertion and precede its removal. `position` is the value of the row's own change.
std::vector<Change> changesOf(const SectionDefinition& definition, const Edit& edit, const Edit& inverse, int position,
                              const Suite& suite);
// The error section.conflict: the entry was not saved, because another person has changed the same place in the
// meantime. It names both values in readable form, and the person. `place`: of the error.
Error conflictError(const SectionDefinition& definition, std::string place, const Change& mine,
                    const ApplyOutcome& theirs);
// The step, without a name, that applies the edits in a values file to the present data.
// Errors, with the place:
//   values.unknown-field    the definition has no such field or table
//   values.unknown-row      there is no such row or column
//   package.too-many-rows   the table would have more rows than its definition allows
Result<EditStep> stepOf(const SectionDefinition& definition, const SectionData& present, const ValuesFile& values);

// Looks up definitions in the catalogue, for the readers of packages; borrows the catalogue.
// Errors of the lookup:
//   package.unknown-section
//   package.newer-definition   the package was made with a newer version of the definition
DefinitionLookup definitionLookup(const Catalogue& catalogue);

}  // namespace cchc
