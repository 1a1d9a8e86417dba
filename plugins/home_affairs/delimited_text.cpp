#include "plugins/home_affairs/delimited_text.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace cchc::home_affairs {
namespace {

struct Line {
  std::size_t number = 0;
  std::vector<std::string> cells;
};

// A quoted cell may contain the delimiter and line breaks; "" stands for a quotation mark. A cell is quoted only if it
// begins with a quotation mark.
std::vector<Line> split(std::string_view text, char delimiter) {
  std::vector<Line> lines;
  std::size_t number = 1;
  Line line{number, {}};
  std::string cell;
  bool quoted = false;
  const auto endCell = [&] { line.cells.push_back(foldSpace(cell)), cell.clear(); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++number;
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        cell += '"', ++i;
      else
        quoted = false;
    } else if (c == '"' && trim(cell).empty()) {
      quoted = true;
      cell.clear();
    } else if (c == delimiter) {
      endCell();
    } else if (c == '\n') {
      endCell();
      lines.push_back(std::exchange(line, Line{number, {}}));
    } else {
      cell += c;
    }
  }
  endCell();
  lines.push_back(std::move(line));
  return lines;
}

// The column at each position of a header line; nullopt: a required column is missing.
std::optional<std::map<std::size_t, std::string_view>> header(const Line& line, std::span<const HeaderColumn> columns) {
  std::map<std::size_t, std::string_view> found;
  for (const auto& column : columns) {
    bool here = false;
    for (std::size_t i = 0; i < line.cells.size() && !here; ++i) {
      const auto folded = foldForSearch(line.cells[i]);
      here = !found.contains(i) && std::any_of(column.words.begin(), column.words.end(), [&](std::string_view word) {
        return folded.find(word) != std::string::npos;
      });
      if (here) found.emplace(i, column.id);
    }
    if (!here && column.required) return std::nullopt;
  }
  return found;
}

std::optional<DelimitedTable> tableIn(const std::vector<Line>& lines, std::span<const HeaderColumn> columns) {
  DelimitedTable table;
  std::optional<std::map<std::size_t, std::string_view>> positions;
  for (const auto& line : lines) {
    if (!positions) {
      for (const auto& cell : line.cells) table.heading += foldForSearch(cell) + '\n';
      positions = header(line, columns);
      continue;
    }
    DelimitedRow row{line.number, {}};
    for (const auto& [position, id] : *positions)
      if (position < line.cells.size() && !line.cells[position].empty()) row.cells.emplace(id, line.cells[position]);
    if (!row.cells.empty()) table.rows.push_back(std::move(row));
  }
  return positions ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace

std::optional<DelimitedTable> readDelimited(std::string_view text, std::span<const HeaderColumn> columns) {
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
  for (const char delimiter : {'\t', ';', ','})
    if (auto table = tableIn(split(text, delimiter), columns)) return table;
  return std::nullopt;
}

bool isTotal(std::string_view firstCell) {
  const auto folded = foldForSearch(firstCell);
  return folded == "cong" || folded == "tong" || folded.starts_with("tong cong") || folded.starts_with("tong so");
}

}  // namespace cchc::home_affairs
