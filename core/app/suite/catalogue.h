// What an installation offers: plugins with their definitions, the report's outline, well-known documents.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/definition_set.h"
#include "core/app/suite/kept_definitions.h"
#include "core/app/suite/resources.h"
#include "core/base/result.h"
#include "core/consolidation/consolidate.h"
#include "core/exchange/report/outline.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

// A file that shapes checks and reports, as it was read.
struct CatalogueFile {
  std::string name;  // under the folder of the installation: "schemas/report-outline.xml"
  std::string digest, content;
};

// It needs no store. It does not change after it has been read, so several threads may use it.
struct Catalogue {
  DefinitionSet definitions;  // all versions that are installed
  PluginHost plugins;
  Outline outline;
  std::map<std::string, CentralDocument> centralDocuments;  // by symbol
  std::vector<CatalogueFile> files;                         // of which outline and documents were read
  // What the outline leaves out and no installed definition has, at file:line:column: outline.unknown-definition,
  // outline.unknown-group. The rest of the outline holds.
  std::vector<Error> outlineFaults;
  // What this process has read of the definitions of stores. Never null.
  std::shared_ptr<KeptDefinitions> kept = std::make_shared<KeptDefinitions>();
};

// The name of a file of the folder schemas.
std::string schemaFileName(std::string_view name);
// Sets outline and well-known documents from the files, and the files themselves.
// Errors: those of readOutline and readCentralDocuments.
Status readFiles(Catalogue& catalogue, std::vector<CatalogueFile> files);

// The departments of the installation, then those in `pluginFolders`, then those of the machine and the user, which
// have no libraries; with outline and well-known documents. The definitions of all are checked together
// (definition_check.h), and a wrong one is quarantined alone; all are if the schema itself cannot be used.
// Errors: those of readFile, readOutline and readCentralDocuments, and
//   plugin.no-folder   one of `pluginFolders` is not there
Result<Catalogue> loadCatalogue(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders);
// The same, to be shared.
Result<std::shared_ptr<const Catalogue>> loadInstalledCatalogue(
    const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders);

}  // namespace cchc
