// Renders one template over one section's values. Private to narrative/.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/narrative/narrative.h"
#include "core/narrative/template_tags.h"

namespace cchc::narrative {

struct Values {
  const CompiledDefinition& definition;
  const SectionData& data;
  const Evaluation& evaluation;
  const NarrativeContext& context;
  std::string ownBody;
};
Values valuesOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                const NarrativeContext& context);

// Indexes of the rows that a table or view stands for.
std::vector<std::size_t> rowsOf(const Values& values, std::string_view tableOrView);

// The text, white space folded; `row` of `rowTable` for a paragraph per row. `uses` receives the places that the
// template words.
std::string renderTemplate(const Values& values, const NarrativeDefinition& narrative, const std::vector<Tag>& tags,
                           std::optional<std::size_t> row, std::size_t number, std::size_t count,
                           std::set<std::string>& uses);

// Bodies and names derived from a unit: "Ủy ban nhân dân huyện Bình Giang", "UBND huyện".
std::string unitName(const OrgUnit& unit);
std::string unitBody(const OrgUnit& unit);
std::string unitShort(const OrgUnit& unit);

}  // namespace cchc::narrative
