// Renders one template over one section's values. Private to narrative/.
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
  std::string ownBody;  // of the unit, as documents name it as their issuer
};
Values valuesOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                const NarrativeContext& context);

// The row of a table that a template is rendered for.
struct RowPosition {
  std::size_t table = 0, row = 0;     // indexes into the definition's tables and the table's rows
  std::size_t number = 1, count = 1;  // the n-th of all rows that are rendered
};

// Indexes of the rows that a table or a view shows.
std::vector<std::size_t> rowsOf(const Values& values, std::string_view tableOrView);

// The rendered text, each run of white space as one space. `row` is set for a paragraph that is made for each row. Adds
// to `uses` the places that the template names.
std::string renderTemplate(const Values& values, const NarrativeDefinition& narrative, const std::vector<Tag>& tags,
                           const std::optional<RowPosition>& row, std::set<std::string>& uses);

}  // namespace cchc::narrative
