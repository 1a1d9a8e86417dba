// The findings of one of the unit's own sections. Private to consolidation/.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/consolidation/collected.h"
#include "core/narrative/narrative.h"

namespace cchc {

// Borrows the input.
NarrativeContext narrativeContext(const ConsolidationInput& input);

// In this order: the section's own rules, `checks`, the findings made on receipt, comparisonFindings, those on
// edited paragraphs.
std::vector<Finding> ownFindings(const Collected& collected, const OwnSection& section, const ConsolidationInput& input,
                                 const SectionChecks& checks);

// The rows that the unit's sections name as the source of a text: "definition/table/row". They stand in text columns
// called "source".
std::set<std::string> selectedSources(const Collected& collected);
// core.unselected-contribution, information, for each row that the section contributes to another part of the report
// and that no text has as its source. `selected`: selectedSources.
std::vector<Finding> contributionFindings(const OwnSection& section, const std::set<std::string>& selected);

}  // namespace cchc
