#include "core/app/section/fill.h"

#include "core/app/section/section_content.h"
#include "core/app/section/section_draft.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/definition/carry_over.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values) {
  CCHC_TRY(auto draft, SectionDraft::read(suite, key));
  if (draft.locked()) return fail(*draft.locked());
  CCHC_TRY(const auto step, stepOf(draft.definition(), draft.data(), values));
  for (const auto& attachment : values.attachments) CCHC_CHECK(suite.store.saveAttachment(attachment));
  auto applied = draft.apply(suite, step);
  if (applied) return FillOutcome{applied->changes, draft.header()};
  auto error = applied.error();
  if (error.code == "section.conflict") error.place = keyText(key) + "/" + error.place;
  return fail(std::move(error));
}

Result<SectionData> presentData(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (loaded) return std::move(loaded->data);
  CCHC_TRY(const auto definition, definitionFor(suite, key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  return startingDataOf(suite, key, period, definition);
}

Result<std::string> sectionWorkbook(Suite& suite, const SectionKey& key, const SectionData& present,
                                    Language language) {
  CCHC_TRY(const auto definition, definitionFor(suite, key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  CCHC_TRY(const auto unit, unitOf(suite, key.unit, period));
  CCHC_TRY(auto parts, partsInForce(suite, definition->definition(), key));
  return writeSectionWorkbook({definition->definition(), key, unit.name, period.name, std::move(parts)}, present,
                              language);
}

Result<ValuesFile> readValues(const std::filesystem::path& file, const SectionDefinition& definition,
                              const std::string& table, const SectionKey& key, const SectionData& present, int year,
                              OldTexts old) {
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(100) << 20U));
  const auto extension = file.extension().string();
  if (foldForSearch(extension) == ".xml") return readValuesXml(bytes, file, definition);
  if (!hasSheetEnding(file))
    return fail("values.unknown-format", file.string(), {{"extension", extension}}, ErrorKind::usage);
  if (table.empty()) {
    CCHC_TRY(const auto section, sectionOfWorkbook(bytes, file.string()));
    if (section) return readSectionWorkbook(bytes, file, definition, key, present, year, old);
  }
  return readValuesSheet(bytes, file, definition, table, year, old);
}

}  // namespace cchc
