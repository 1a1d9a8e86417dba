#include "core/app/suite/catalogue.h"

#include <utility>

#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "core/narrative/narrative.h"
#include "core/rendering/schema.h"

namespace cchc {
namespace {

constexpr const char* outlineFile = "report-outline.xml";
constexpr const char* documentsFile = "central-documents.xml";

// Rules and narratives know only the line.
Error located(Error error, const std::string& file) {
  if (error.place.find(file) == std::string::npos) error.place = file + (error.place.empty() ? "" : ":" + error.place);
  return error;
}

Result<DefinitionId> admit(Catalogue& catalogue, const OfferedDefinition& offered, const Schema& schema) {
  CCHC_TRY(auto ready, readyDefinition(offered.xml, offered.file, schema));
  if (auto added = catalogue.definitions.add(ready); !added) return fail(located(added.error(), offered.file));
  return ready->definition().id;
}

}  // namespace

std::string schemaFileName(std::string_view name) { return "schemas/" + std::string(name); }

Status readFiles(Catalogue& catalogue, std::vector<CatalogueFile> files) {
  catalogue.outline = {};
  catalogue.centralDocuments.clear();
  for (const auto& file : files) {
    if (file.name == schemaFileName(outlineFile)) {
      CCHC_TRY(catalogue.outline, readOutline(file.content, outlineFile));
    } else if (file.name == schemaFileName(documentsFile)) {
      CCHC_TRY(auto documents, readCentralDocuments(file.content, documentsFile));
      for (auto& document : documents) catalogue.centralDocuments.emplace(document.symbol, std::move(document));
    }
  }
  catalogue.files = std::move(files);
  return {};
}

Result<std::shared_ptr<const CompiledDefinition>> readyDefinition(std::string_view xml, const std::string& file,
                                                                  const Schema& schema) {
  CCHC_TRY(auto definition, readDefinition(xml, file));
  auto ready = CompiledDefinition::compile(definition);
  if (!ready) return fail(located(ready.error(), file));
  if (auto checked = checkSpansInForce(**ready); !checked) return fail(located(checked.error(), file));
  if (auto checked = checkNarratives(**ready); !checked) return fail(located(checked.error(), file));
  // The schema comes last, since the readers give clearer messages than a validator.
  CCHC_CHECK(schema.validate(xml, file));
  return std::move(*ready);
}

Result<Catalogue> loadCatalogue(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders) {
  std::vector<PluginFolder> folders{{resources.plugins, PluginFolder::Kind::withLibraries}};
  for (const auto& folder : pluginFolders) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
      return fail("plugin.no-folder", folder.string(), {}, ErrorKind::usage);
    folders.push_back({folder, PluginFolder::Kind::withLibraries});
  }
  for (const auto& folder : resources.definitions) folders.push_back({folder, PluginFolder::Kind::definitionsOnly});

  Catalogue catalogue;
  const auto schema = Schema::load(resources.schemas / "section-definition.xsd");
  const auto admitted = [&](const OfferedDefinition& offered) -> Result<DefinitionId> {
    if (!schema) return fail(schema.error());
    return admit(catalogue, offered, *schema);
  };
  for (const auto& folder : folders) catalogue.plugins.load(folder, resources.loadingMarks, admitted);
  return catalogue;
}

Result<std::shared_ptr<const Catalogue>> loadInstalledCatalogue(
    const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders) {
  std::vector<CatalogueFile> files;
  for (const auto* name : {outlineFile, documentsFile}) {
    CCHC_TRY(auto content, readFile(resources.schemas / name));
    auto digest = sha256(content);
    files.push_back({schemaFileName(name), std::move(digest), std::move(content)});
  }
  CCHC_TRY(auto loaded, loadCatalogue(resources, pluginFolders));
  auto catalogue = std::make_shared<Catalogue>(std::move(loaded));
  CCHC_CHECK(readFiles(*catalogue, std::move(files)));
  return catalogue;
}

}  // namespace cchc
