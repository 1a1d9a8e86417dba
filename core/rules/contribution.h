// What one child unit's section gives to the sums and annexes of the unit above it: nothing else of the section is
// needed there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/evaluation.h"

namespace cchc {

// Effective values, laid out as the definition. What is not relevant, not aggregated and not in an annex is blank.
struct Contribution {
  std::vector<Value> fields;
  std::vector<std::size_t> rows;          // by table: how many, for tables that are counted
  std::vector<std::vector<Value>> cells;  // by table: fixed row after fixed row, for tables that are summed by row
};

// The second form reuses storage.
Contribution contributionOf(const CompiledDefinition& definition, const SectionData& data,
                            const Evaluation& evaluation);
void contributionOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                    Contribution& result);

// As one text of a few hundred bytes, for the store, and back; it means something only with the definition that it was
// made with.
// "" for one that holds texts of several lines, which is not worth an escape. contribution.damaged when the text does
// not fit that definition.
std::string contributionText(const CompiledDefinition& definition, const Contribution& contribution);
Status readContribution(const CompiledDefinition& definition, std::string_view text, Contribution& result);

}  // namespace cchc
