// What an installation offers: plugins with their definitions, the report's outline, well-known documents.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/resources.h"
#include "core/base/result.h"
#include "core/consolidation/consolidate.h"
#include "core/definition/registry.h"
#include "core/exchange/report/outline.h"
#include "core/plugin/plugin_host.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

class Schema;

// It needs no store. It does not change after it has been read, so several threads may use it.
struct Catalogue {
  DefinitionRegistry registry;
  std::vector<std::shared_ptr<const CompiledDefinition>> compiled;  // in report order
  PluginHost plugins;
  std::vector<OutlineEntry> outline;                        // filled only by loadInstalledCatalogue
  std::map<std::string, CentralDocument> centralDocuments;  // by symbol; filled only by loadInstalledCatalogue

  // Finds a definition by its id or by one that it had before; nullptr if there is none.
  std::shared_ptr<const CompiledDefinition> find(const DefinitionId& id) const;
};

// Reads and compiles a definition, checks its narratives, and validates it against `schema`
// (schemas/section-definition.xsd), so that nothing is accepted that the published schema rejects.
// Errors, each with `file` and line: those of readDefinition, CompiledDefinition::compile, checkNarratives and
// Schema::validate.
Result<std::shared_ptr<const CompiledDefinition>> readyDefinition(std::string_view xml, const std::string& file,
                                                                  const Schema& schema);

// The departments of the installation, then those in `pluginFolders`, then those of the machine and the user, which
// have no libraries. A wrong definition is quarantined alone; all definitions are if the schema itself cannot be used.
// Errors:
//   plugin.no-folder   one of `pluginFolders` is not there
Result<Catalogue> loadCatalogue(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders);

// The same, with outline and well-known documents.
// Errors: those of loadCatalogue, readFile, readOutline and readCentralDocuments. A quarantined plugin is not an error.
Result<std::shared_ptr<const Catalogue>> loadInstalledCatalogue(
    const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders);

}  // namespace cchc
