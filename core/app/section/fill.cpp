#include "core/app/section/fill.h"

#include "core/app/section/import.h"
#include "core/app/section/section_content.h"
#include "core/app/section/section_draft.h"
#include "core/definition/carry_over.h"
#include "core/exchange/sheets/section_workbook.h"

namespace cchc {

namespace {

// `step`: of the draft.
Result<FillOutcome> apply(Suite& suite, SectionDraft& draft, const EditStep& step,
                          const std::vector<AttachmentBytes>& attachments) {
  if (draft.locked()) return fail(*draft.locked());
  for (const auto& attachment : attachments) CCHC_CHECK(suite.store.saveAttachment(attachment));
  auto applied = draft.apply(suite, step);
  if (applied) return FillOutcome{applied->changes, draft.header()};
  auto error = applied.error();
  if (error.code == "section.conflict") error.place = keyText(draft.key()) + "/" + error.place;
  return fail(std::move(error));
}

}  // namespace

Result<FillOutcome> fillSection(Suite& suite, const SectionKey& key, const ValuesFile& values) {
  CCHC_TRY(auto draft, SectionDraft::read(suite, key));
  if (draft.locked()) return fail(*draft.locked());
  CCHC_TRY(const auto step, stepOf(draft.definition(), draft.data(), values));
  return apply(suite, draft, step, values.attachments);
}

Result<FillOutcome> applyImport(Suite& suite, const SectionKey& key, const ImportPlan& plan) {
  CCHC_TRY(auto draft, SectionDraft::read(suite, key));
  CCHC_TRY(auto outcome, apply(suite, draft, plan.step, plan.run.values.attachments));
  // The note of the import is no change of the section.
  if (!plan.step.edits.empty() && outcome.changes > 0) --outcome.changes;
  return outcome;
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

}  // namespace cchc
