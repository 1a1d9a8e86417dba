// The one place that wires the leaves together: plugins give definitions, rules compile them, the store keeps them.
#include "core/app/suite.h"
#include "core/base/platform.h"

namespace cchc {
namespace {

// All definitions of a plugin, or none: half a plugin would report half a department.
Result<std::vector<DefinitionId>> admit(Catalogue& catalogue, const std::vector<OfferedDefinition>& offered) {
  auto registry = catalogue.registry;
  std::vector<std::shared_ptr<const CompiledDefinition>> compiled;
  std::vector<DefinitionId> ids;
  for (const auto& offer : offered) {
    CCHC_TRY(auto definition, readDefinition(offer.xml, offer.file));
    const auto located = [&](Error error) {  // rules and narratives know the line only
      if (error.place.find(offer.file) == std::string::npos) error.place = offer.file + (error.place.empty() ? "" : ":" + error.place);
      return error;
    };
    auto ready = CompiledDefinition::compile(definition);
    if (!ready) return fail(located(ready.error()));
    if (auto checked = checkNarratives(**ready); !checked) return fail(located(checked.error()));
    if (auto added = registry.add(definition); !added) return fail(located(added.error()));
    ids.push_back(definition->id);
    compiled.push_back(std::move(*ready));
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

Catalogue loadCatalogue(const std::vector<std::filesystem::path>& pluginFolders) {
  Catalogue catalogue;
  for (const auto& folder : pluginFolders) {
    catalogue.plugins.load(folder, [&](const std::vector<OfferedDefinition>& offered) { return admit(catalogue, offered); });
  }
  // In report order, as the registry keeps them.
  std::vector<std::shared_ptr<const CompiledDefinition>> ordered;
  for (const auto& definition : catalogue.registry.all()) ordered.push_back(catalogue.find(definition->id));
  catalogue.compiled = std::move(ordered);
  return catalogue;
}

Result<std::unique_ptr<Suite>> openSuite(SuiteOptions options) {
  const auto& schemas = options.resources.schemas;
  CCHC_TRY(auto outlineXml, readFile(schemas / "report-outline.xml"));
  CCHC_TRY(auto places, readOutline(outlineXml, "report-outline.xml"));
  CCHC_TRY(auto documentsXml, readFile(schemas / "central-documents.xml"));
  CCHC_TRY(auto documents, readCentralDocuments(documentsXml, "central-documents.xml"));
  CCHC_TRY(auto store, Store::open(options.store, *options.clock));
  std::vector<std::filesystem::path> folders{options.resources.plugins};
  folders.insert(folders.end(), options.pluginFolders.begin(), options.pluginFolders.end());
  auto suite = std::unique_ptr<Suite>(new Suite{std::move(options), loadCatalogue(folders), {}, {}, std::move(store)});
  convert(places, suite->outline);
  for (auto& document : documents) suite->centralDocuments.emplace(document.symbol, std::move(document));
  return suite;
}

}  // namespace cchc
