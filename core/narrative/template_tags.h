// The tags of one narrative template, bound to what they name. Private to narrative/.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"

namespace cchc::narrative {

enum class TagKind : unsigned char { value, open, openInverted, close };
enum class TagTarget : unsigned char { field, column, fixedCell, table, view, row, context };

struct Tag {
  TagKind kind = TagKind::value;
  TagTarget target = TagTarget::field;
  std::string name;                // as written, without the formats
  std::string formats;             // after the bar: "plain|padded"
  std::size_t begin = 0, end = 0;  // in the template, braces included
  std::size_t field = 0;           // field, or column of `table`
  std::size_t table = 0, fixedRow = 0, view = 0;
};

// In order of the text. `rowTable`: the table whose rows the template is rendered for (each="…"), if any.
// definition.narrative with the template's line when a tag names nothing, or a section is not closed.
Result<std::vector<Tag>> readTags(const SectionDefinition& definition, const NarrativeDefinition& narrative);

// The table that a table id or view id stands for.
std::optional<std::size_t> tableBehind(const SectionDefinition& definition, std::string_view tableOrView);

}  // namespace cchc::narrative
