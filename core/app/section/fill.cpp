#include "core/app/section/fill.h"

#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/base/platform.h"
#include "core/definition/carry_over.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values) {
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  CCHC_TRY(auto loaded, loadSection(suite, key));
  auto definition = suite.catalogue.find(key.definition);
  if (!definition) return fail("plugin.missing", keyText(key));
  const auto& form = definition->definition();
  if (loaded) {
    CCHC_CHECK(mayEdit(suite, loaded->header, period));
  } else if (period.closed)
    return fail("period.closed", period.id.value, {{"name", period.name}});

  // The new data are complete before anything is written, so that a wrong values file changes nothing.
  auto before = emptyData(form);
  SectionData after;
  if (loaded) {
    if (loaded->draft) before = loaded->data;  // otherwise the draft is written again from the last submission
    after = loaded->data;
  } else {
    CCHC_TRY(after, startingDataOf(suite, key, period, *definition));
  }
  CCHC_CHECK(applyValues(form, values, after));

  CCHC_CHECK(suite.store.saveDefinition(form));
  CCHC_TRY(auto header, suite.store.openSection(key, form));
  if (header.state == SectionState::returned) {
    CCHC_TRY(header, suite.store.transition(key, SectionAction::edit, suite.options.actor, ""));
  }
  for (const auto& attachment : values.attachments) CCHC_CHECK(suite.store.saveAttachment(attachment));
  const auto changes = changesBetween(form, before, after, suite);
  CCHC_TRY(auto outcomes, suite.store.apply(key, changes));
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i].conflict) continue;
    return fail(conflictError(form, keyText(key) + "/" + changes[i].place, changes[i], outcomes[i]));
  }
  CCHC_TRY(auto written, suite.store.section(key));
  return FillOutcome{changes.size(), written ? *written : header};
}

Result<SectionData> presentData(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (loaded) return std::move(loaded->data);
  const auto definition = suite.catalogue.find(key.definition);
  if (!definition) return fail("plugin.missing", keyText(key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  return startingDataOf(suite, key, period, *definition);
}

Result<std::string> sectionWorkbook(Suite& suite, const SectionKey& key, const SectionData& present,
                                    Language language) {
  CCHC_TRY(const auto definition, definitionFor(suite, key));
  CCHC_TRY(const auto unit, unitOf(suite, key.unit));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  return writeSectionWorkbook({definition->definition(), key, unit.name, period.name}, present, language);
}

Result<ValuesFile> readValues(const std::filesystem::path& file, const SectionDefinition& definition,
                              const std::string& table, const SectionKey& key, const SectionData& present) {
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(100) << 20U));
  const auto extension = file.extension().string();
  if (extension == ".csv" || extension == ".tsv" || extension == ".txt")
    return readValuesCsv(bytes, file, definition, table);
  if (extension == ".xlsx" && table.empty() && sectionOfWorkbook(bytes))
    return readSectionWorkbook(bytes, file, definition, key, present);
  if (extension == ".xlsx") return readValuesXlsx(bytes, file, definition, table);
  if (extension == ".xml") return readValuesXml(bytes, file, definition);
  return fail("values.unknown-format", file.string(), {{"extension", extension}}, ErrorKind::usage);
}

}  // namespace cchc
