// Checks of the documents that the finance section cites.
#pragma once
#include <cchc/plugin.hpp>
#include <utility>
#include <vector>

#include "citations.h"

namespace cchc::finance {

// The letters whose number was left out (state "missing"). A number that is deliberately not cited is not a fault.
std::vector<Citation> missingNumbers(const plugin::SectionReader& section);

// Letters that are cited again (same type, number, issuer and date) with another title: the first citation, and the
// later one that differs. Citations without a title or a date are not compared.
std::vector<std::pair<Citation, Citation>> retitledReferences(const plugin::SectionReader& section);

void checkMissingNumbers(plugin::CheckContext& context);       // finance.number-missing
void checkDuplicateReferences(plugin::CheckContext& context);  // finance.duplicate-reference

}  // namespace cchc::finance
