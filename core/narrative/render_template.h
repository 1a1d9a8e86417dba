// Renders one template with the values of one section. Private to narrative/.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/narrative/narrative.h"
#include "core/narrative/template_tags.h"

namespace cchc::narrative {

struct Values {
  const CompiledDefinition& definition;
  const SectionData& data;
  const Evaluation& evaluation;
  const NarrativeContext& context;
  std::string ownBody;  // the unit's own body, as documents name it as issuer
};
Values valuesOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                const NarrativeContext& context);

// The row of a table that a template is rendered for.
struct RowPosition {
  std::size_t table = 0, row = 0;     // indexes into the definition's tables and the table's rows
  std::size_t number = 1, count = 1;  // this is the n-th of `count` rendered rows
};

// Indexes of the rows that a table or a view shows.
std::vector<std::size_t> rowsOf(const Values& values, std::string_view tableOrView);

// The rendered text, with each run of white space reduced to one space. `row` is set for a paragraph that is repeated
// for each row. Adds the places that the template names to `uses`.
std::string renderTemplate(const Values& values, const NarrativeDefinition& narrative, const std::vector<Tag>& tags,
                           const std::optional<RowPosition>& row, std::set<std::string>& uses);

}  // namespace cchc::narrative
