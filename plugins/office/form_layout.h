// Finds the columns of form II.06a/VPCP/KSTT in an export.
#pragma once
#include <cchc/plugin.hpp>
#include <map>
#include <optional>
#include <string_view>

namespace cchc::office {

struct FormLayout {
  std::size_t firstRow = 0;                         // the first row after the heading
  std::optional<std::size_t> ordinal;               // column 1
  std::size_t name = 1;                             // column 2
  std::map<std::string_view, std::size_t> figures;  // column id -> position
};

// The layout is found by the row that numbers the columns ("1", "2", "3=4+5+6", …), even if the export leaves out or
// merges columns ("8+9"). Without such a row it is found by a heading with "lĩnh vực" or "đơn vị" and all thirteen
// columns in the order of the form. nullopt: neither was found.
std::optional<FormLayout> findLayout(const plugin::Cells& cells);

}  // namespace cchc::office
