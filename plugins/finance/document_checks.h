// Checks over the documents that the finance section cites.
#pragma once
#include <utility>
#include <vector>

#include "plugins/finance/citations.h"

namespace cchc::finance {

// Letters that have a number which was left out (state "missing"); one that is deliberately not cited is no fault.
std::vector<Citation> missingNumbers(const plugin::SectionReader& section);

// The same letter (type, number, issuer and date) under another title: the first citation, and the later one that
// differs. Two citations with one title are ordinary; one without a title or a date says too little to be compared.
std::vector<std::pair<Citation, Citation>> retitledReferences(const plugin::SectionReader& section);

bool checkMissingNumbers(plugin::CheckContext& context) noexcept;       // finance.number-missing
bool checkDuplicateReferences(plugin::CheckContext& context) noexcept;  // finance.duplicate-reference

}  // namespace cchc::finance
