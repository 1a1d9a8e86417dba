// What is open while the suite runs: the catalogue of the installation, the store, the outbox, and the current user.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/app/suite/resources.h"
#include "core/app/suite/unit_marks.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/definition/in_force.h"
#include "core/model/org_unit.h"
#include "core/model/section.h"
#include "core/model/units/unit_codes.h"
#include "core/store/store.h"

namespace cchc {

class CompiledDefinition;
class DefinitionSet;
class Outbox;
struct Catalogue;
struct SectionDefinition;

struct SuiteOptions {
  std::string store;                                 // path, or postgresql://…
  std::vector<std::filesystem::path> pluginFolders;  // in addition to the installation's own, for development
  Resources resources;
  const Clock* clock = nullptr;  // borrowed; must outlive the suite
  Actor actor;
  std::filesystem::path outboxes = {};  // folder of the outboxes; empty: outbox/ in the user's data folder
  bool withoutOutbox = false;           // for a further suite of this process, since only the first one has the outbox
  // A catalogue that another suite of this process has read. Empty: openSuite reads it, and sets it here in the suite's
  // own options.
  std::shared_ptr<const Catalogue> catalogue = {};
  std::optional<std::string> as = {};  // the desk that the user names (desk.h); none: that of the store
};

// One suite belongs to one thread, as its store does.
struct Suite {
  SuiteOptions options;
  const Catalogue& catalogue;  // that of the options
  Store store;
  std::shared_ptr<const DefinitionSet> definitions;  // of the catalogue and of the store (definitionsWith)
  std::shared_ptr<Outbox> outbox;  // null for a file, with withoutOutbox, or if its folder cannot be written to
  std::string identity;            // see identify()
  UnitMarks unitMarks;             // see checkedBy()

  Time now() const { return options.clock->now(); }
};

// A quarantined plugin is not an error: see PluginHost::plugins.
// Errors: those of Store::open, Store::login, loadInstalledCatalogue and setDesk (desk.h).
Result<std::unique_ptr<Suite>> openSuite(SuiteOptions options);

// Called before the first edit of a section: creates its draft, and moves a returned section back to the state draft.
// Errors: those of Store::saveDefinition, Store::openSection and Store::transition.
Result<SectionHeader> beginSection(Store& store, const SectionKey& key, const SectionDefinition& definition,
                                   const Actor& who);
// Store::apply, or Outbox::apply if there is an outbox.
Result<std::vector<ApplyOutcome>> applyChanges(Suite& suite, const SectionKey& key, std::span<const Change> changes);

// Sets Suite::identity, unless it is set: the digest of the program, the plugins' libraries and texts, every version of
// every definition, and the files of the catalogue. Reads the program and the libraries.
// Errors:
//   file.read   one of the files cannot be read
Status identify(Suite& suite);
// Digest of the identity, the period, and the units on its last day, which together determine the findings of a
// submission: two suites for which it is the same have the same findings. "" before identify().
// Errors: those of the store.
Result<std::string> checkedBy(Suite& suite, const Period& period);

// The version of a definition that is in force on the last day of the period.
// Errors:
//   section.unknown            no plugin provides that definition; the error lists the known ones
//   definition.quarantined     it is here, and wrong
//   definition.none-in-force   none of its versions is in force then; the error lists them with their first days
Result<std::shared_ptr<const CompiledDefinition>> definitionOf(const Suite& suite, const DefinitionId& id,
                                                               const Period& period);
// The same; nullptr if there is none, or if the store does not know the period.
std::shared_ptr<const CompiledDefinition> definitionInForce(Suite& suite, const DefinitionId& id,
                                                            const PeriodId& period);
// The key of an assigned section; `unit` is its subject or its reporter.
// Errors:
//   section.unknown, period.unknown, period.none, unit.unknown
//   section.not-assigned   the unit does not report that definition in that period
//   section.ambiguous      the unit reports it for several subjects; the error lists them
Result<SectionKey> sectionKey(Suite& suite, const std::string& definition, const std::string& unit,
                              const std::string& period);
// Errors:
//   period.unknown   the error lists the known periods
//   period.none      the store has no periods at all
Result<Period> periodOf(Suite& suite, const PeriodId& id);
// How files and people name the units of each period.
Result<UnitCodes> unitCodes(Suite& suite);
// The unit as it is on the last day of the period.
// Errors:
//   unit.unknown
Result<OrgUnit> unitOf(Suite& suite, const OrgUnitId& id, const Period& period);
// The unit that has the code on the last day of the period.
// Errors:
//   unit.unknown
Result<OrgUnit> unitWithCode(Suite& suite, std::string_view code, const Period& period);

// What decides which parts of a section of the unit are in force.
Result<Circumstances> circumstancesOf(Suite& suite, const OrgUnitId& unit, const Period& period);
// The parts of the definition that are in force for the section. If none is ever out of force, nothing is read.
// Errors: those of periodOf.
Result<PartsInForce> partsInForce(Suite& suite, const SectionDefinition& definition, const SectionKey& key);

// For messages: the unit's name on the last day of the period, or its id if the store does not know it.
std::string nameOf(Suite& suite, const OrgUnitId& id, const PeriodId& period);
// The parameters {section} and {section_en} (the title of the definition), {unit} and {period} (their names); ids if
// there is no name.
std::vector<Parameter> sectionParameters(Suite& suite, const SectionKey& key);

}  // namespace cchc
