// The one place that wires the leaves together: plugins give definitions, rules compile them, the store keeps them.
#include "core/app/suite/suite.h"
#include "core/base/digest.h"
#include "core/base/platform.h"

namespace cchc {
namespace {

// Rules and narratives know the line only.
Error located(Error error, const std::string& file) {
  if (error.place.find(file) == std::string::npos) error.place = file + (error.place.empty() ? "" : ":" + error.place);
  return error;
}

// All definitions of a plugin, or none: half a plugin would report half a department.
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
  // Last: what the readers say for themselves is said better.
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
  // In report order, as the registry keeps them.
  std::vector<std::shared_ptr<const CompiledDefinition>> ordered;
  for (const auto& definition : catalogue.registry.all()) ordered.push_back(catalogue.find(definition->id));
  catalogue.compiled = std::move(ordered);
  return catalogue;
}

Result<std::vector<ApplyOutcome>> applyChanges(Suite& suite, const SectionKey& key, std::span<const Change> changes) {
  return suite.outbox ? suite.outbox->apply(suite.store, key, changes) : suite.store.apply(key, changes);
}

Result<SectionHeader> beginSection(Store& store, const SectionKey& key, const SectionDefinition& definition,
                                   const Actor& who) {
  CCHC_CHECK(store.putDefinition(definition));
  CCHC_TRY(auto header, store.openSection(key, definition));
  if (header.state == SectionState::returned) return store.transition(key, SectionAction::edit, who, "");
  return header;
}

namespace {

Result<std::shared_ptr<const Catalogue>> installation(const SuiteOptions& options) {
  const auto& schemas = options.resources.schemas;
  CCHC_TRY(const auto outlineXml, readFile(schemas / "report-outline.xml"));
  CCHC_TRY(const auto places, readOutline(outlineXml, "report-outline.xml"));
  CCHC_TRY(const auto documentsXml, readFile(schemas / "central-documents.xml"));
  CCHC_TRY(auto documents, readCentralDocuments(documentsXml, "central-documents.xml"));
  std::vector<std::filesystem::path> folders{options.resources.plugins};
  folders.insert(folders.end(), options.pluginFolders.begin(), options.pluginFolders.end());
  auto catalogue = std::make_shared<Catalogue>(loadCatalogue(folders, schemas));
  convert(places, catalogue->outline);
  for (auto& document : documents) catalogue->centralDocuments.emplace(document.symbol, std::move(document));
  return catalogue;
}

}  // namespace

Result<std::unique_ptr<Suite>> openSuite(SuiteOptions options) {
  CCHC_TRY(auto store, Store::open(options.store, *options.clock));
  CCHC_TRY(const auto roles, store.roles());
  options.actor.roles &= roles;
  // In a shared store a person is whom the database knows; what this PC calls them says nothing to others.
  CCHC_TRY(auto login, store.login());
  if (!login.empty()) options.actor.login = std::move(login);
  if (!options.catalogue) {
    CCHC_TRY(options.catalogue, installation(options));
  }
  const auto& catalogue = *options.catalogue;
  auto suite = std::unique_ptr<Suite>(
      new Suite{std::move(options), catalogue, catalogue.outline, catalogue.centralDocuments, std::move(store)});
  if (const auto& address = suite->options.store; isSharedStore(address) && !suite->options.beside) {
    const auto folder =
        suite->options.outboxes.empty() ? platform::userDataFolder() / "outbox" : suite->options.outboxes;
    // By the address without its password, which may change while edits wait.
    const auto named = [&](const std::string& of) { return folder / (sha256(of).substr(0, 16) + ".tsv"); };
    const auto file = named(shownStore(address)),
               before = named(address);  // where an older version had put what still waits
    std::error_code none;
    if (before != file && !std::filesystem::exists(file, none)) std::filesystem::rename(before, file, none);
    suite->outbox = Outbox::take(file);
    if (suite->outbox) {
      suite->outbox->begin = [catalogue = suite->options.catalogue](Store& in, const SectionKey& key,
                                                                    const Actor& who) -> Status {
        const auto definition = catalogue->find(key.definition);
        if (!definition) return fail("plugin.missing", keyText(key));
        CCHC_TRY(const auto begun, beginSection(in, key, definition->definition(), who));
        static_cast<void>(begun);
        return {};
      };
      suite->outbox->send(suite->store);
    }
  }
  return suite;
}

}  // namespace cchc
