// Loads the data of a section from the store: its draft, or the package of its last submission.
#include "core/app/check/stored_check.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/definition/carry_over.h"
#include "core/definition/read_definition.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

DefinitionLookup definitionLookup(const Catalogue& catalogue) {
  return [&catalogue](const DefinitionId& id, int version) -> Result<const SectionDefinition*> {
    const auto* definition = catalogue.registry.find(id);
    if (definition == nullptr) return fail("package.unknown-section", "", {{"section", id.value}});
    if (version > definition->version) {
      return fail("package.newer-definition", "",
                  {{"title", definition->title.vi},
                   {"title_en", definition->title.in(Language::en)},
                   {"version", std::to_string(version)}});
    }
    return definition;
  };
}

Result<std::shared_ptr<const CompiledDefinition>> definitionFor(Suite& suite, const SectionKey& key) {
  if (auto loaded = suite.catalogue.find(key.definition)) return loaded;
  CCHC_TRY(const auto header, suite.store.section(key));
  if (!header || header->definitionDigest.empty()) return fail("plugin.missing", keyText(key));
  CCHC_TRY(const auto xml, suite.store.definitionXml(header->definitionDigest));
  if (!xml) return fail("plugin.missing", keyText(key));
  CCHC_TRY(auto definition, readDefinition(*xml, keyText(key), DefinitionSource::store));
  return CompiledDefinition::compile(std::move(definition));
}

Result<std::optional<LoadedSection>> loadSection(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto header, suite.store.section(key));
  if (!header) return std::optional<LoadedSection>();
  CCHC_TRY(auto definition, definitionFor(suite, key));
  LoadedSection section{std::move(*header), std::move(definition), {}, false};
  const bool editing = section.header.state == SectionState::draft || section.header.state == SectionState::returned;
  if (editing) {
    CCHC_TRY(const auto draft, suite.store.draft(key));
    section.draft = !draft.rows.empty() || !draft.values.empty();
    if (section.draft) {
      auto fitted = fitDraft(section.definition->definition(), draft, section.header, suite);
      section.data = std::move(fitted.data);
      section.rows = std::move(fitted.rows);
      section.keeping = std::move(fitted.keeping);
      return std::optional(std::move(section));
    }
  }
  CCHC_TRY(auto submission, suite.store.submission(key, 0));
  if (!submission) {
    section.data = emptyData(section.definition->definition());
    section.draft = true;
    return std::optional(std::move(section));
  }
  const bool loaded = suite.catalogue.find(key.definition) != nullptr;
  const auto kept = [&](const DefinitionId&, int) -> Result<const SectionDefinition*> {
    return &section.definition->definition();
  };
  CCHC_TRY(auto package, readPackage(submission->package, keyText(key),
                                     loaded ? definitionLookup(suite.catalogue) : DefinitionLookup(kept), UnitCodes(),
                                     {}, Unfit::kept));
  // The row identifies the package that was received; another package in its place must not be shown.
  CCHC_CHECK(checkAgainstRow(package.header, *submission));
  section.data = std::move(package.data);
  return std::optional(std::move(section));
}

}  // namespace cchc
