// Where the columns of form II.06a/VPCP/KSTT stand in an export.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plugins/office/form_lines.h"

namespace cchc::office {

struct FormLayout {
  std::size_t firstLine = 0;                        // index of the first line under the heading
  std::optional<std::size_t> ordinal;               // column 1
  std::size_t name = 1;                             // column 2
  std::map<std::string_view, std::size_t> figures;  // column id -> position
};

// By the line that numbers the columns ("1", "2", "3=4+5+6", …), whatever columns the export leaves out or merges
// ("8+9"); without such a line, by a heading with "lĩnh vực" or "đơn vị" over all thirteen columns in the form's order.
// nullopt: neither is there.
std::optional<FormLayout> findLayout(const std::vector<FormLine>& lines);

}  // namespace cchc::office
