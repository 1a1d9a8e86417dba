// Everything that is open while the suite runs: plugins with their definitions, the store, the outline, the clock, the
// person.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/app/shared/outbox.h"
#include "core/consolidation/consolidate.h"
#include "core/exchange/report/outline.h"
#include "core/plugin/plugin_host.h"
#include "core/rendering/render.h"
#include "core/store/store.h"

namespace cchc {

// Where an installation keeps its files, found relative to the program: the same in a build tree and installed.
struct Resources {
  std::filesystem::path schemas;  // XSD, XSLT, outline, catalogues
  std::filesystem::path sample;
  std::filesystem::path plugins;
};
// suite.resources when the program stands alone.
Result<Resources> findResources(const std::filesystem::path& program);

struct Catalogue;

struct SuiteOptions {
  std::string store;                                 // path, or postgresql://…
  std::vector<std::filesystem::path> pluginFolders;  // beside the installation's own (for development)
  Resources resources;
  const Clock* clock = nullptr;  // borrowed; lives longer than the suite
  Actor actor;
  std::filesystem::path outboxes = {};  // where edits for a shared store wait; empty: outbox/ in the user's data folder
  bool beside = false;  // a second suite of this process, for work beside the first, which alone has the outbox
  std::shared_ptr<const Catalogue> catalogue =
      {};  // read already, by another suite of this process; empty: read now. A suite puts its own here
};

// What an installation has: plugins with what they define, the report's outline, well-known documents; needs no store.
// Once read it does not change, and several threads may use it.
struct Catalogue {
  DefinitionRegistry registry;
  std::vector<std::shared_ptr<const CompiledDefinition>> compiled;  // in report order
  PluginHost plugins;
  std::vector<OutlineEntry> outline;                        // these two: of the suites that have it
  std::map<std::string, CentralDocument> centralDocuments;  // by symbol

  std::shared_ptr<const CompiledDefinition> find(
      const DefinitionId& id) const;  // nullptr when absent; also by an older id
};
// A definition as a plugin gives it: read, compiled, its narratives checked, and held against
// schemas/section-definition.xsd, so that nothing is taken that the published schema refuses. Errors with `file`, line,
// and what to mend.
Result<std::shared_ptr<const CompiledDefinition>> readyDefinition(std::string_view xml, const std::string& file,
                                                                  const Schema& schema);
// Plugins whose definitions are not all ready are quarantined; all of them where the schema itself cannot be used.
Catalogue loadCatalogue(const std::vector<std::filesystem::path>& pluginFolders, const std::filesystem::path& schemas);

struct Suite {
  SuiteOptions options;
  const Catalogue& catalogue;  // that of the options
  const std::vector<OutlineEntry>& outline;
  const std::map<std::string, CentralDocument>& centralDocuments;
  Store store;
  std::shared_ptr<Outbox> outbox;  // of a shared store; a file is always there
  std::string identity;            // of what checks sections; empty until identify() was called

  Time now() const { return options.clock->now(); }
};
// Quarantined plugins are no error: see Suite::catalogue.plugins.
Result<std::unique_ptr<Suite>> openSuite(SuiteOptions options);
// Before the first edit of a section: its draft is there, and one that was returned is being mended.
Result<SectionHeader> beginSection(Store& store, const SectionKey& key, const SectionDefinition& definition,
                                   const Actor& who);
// Store::apply, through the outbox where there is one.
Result<std::vector<ApplyOutcome>> applyChanges(Suite& suite, const SectionKey& key, std::span<const Change> changes);

// Sets the identity: the digest of the program, its plugins, their definitions and the catalogues. Two suites of one
// identity find the same in the same section. Costs the reading of those files once.
Status identify(Suite& suite);
// Identity and period together: what a submission's findings depend on besides the submission. "" before identify().
std::string checkedBy(const Suite& suite, const Period& period);

// section.unknown with the ids there are.
Result<std::shared_ptr<const CompiledDefinition>> definitionOf(const Suite& suite, const std::string& id);
// The key of an assigned section, `unit` being its subject or its reporter. unit.unknown, period.unknown,
// section.not-assigned, section.ambiguous.
Result<SectionKey> sectionKey(Suite& suite, const std::string& definition, const std::string& unit,
                              const std::string& period);
Result<Period> periodOf(Suite& suite, const PeriodId& id);
Result<OrgUnit> unitOf(Suite& suite, const OrgUnitId& id);

}  // namespace cchc
