// Explanations of warnings.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "core/app/suite/suite.h"

namespace cchc {

// Which of a section's warnings are explained. Empty: whatever their code, or place.
struct WarningChoice {
  std::string code;
  std::optional<Place> place;
};
// Explains the chosen warnings of the section in one step, which can be undone as one. `text`: nullopt: each by its
// explanation in the period before, which is thereby confirmed for this period; those without one are left alone.
// Returns the number of warnings that were explained.
// Errors: those of findingsOf (checks.h) and SectionDraft, and
//   explain.no-warning   no warning is so chosen, or none has an earlier explanation
Result<std::size_t> explainWarnings(Suite& suite, const SectionKey& key, const WarningChoice& choice,
                                    const std::optional<std::string>& text);

}  // namespace cchc
