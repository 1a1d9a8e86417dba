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

// Admits all definitions of a plugin, or none: half a plugin would report half a department.
Result<std::vector<DefinitionId>> admit(Catalogue& catalogue, const std::vector<OfferedDefinition>& offered,
                                        const Schema& schema) {
  auto registry = catalogue.registry;
  std::vector<std::shared_ptr<const CompiledDefinition>> compiled;
  std::vector<DefinitionId> ids;
  for (const auto& offer : offered) {
    CCHC_TRY(auto ready, readyDefinition(offer.xml, offer.file, schema));
    if (auto added = registry.add(ready->shared()); !added) return fail(located(added.error(), offer.file));
    ids.push_back(ready->definition().id);
    compiled.push_back(std::move(ready));
  }
  catalogue.registry = std::move(registry);
  for (auto& definition : compiled) catalogue.compiled.push_back(std::move(definition));
  return ids;
}

void convert(const std::vector<OutlinePlace>& places, std::vector<OutlineEntry>& entries) {
  for (const auto& place : places) {
    auto& entry = entries.emplace_back(OutlineEntry{{place.id, place.vi}, {}});
    convert(place.places, entry.places);
  }
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

Catalogue loadCatalogue(const std::vector<std::filesystem::path>& pluginFolders, const std::filesystem::path& schemas) {
  Catalogue catalogue;
  const auto schema = Schema::load(schemas / "section-definition.xsd");
  for (const auto& folder : pluginFolders) {
    catalogue.plugins.load(folder,
                           [&](const std::vector<OfferedDefinition>& offered) -> Result<std::vector<DefinitionId>> {
                             if (!schema) return fail(schema.error());
                             return admit(catalogue, offered, *schema);
                           });
  }
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
  CCHC_TRY(const auto places, readOutline(outlineXml, "report-outline.xml"));
  CCHC_TRY(const auto documentsXml, readFile(schemas / "central-documents.xml"));
  CCHC_TRY(auto documents, readCentralDocuments(documentsXml, "central-documents.xml"));
  std::vector<std::filesystem::path> folders{resources.plugins};
  folders.insert(folders.end(), pluginFolders.begin(), pluginFolders.end());
  auto catalogue = std::make_shared<Catalogue>(loadCatalogue(folders, schemas));
  convert(places, catalogue->outline);
  for (auto& document : documents) catalogue->centralDocuments.emplace(document.symbol, std::move(document));
  return catalogue;
}

}  // namespace cchc
