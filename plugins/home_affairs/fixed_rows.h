// What both checks need: rows of a table with fixed rows by their id, and the size of a difference.
#pragma once
#include <string_view>

#include "core/plugin/plugin_support.h"

namespace cchc::home_affairs {

// Position of the row; `position` (its place in the definition) where the reader knows no ids.
inline std::size_t fixedRow(const plugin::SectionReader& section, std::string_view table, std::string_view id,
                            std::size_t position) {
  plugin::Text given;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)); ++row) {
    if (section.rowId(plugin::view(table), row, &given) && plugin::text(given) == id) return row;
  }
  return position;
}

// "lệch 4" whichever figure is the greater.
inline Decimal magnitude(const Decimal& difference) {
  return difference.isNegative() ? negate(difference) : difference;
}

}  // namespace cchc::home_affairs
