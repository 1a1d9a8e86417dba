// What the window says about an import: the meanings that a column may have, and what is wrong or left out.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/app/section/import.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// A possible meaning of a column for a target, with its text; the first choice is "not imported".
struct MeaningChoice {
  ColumnMeaning meaning;
  std::string text;
};
// `table`: the target; nullopt: the section's fields.
std::vector<MeaningChoice> meaningsFor(const SectionDefinition& definition, std::optional<std::size_t> table,
                                       Words words);
// Whether the import includes amounts of money, so that their unit can be chosen.
bool hasMoney(const SectionDefinition& definition, const SheetMapping& mapping);

// What is wrong and how to fix it, as complete sentences.
std::string whatIsWrong(const ImportFinding& finding, Words words);
// "Thu ngân sách: 177.357 → 178.000"
std::string changeText(const ImportChange& change, Words words);

}  // namespace cchc::presentation
