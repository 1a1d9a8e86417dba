// The tags of one narrative template, resolved to what they name. Private to narrative/.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"
#include "core/definition/problems.h"

namespace cchc::narrative {

enum class TagKind : unsigned char { value, open, openInverted, close };
enum class TagTarget : unsigned char { field, column, fixedCell, table, view, row, context };

struct Tag {
  TagKind kind = TagKind::value;
  TagTarget target = TagTarget::field;
  std::string name;                // as written, without the formats
  std::string formats;             // the part after the first bar: "plain|padded"
  std::size_t begin = 0, end = 0;  // in the template, including the braces
  std::size_t field = 0;           // a field, or a column of `table`
  std::size_t table = 0, fixedRow = 0, view = 0;
};

// The tags in the order of the text, without those that name nothing. Notes, at the tag's place in the definition's
// file:
//   definition.narrative   a tag names nothing, a Mustache section is not closed, or the template is for each row of
//                          something that is no table or view
std::vector<Tag> readTags(const SectionDefinition& definition, const NarrativeDefinition& narrative,
                          DefinitionProblems& problems);

// The table with this id, or the table of the view with this id.
std::optional<std::size_t> tableOf(const SectionDefinition& definition, std::string_view tableOrView);

}  // namespace cchc::narrative
