#include "core/app/suite/catalogue.h"

#include <utility>

#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "core/narrative/narrative.h"
#include "core/rendering/schema.h"

namespace cchc {
namespace {

// Rules and narratives know only the line.
Error located(Error error, const std::string& file) {
  if (error.place.find(file) == std::string::npos) error.place = file + (error.place.empty() ? "" : ":" + error.place);
  return error;
}

Result<DefinitionId> admit(Catalogue& catalogue, const OfferedDefinition& offered, const Schema& schema) {
  CCHC_TRY(auto ready, readyDefinition(offered.xml, offered.file, schema));
  if (auto added = catalogue.registry.add(ready->shared()); !added) return fail(located(added.error(), offered.file));
  auto id = ready->definition().id;
  catalogue.compiled.push_back(std::move(ready));
  return id;
}

}  // namespace

std::shared_ptr<const CompiledDefinition> Catalogue::find(const DefinitionId& id) const {
  const auto* definition = registry.find(id);
  for (const auto& candidate : compiled) {
    if (definition != nullptr && &candidate->definition() == definition) return candidate;
  }
  return nullptr;
}

Result<std::shared_ptr<const CompiledDefinition>> readyDefinition(std::string_view xml, const std::string& file,
                                                                  const Schema& schema) {
  CCHC_TRY(auto definition, readDefinition(xml, file));
  auto ready = CompiledDefinition::compile(definition);
  if (!ready) return fail(located(ready.error(), file));
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
  // The registry keeps report order.
  std::vector<std::shared_ptr<const CompiledDefinition>> ordered;
  for (const auto& definition : catalogue.registry.all()) ordered.push_back(catalogue.find(definition->id));
  catalogue.compiled = std::move(ordered);
  return catalogue;
}

Result<std::shared_ptr<const Catalogue>> loadInstalledCatalogue(
    const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders) {
  const auto& schemas = resources.schemas;
  CCHC_TRY(const auto outlineXml, readFile(schemas / "report-outline.xml"));
  CCHC_TRY(auto outline, readOutline(outlineXml, "report-outline.xml"));
  CCHC_TRY(const auto documentsXml, readFile(schemas / "central-documents.xml"));
  CCHC_TRY(auto documents, readCentralDocuments(documentsXml, "central-documents.xml"));
  CCHC_TRY(auto loaded, loadCatalogue(resources, pluginFolders));
  auto catalogue = std::make_shared<Catalogue>(std::move(loaded));
  catalogue->outline = std::move(outline);
  for (auto& document : documents) catalogue->centralDocuments.emplace(document.symbol, std::move(document));
  return catalogue;
}

}  // namespace cchc
