// A row of a table with fixed rows by its id, for the checks.
#pragma once
#include <cchc/plugin.hpp>
#include <string_view>

namespace cchc::home_affairs {

// The position of the row with that id; if the reader has no such id, `position`, its position in the definition.
inline std::size_t fixedRow(const plugin::SectionReader& section, std::string_view table, std::string_view id,
                            std::size_t position) {
  for (std::size_t row = 0; row < section.rowCount(table); ++row) {
    if (section.rowId(table, row) == id) return row;
  }
  return position;
}

// Without sign, for "lệch 4"; "…" if there is no number.
inline std::string magnitudeShown(const std::optional<plugin::Decimal>& difference) {
  const auto size = difference ? magnitude(*difference) : std::nullopt;
  return size ? size->shown() : "…";
}

}  // namespace cchc::home_affairs
