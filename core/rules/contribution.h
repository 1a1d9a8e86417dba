// What a child unit's section contributes to the sums and annexes of the unit above it. Nothing else of the section is
// needed there.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Effective values, laid out by the definition. A value is blank where it is not relevant, or neither aggregated nor in
// an annex.
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

// A contribution as a text of a few hundred bytes, for the store. It can be read only with the definition that it was
// made with. "" for a contribution with a value of several lines, which the text cannot hold.
std::string contributionText(const CompiledDefinition& definition, const Contribution& contribution);
// Error contribution.damaged: the text does not fit the definition.
Status readContribution(const CompiledDefinition& definition, std::string_view text, Contribution& result);

}  // namespace cchc
