// What a child unit's section contributes to the sums and annexes of the unit above it, which needs nothing else from
// the section.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/rules/adding/adding.h"
#include "core/rules/evaluation.h"

namespace cchc {

// Effective values, laid out by the definition. A value is blank if it is not relevant or not in force. Of a
// contribution to a sum over child units it is also blank if it is neither aggregated nor in an annex; otherwise, if it
// is computed again.
struct Contribution {
  std::vector<Value> fields;
  // By table, for tables that are counted: the number of rows; 0 only if declared "Không phát sinh", or if the table is
  // not in force. nullopt if the table is not filled in, and for other tables.
  std::vector<std::optional<std::size_t>> rows;
  std::size_t ownWords = 0;  // paragraphs of the form that the unit worded itself, which are in its own report alone
  std::vector<std::vector<Value>> cells;  // by table, for tables whose cells are added: the cells of all fixed rows
};

// The second form reuses storage. The third has the figures that are added in another way.
Contribution contributionOf(const CompiledDefinition& definition, const SectionData& data,
                            const Evaluation& evaluation);
void contributionOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                    Contribution& result);
Contribution contributionOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                            Adding adding);

// A contribution as a text of a few hundred bytes, for the store. It can be read only with the definition that it was
// made with. "" for a contribution with a value of several lines, which this text cannot represent.
std::string contributionText(const CompiledDefinition& definition, const Contribution& contribution);
// Error contribution.damaged: the text does not fit the definition.
Status readContribution(const CompiledDefinition& definition, std::string_view text, Contribution& result);

}  // namespace cchc
