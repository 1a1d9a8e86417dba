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
#include "core/model/finding.h"
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
// The definition of a section: the version that is in force on the last day of its period. An issued section, one of a
// higher version than this program has, and one whose plugin or version is missing have the definition that the store
// kept when they were last edited or received; they can then only be viewed (viewOnly).
// Errors:
//   period.unknown, period.none
//   plugin.missing             neither exists, and no plugin provides the definition
//   definition.none-in-force   neither exists, and the plugin has versions for other periods only
//   section.newer-definition   neither exists, and the section has a higher version
Result<std::shared_ptr<const CompiledDefinition>> definitionFor(Suite& suite, const SectionKey& key);
// Why a section can only be viewed; nullopt: it need not be, as far as its definition matters.
// Errors, as the value:
//   plugin.missing, definition.none-in-force, section.newer-definition
//   assignment.ended, assignment.other-form   it is not asked (suite/asked_sections.h)
// Other errors: those of the store.
Result<std::optional<Error>> viewOnly(Suite& suite, const SectionHeader& header, const Period& period);
// nullopt: the section has been neither begun nor received. Data of a lower version of the definition are moved along
// to definitionFor, and what is not in force is kept. Errors: those of definitionFor, readPackage, checkAgainstRow
// (submission.altered) and the store.
Result<std::optional<LoadedSection>> loadSection(Suite& suite, const SectionKey& key);
// The data of a section for comparison with another one, or to carry over to it: laid out by `definition`, which may be
// another version. If there is no such section, that of an earlier id of the definition. nullopt: neither exists.
// Errors: those of loadSection.
Result<std::optional<SectionData>> loadDataAs(Suite& suite, const SectionKey& key, const SectionDefinition& definition);

// The section of the period of comparison from which values and tasks carry over: the unit's own, or that of the single
// unit which became this one as a whole and alone, so that its territory is the same. nullopt: there is none, or the
// definition carries nothing over. Errors: those of the store.
struct CarrySource {
  OrgUnitId unit;
  Period period;
  SectionData data;  // laid out by the definition
};
Result<std::optional<CarrySource>> carriedFrom(Suite& suite, const SectionKey& key, const Period& period,
                                               const std::shared_ptr<const CompiledDefinition>& definition);
// An information core.carried-from if that is another unit's; errors: those of carriedFrom.
Result<std::vector<Finding>> carryFindings(Suite& suite, const SectionKey& key, const Period& period,
                                           const std::shared_ptr<const CompiledDefinition>& definition);
// The data that a section starts with: defaults, what carries over from the period of comparison (carriedFrom), and the
// opening stocks that follow from the period which ended on the eve.
Result<SectionData> startingDataOf(Suite& suite, const SectionKey& key, const Period& period,
                                   const std::shared_ptr<const CompiledDefinition>& definition);
// Errors:
//   period.closed
//   section.locked                  it is submitted, accepted, in the report or issued; states since when and by whom
//   and the other errors of permits
Status mayEdit(Suite& suite, const SectionHeader& header, const Period& period);

// A draft as data of a definition, which may be newer than the draft.
struct FittedDraft {
  // A value that the definition has no place for, that does not fit its field (fits in exchange/values), or that is not
  // in force, is in SectionData::kept. If it has a value at a current and at an older id of one field, the older one is
  // kept.
  SectionData data;
  std::vector<DraftRow> rows;
  // The changes that make the draft in the store one of these data: they empty the old places and write the kept
  // values. Their author is the program. Empty for a draft of this definition.
  std::vector<Change> keeping;
};
FittedDraft fitDraft(const SectionDefinition& definition, const PartsInForce& parts, const DraftContent& draft,
                     const SectionHeader& header, const Suite& suite);
// The data of one version of a definition laid out by another one: by the same id, or an older id in renamed-from. What
// has no home there, or does not fit it, is in SectionData::kept.
SectionData movedAlong(const SectionDefinition& from, const SectionData& data, const SectionDefinition& to);
// The author of what the program itself changes: account and PC stay those of the person, whose edit follows.
Actor programFor(const Actor& person);
// The rows of data that are not in the store yet: each has its index as position.
std::vector<DraftRow> rowsOf(const SectionDefinition& definition, const SectionData& data);
// The changes that make a draft one of these data.
std::vector<Change> changesTo(const SectionDefinition& definition, const SectionData& data, const DraftContent& draft,
                              const SectionHeader& header, const Actor& who, Time now);
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

// Whether a package is received or shown now, or was stored before.
enum class PackageOrigin : unsigned char { arriving, stored };
// Looks up definitions for the readers of packages: the version that is in force on the last day of the package's
// period. Any thread may use it. A package of a lower version is moved along by its reader, and so is one that is
// stored already and has another content of the definition. Errors: those of the store; and of the lookup:
//   package.unknown-section    no plugin provides the definition
//   package.no-definition      the plugin has versions for other periods only
//   package.newer-definition   the package was made with a higher version than the one in force
//   package.other-definition   an arriving package was made with another content of the same version
Result<DefinitionLookup> definitionLookup(Suite& suite, PackageOrigin origin);

}  // namespace cchc
