// Templates, parsed once and rendered with the values of a section. Private to narrative/.
#pragma once
#include <cstddef>
#include <memory>
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

// One template. Several threads may render it.
class ParsedTemplate {
 public:
  // Error: the first problem of readTags.
  static Result<ParsedTemplate> parse(const SectionDefinition& definition, const NarrativeDefinition& narrative);

  const std::vector<Tag>& tags() const;  // in the order of the text
  // The rendered text, with each run of white space reduced to one space. `row` is set for a paragraph that is repeated
  // for each row. Adds the places that the template names to `uses`.
  std::string render(const Values& values, const std::optional<RowPosition>& row, std::set<std::string>& uses) const;

 private:
  struct Engine;
  explicit ParsedTemplate(std::shared_ptr<Engine> engine) : engine_(std::move(engine)) {}
  std::shared_ptr<Engine> engine_;
};

// The templates of a definition.
class ParsedTemplates {
 public:
  explicit ParsedTemplates(const SectionDefinition& definition);
  // By index of the narrative. An error is that of checkNarratives.
  const std::vector<Result<ParsedTemplate>>& all() const { return all_; }

 private:
  std::vector<Result<ParsedTemplate>> all_;
};
// Parses them when they are first asked for.
const ParsedTemplates& templatesOf(const CompiledDefinition& definition);

}  // namespace cchc::narrative
