// Shared by the checks: a row of a table with fixed rows by its id, and the size of a difference.
#pragma once
#include <string_view>

#include "core/plugin/plugin_support.h"

namespace cchc::home_affairs {

// The position of the row with that id; if the reader has no such id, `position`, its position in the definition.
inline std::size_t fixedRow(const plugin::SectionReader& section, std::string_view table, std::string_view id,
                            std::size_t position) {
  plugin::Text given;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)); ++row) {
    if (section.rowId(plugin::view(table), row, &given) && plugin::text(given) == id) return row;
  }
  return position;
}

// Without sign, for "lệch 4".
inline Decimal magnitude(const Decimal& difference) {
  return difference.isNegative() ? negate(difference) : difference;
}

}  // namespace cchc::home_affairs
