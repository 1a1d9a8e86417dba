// Loads the data of a section from the store: its draft, or the package of its last submission.
#include <algorithm>
#include <map>
#include <utility>

#include "core/app/check/stored_check.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/asked_sections.h"
#include "core/app/suite/catalogue.h"
#include "core/definition/not_in_force.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

namespace {

// What a plugin that has no version for a period is told.
Error noneInForce(Suite& suite, const SectionKey& key, const Period& period) {
  const auto none = definitionOf(suite, key.definition, period);
  if (!none && none.error().code == "definition.none-in-force") return none.error();
  return {"plugin.missing", keyText(key), {}, ErrorKind::refusal};
}

Error newerDefinition(const SectionHeader& header, const SectionDefinition& here) {
  return {"section.newer-definition",
          keyText(header.key),
          {{"title", here.title.vi},
           {"title_en", here.title.in(Language::en)},
           {"version", std::to_string(header.definitionVersion)},
           {"here", std::to_string(here.version)}},
          ErrorKind::refusal};
}

}  // namespace

Result<DefinitionLookup> definitionLookup(Suite& suite, PackageOrigin origin) {
  CCHC_TRY(const auto periods, suite.store.periods());
  std::map<PeriodId, Period> known;
  for (const auto& period : periods) known.emplace(period.id, period);
  return [definitions = suite.definitions, known = std::move(known),
          origin](const SubmissionHeader& header) -> Result<const SectionDefinition*> {
    const auto& id = header.key.definition;
    const auto& registry = definitions->registry();
    const auto period = known.find(header.key.period);
    // A package of an unknown period is refused by what is checked next.
    const auto* here = period == known.end() ? registry.newest(id) : registry.find(id, period->second.end);
    if (here == nullptr) {
      const auto* newest = registry.newest(id);
      if (newest == nullptr) return fail("package.unknown-section", "", {{"section", id.value}});
      auto parameters = formDifference(*newest, header);
      parameters.push_back({"period", period->second.name});
      return fail("package.no-definition", "", std::move(parameters));
    }
    if (header.definitionVersion > here->version)
      return fail("package.newer-definition", "", formDifference(*here, header));
    const bool other = header.definitionVersion == here->version && header.definitionDigest != here->digest;
    if (other && origin == PackageOrigin::arriving)
      return fail("package.other-definition", "", formDifference(*here, header));
    return here;
  };
}

Result<std::shared_ptr<const CompiledDefinition>> definitionFor(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto header, suite.store.section(key));
  auto here = definitionInForce(suite, key.definition, key.period);
  if (here && (!header || header->definitionDigest == here->definition().digest)) return here;
  const bool newer = here && header->definitionVersion > here->definition().version;
  const bool own = header && (!here || newer || header->state == SectionState::issued);
  if (own && !header->definitionDigest.empty()) {
    CCHC_TRY(auto kept, suite.catalogue.kept->of(suite.store, header->definitionDigest));
    if (kept) return kept;
  }
  if (newer) return fail(newerDefinition(*header, here->definition()));
  if (here) return here;
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  return fail(noneInForce(suite, key, period));
}

Result<std::optional<Error>> viewOnly(Suite& suite, const SectionHeader& header, const Period& period) {
  const auto& key = header.key;
  const auto here = suite.definitions->find(key.definition, period.end);
  if (!here) return std::optional(noneInForce(suite, key, period));
  if (header.definitionVersion > here->definition().version)
    return std::optional(newerDefinition(header, here->definition()));
  CCHC_TRY(const auto asked, AskedSections::of(suite, period));
  return asked.whyNot(key.definition, key.unit);
}

namespace {

// The package of the submission, read by the definition of the section.
Result<Package> packageOf(const LoadedSection& section, const StoredSubmission& submission) {
  const DefinitionLookup lookup = [&](const SubmissionHeader&) { return &section.definition->definition(); };
  CCHC_TRY(auto package,
           readPackage(submission.package, keyText(section.header.key), lookup, UnitCodes(), {}, Unfit::kept));
  // The row identifies the package that was received; another package in its place must not be shown.
  CCHC_CHECK(checkAgainstRow(package.header, submission));
  return package;
}

// Whether the package was made from the section's journal here. Otherwise the draft does not have its figures: the
// office entered it for the unit, or it was sent from here before the store was lost.
Result<bool> isMadeHere(Suite& suite, const SubmissionHeader& header) {
  if (header.enteredFor) return false;
  CCHC_TRY(const auto journal, suite.store.journal(header.key));
  return header.journalHead.empty() ||
         std::any_of(journal.begin(), journal.end(),
                     [&](const Store::JournalEntry& entry) { return entry.digest == header.journalHead; });
}

// A returned section whose draft does not have what was sent goes on from the package.
Status takeSent(Suite& suite, LoadedSection& section, const PartsInForce& parts, const DraftContent& draft) {
  if (section.header.state != SectionState::returned) return {};
  CCHC_TRY(const auto submission, suite.store.submission(section.header.key, 0));
  if (!submission) return {};
  CCHC_TRY(auto package, packageOf(section, *submission));
  CCHC_TRY(const bool here, isMadeHere(suite, package.header));
  if (here) return {};
  const auto& form = section.definition->definition();
  section.data = std::move(package.data);
  moveNotInForce(form, parts, section.data);
  section.rows = rowsOf(form, section.data);
  section.keeping = changesTo(form, section.data, draft, section.header, programFor(suite.options.actor), suite.now());
  return {};
}

}  // namespace

Result<std::optional<LoadedSection>> loadSection(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto header, suite.store.section(key));
  if (!header) return std::optional<LoadedSection>();
  CCHC_TRY(auto definition, definitionFor(suite, key));
  LoadedSection section{std::move(*header), std::move(definition), {}, false};
  const auto& form = section.definition->definition();
  CCHC_TRY(const auto parts, partsInForce(suite, form, key));
  const bool editing = section.header.state == SectionState::draft || section.header.state == SectionState::returned;
  if (editing) {
    CCHC_TRY(const auto draft, suite.store.draft(key));
    section.draft = !draft.rows.empty() || !draft.values.empty();
    if (section.draft) {
      auto fitted = fitDraft(form, parts, draft, section.header, suite);
      section.data = std::move(fitted.data);
      section.rows = std::move(fitted.rows);
      section.keeping = std::move(fitted.keeping);
      CCHC_CHECK(takeSent(suite, section, parts, draft));
      return std::optional(std::move(section));
    }
  }
  CCHC_TRY(const auto submission, suite.store.submission(key, 0));
  if (!submission) {
    section.data = emptyData(section.definition->definition());
    section.draft = true;
    return std::optional(std::move(section));
  }
  CCHC_TRY(auto package, packageOf(section, *submission));
  section.data = std::move(package.data);
  moveNotInForce(form, parts, section.data);
  return std::optional(std::move(section));
}

Result<std::optional<SectionData>> loadDataAs(Suite& suite, const SectionKey& key,
                                              const SectionDefinition& definition) {
  std::vector<DefinitionId> ids{key.definition};
  for (const auto& older : definition.renamedFrom) ids.emplace_back(older);
  for (const auto& id : ids) {
    CCHC_TRY(auto loaded, loadSection(suite, {id, key.unit, key.period}));
    if (!loaded) continue;
    const auto& own = loaded->definition->definition();
    if (own.digest == definition.digest) return std::optional(std::move(loaded->data));
    return std::optional(movedAlong(own, loaded->data, definition));
  }
  return std::optional<SectionData>();
}

}  // namespace cchc
