#include "core/exchange/sheets/cells.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc {

SheetCell SheetCell::ofText(std::string text) {
  SheetCell cell;
  cell.kind = trim(text).empty() ? Kind::blank : Kind::text;
  cell.text = std::move(text);
  return cell;
}

SheetCell SheetCell::ofNumber(const Decimal& number) {
  SheetCell cell;
  cell.kind = Kind::number;
  cell.number = number;
  cell.text = vietnamese::number(number);
  return cell;
}

const SheetCell& Sheet::at(std::size_t row, std::size_t column) const {
  static const SheetCell blank;
  return row < rows.size() && column < rows[row].cells.size() ? rows[row].cells[column] : blank;
}

const MergedRange* Sheet::rangeOf(std::size_t row, std::size_t column) const {
  const auto& cell = at(row, column);
  return cell.merged && cell.range < merged.size() ? &merged[cell.range] : nullptr;
}

const SheetCell& Sheet::covering(std::size_t row, std::size_t column) const {
  const auto* range = rangeOf(row, column);
  if (range == nullptr) return at(row, column);
  const auto first = std::lower_bound(rows.begin(), rows.end(), range->firstRow,
                                      [](const SheetRow& each, std::size_t wanted) { return each.number < wanted; });
  const bool written = first != rows.end() && first->number == range->firstRow;
  return written ? at(static_cast<std::size_t>(first - rows.begin()), range->firstColumn) : at(rows.size(), 0);
}

std::size_t Sheet::columnCount() const {
  std::size_t count = 0;
  for (const auto& row : rows) count = std::max(count, row.cells.size());
  return count;
}

std::string columnLetters(std::size_t column) {
  std::string letters;
  for (auto left = column + 1; left != 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string cellPosition(const Sheet& sheet, std::string_view file, const SheetRow& row, std::size_t column) {
  const auto number = std::to_string(row.number);
  if (!sheet.workbook) return std::string(file) + ":" + number;
  return std::string(file) + "!" + columnLetters(column) + number;
}

std::size_t firstBeyondHeadings(const Sheet& sheet, std::size_t heading, std::size_t row) {
  const auto& cells = sheet.rows[row].cells;
  if (sheet.workbook) return cells.size();
  const auto filled = [](const SheetCell& cell) { return cell.kind != SheetCell::Kind::blank; };
  const auto& headings = sheet.rows[heading].cells;
  const auto last = std::find_if(headings.rbegin(), headings.rend(), filled);
  const auto width = std::min(static_cast<std::size_t>(headings.rend() - last), cells.size());
  const auto beyond = std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(width), cells.end(), filled);
  return static_cast<std::size_t>(beyond - cells.begin());
}

}  // namespace cchc
