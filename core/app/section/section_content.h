// A section's data as the store holds them: rows of a draft, or the document of its last submission.
#pragma once
#include "core/app/section/edits.h"
#include "core/app/suite/suite.h"
#include "core/exchange/package/package.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

struct LoadedSection {
  SectionHeader header;
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  bool draft = false;  // rows that are being edited; else the last submission
};
// The definition of a section: of the plugin that is loaded, else as the store kept it when the section was last edited
// or received, to look at it only. plugin.missing when neither is there.
Result<std::shared_ptr<const CompiledDefinition>> definitionFor(Suite& suite, const SectionKey& key);
// nullopt: neither begun nor received. A draft or submission of an older definition is moved to the current one.
Result<std::optional<LoadedSection>> loadSection(Suite& suite, const SectionKey& key);

// What a section that was not begun starts with: the defaults, and what carries over from the period compared with.
Result<SectionData> startOf(Suite& suite, const SectionKey& key, const Period& period,
                            const CompiledDefinition& definition);
// period.closed; section.locked for one that is submitted, accepted, in report or issued.
Status mayEdit(Suite& suite, const SectionHeader& header, const Period& period);

// Draft rows and values -> data; what has no home any more is kept.
SectionData dataOfDraft(const SectionDefinition& definition, const DraftContent& draft);
// The journal entries that lead from one state of the data to another, each with old and new value; ids and actors are
// filled in.
std::vector<Change> changesBetween(const SectionDefinition& definition, const SectionData& before,
                                   const SectionData& after, const Suite& suite);
// The journal entries of one edit, `inverse` being what leads back: a row's cells are told after its coming and before
// its going. The row's own entry has `position` as its value.
std::vector<Change> changesOf(const SectionDefinition& definition, const Edit& edit, const Edit& inverse, int position,
                              const Suite& suite);
// Puts the edits of a file into the data. values.unknown-row for the removal of a row that is not there.
Status putValues(const SectionDefinition& definition, const ValuesFile& values, SectionData& data);

// Reads with the definition of the package's own version where the store still has it, and moves the data to the
// current one.
DefinitionLookup lookupIn(const Catalogue& catalogue);

}  // namespace cchc
