// Finds the columns of form II.06a/VPCP/KSTT in an export.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plugins/office/form_lines.h"

namespace cchc::office {

struct FormLayout {
  std::size_t firstLine = 0;                        // index of the first line after the heading
  std::optional<std::size_t> ordinal;               // column 1
  std::size_t name = 1;                             // column 2
  std::map<std::string_view, std::size_t> figures;  // column id -> position
};

// The layout is found by the line that numbers the columns ("1", "2", "3=4+5+6", …), even if the export leaves out or
// merges columns ("8+9"). Without such a line it is found by a heading with "lĩnh vực" or "đơn vị" and all thirteen
// columns in the order of the form. nullopt: neither was found.
std::optional<FormLayout> findLayout(const std::vector<FormLine>& lines);

}  // namespace cchc::office
