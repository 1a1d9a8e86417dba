#include "form_layout.h"

#include <algorithm>
#include <string>

#include "dossier_columns.h"

namespace cchc::office {
namespace {

// "3" for "(3)=(4)+(5)+(6)", "8+9" for "8 + 9"; empty: the cell is not the number of a column.
std::string columnNumber(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    if (c == '=') break;
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == ' ') continue;
    if ((c < '0' || c > '9') && c != '+') return {};
    text += c;
  }
  return text;
}

// A row of data may also begin with "1", but the name of a field is never "2".
std::optional<FormLayout> numbered(const plugin::Cells& cells, std::size_t row) {
  FormLayout layout;
  bool named = false;
  for (std::size_t i = 0; i < cells.columns(); ++i) {
    const auto number = columnNumber(cells.text(row, i));
    if (number == "1") layout.ordinal = i;
    if (number == "2") layout.name = i, named = true;
    const auto column = std::find_if(dossierColumns.begin(), dossierColumns.end(),
                                     [&](const DossierColumn& c) { return c.number == number; });
    if (column != dossierColumns.end()) layout.figures.try_emplace(column->column, i);
  }
  return named && layout.figures.contains("received") ? std::optional(layout) : std::nullopt;
}

std::optional<FormLayout> positional(const plugin::Cells& cells, std::size_t row) {
  constexpr std::size_t formWidth = 13;
  const auto heading = plugin::fold(cells.text(row, 1));
  const bool names = heading.find("linh vuc") != std::string::npos || heading.find("don vi") != std::string::npos;
  if (!names || cells.columns() < formWidth) return std::nullopt;
  FormLayout layout;
  layout.ordinal = 0;
  std::size_t position = 2;
  for (const auto& column : dossierColumns) {
    if (column.number != "8+9") layout.figures.emplace(column.column, position++);
  }
  return layout;
}

}  // namespace

std::optional<FormLayout> findLayout(const plugin::Cells& cells) {
  for (auto* find : {&numbered, &positional}) {
    for (std::size_t row = 0; row < cells.rows(); ++row) {
      if (auto layout = find(cells, row)) {
        layout->firstRow = row + 1;
        return layout;
      }
    }
  }
  return std::nullopt;
}

}  // namespace cchc::office
