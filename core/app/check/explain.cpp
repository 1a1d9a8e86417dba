#include "core/app/check/explain.h"

#include "core/app/check/checks.h"
#include "core/app/section/section_draft.h"
#include "core/base/text.h"

namespace cchc {

Result<std::size_t> explainWarnings(Suite& suite, const SectionKey& key, const WarningChoice& choice,
                                    const std::optional<std::string>& text) {
  CCHC_TRY(auto draft, SectionDraft::read(suite, key));
  if (draft.locked()) return fail(*draft.locked());
  std::optional<std::string> given;
  if (text) {
    CCHC_TRY(given, normaliseText(*text));
  }
  CCHC_TRY(const auto findings, findingsOf(suite, key));
  EditStep step;
  for (const auto& finding : findings) {
    const bool chosen = finding.severity == Severity::warning && (choice.code.empty() || finding.code == choice.code) &&
                        (!choice.place || finding.place == *choice.place);
    const auto& explanation = given ? *given : finding.earlierExplanation;
    if (chosen && (given || !explanation.empty()))
      step.edits.push_back(ExplanationEdit{{finding.code, finding.place, explanation}});
  }
  if (step.edits.empty()) return fail("explain.no-warning", keyText(key));
  CCHC_TRY(const auto applied, draft.apply(suite, step));
  static_cast<void>(applied);
  return step.edits.size();
}

}  // namespace cchc
