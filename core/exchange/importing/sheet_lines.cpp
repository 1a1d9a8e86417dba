#include "core/exchange/importing/sheet_lines.h"

#include <algorithm>
#include <string>

#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/exchange/importing/sheet_units.h"

namespace cchc::importing {
namespace {

using Kind = ColumnMeaning::Kind;

constexpr std::size_t longestLabel = 300;  // in bytes; what is longer is a text

// Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3) or [1], perhaps with letters among them.
bool numbersColumns(const SheetRow& row) {
  int next = 0;
  std::size_t filled = 0;
  for (const auto& cell : row.cells) {
    std::string text(trim(cell.text));
    std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
    text = text.substr(0, text.find('='));
    if (text.empty()) continue;
    if (text.size() == 1 && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'))) continue;
    if (text.find_first_not_of("0123456789") != std::string::npos || text.size() > 3) return false;
    const int number = std::stoi(text);
    if (next != 0 && number != next) return false;
    next = number + 1;
    ++filled;
  }
  return filled >= 2;
}

bool isArabic(std::string_view count) { return !count.empty() && count.front() >= '0' && count.front() <= '9'; }
// "I", "II.", "A", "b)": the number of a heading.
bool isSectionNumber(std::string_view count) {
  while (!count.empty() && (count.back() == '.' || count.back() == ')' || count.back() == ' ')) count.remove_suffix(1);
  if (count.empty() || count.size() > 6) return false;
  if (count.size() == 1) return (count[0] >= 'A' && count[0] <= 'Z') || (count[0] >= 'a' && count[0] <= 'z');
  return count.find_first_not_of("IVXL") == std::string_view::npos;
}

// A name, a title, a place and a date, as they stand below a table: several words of which the first has a capital, or
// capitals alone. One word in place of a figure is a mistake.
bool looksLikeSignature(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() == '(' || text.size() > longestLabel) return true;
  const auto upper = upperCase(std::string(text));
  const bool letters = lengthOf(text) >= 2 && foldForSearch(text) != text;
  if (letters && upper == text) return true;
  const auto first = text.substr(0, text.find(' '));
  return first.size() < text.size() && lowerFirst(text) != text;
}

}  // namespace

SheetLines::SheetLines(const SectionDefinition& definition, const Sheet& sheet, const SheetMapping& mapping)
    : sheet_(sheet), mapping_(mapping), table_(mapping.table ? &definition.tables[*mapping.table] : nullptr) {
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto& meaning = mapping.columns[i];
    if (meaning.kind == Kind::count && !count_) count_ = i;
    if (meaning.kind == Kind::column || meaning.kind == Kind::documentPart) ++mapped_;
    if (meaning.kind == Kind::figure ||
        (meaning.kind == Kind::column && isNumeric(table_->columns[meaning.column].type)))
      figures_.push_back(i);
  }
  for (auto r = mapping.heading ? *mapping.heading + 1 : 0; r < sheet.rows.size(); ++r) {
    numbered_ = numbered_ || isArabic(countOf(r));
    if (std::any_of(figures_.begin(), figures_.end(),
                    [&](std::size_t column) { return isFigure(sheet.at(r, column)); }))
      lastFigure_ = r;
  }
}

std::string_view SheetLines::countOf(std::size_t row) const {
  return count_ ? trim(sheet_.at(row, *count_).text) : std::string_view();
}

bool SheetLines::isField(std::size_t column) const {
  const auto kind = mapping_.columns[column].kind;
  return kind == Kind::column || kind == Kind::documentPart || kind == Kind::figure;
}

bool SheetLines::namesRow(std::size_t column) const {
  return table_ != nullptr && !table_->fixed && mapping_.columns[column].kind == Kind::rowName;
}

bool SheetLines::isHeadingLine(std::size_t row) const {
  if (!mapping_.heading) return false;
  if (row == *mapping_.heading + 1 && numbersColumns(sheet_.rows[row])) return true;
  std::size_t same = 0;
  const auto& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (isBlank(cells[i])) continue;
    if (cells[i].text != sheet_.at(*mapping_.heading, i).text) return false;
    ++same;
  }
  return same >= 2;
}

bool SheetLines::isTotal(std::size_t row) const {
  const auto& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size() && i < mapping_.columns.size(); ++i) {
    const bool label = cells[i].kind == SheetCell::Kind::text && cells[i].text.size() <= longestLabel;
    if (label && reading::isTotalLabel(cells[i].text)) return true;
  }
  return false;
}

// A row of a table that has figures, but none here, and whose text stands alone or where a figure would: the name of
// what follows, a remark, or what is written below a table.
bool SheetLines::isNote(std::size_t row) const {
  if (figures_.empty() || mapped_ < 2 || isArabic(countOf(row))) return false;
  std::size_t filled = 0, texts = 0;
  bool inFigures = false, known = false, signature = true;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const auto& cell = sheet_.at(row, i);
    if (isBlank(cell) || !isField(i)) continue;
    ++filled;
    const bool figure = std::find(figures_.begin(), figures_.end(), i) != figures_.end();
    // A dash, an error or a formula stands for a figure.
    if (figure && (isFigure(cell) || cell.kind != SheetCell::Kind::text || lengthOf(trim(cell.text)) <= 3))
      return false;
    if (figure && cell.text.find_first_of("0123456789") != std::string::npos && row <= lastFigure_) return false;
    inFigures = inFigures || figure;
    signature = signature && looksLikeSignature(cell.text);
    if (figure) continue;
    const auto type = table_->columns[mapping_.columns[i].column].type;
    known = known || cell.kind != SheetCell::Kind::text;
    texts += type == FieldType::text || type == FieldType::longText ? 1 : 0;
  }
  if (known) return false;
  // Above the last figure, a text in place of a figure is a mistake to be corrected, unless it stands alone.
  if (row <= lastFigure_) return filled == 1 && (texts == 1 || (inFigures && signature && mapped_ > 2));
  return inFigures ? signature : filled == 1 && texts == 1;
}

LineKind SheetLines::kindOf(std::size_t row) const {
  if (isHeadingLine(row)) return LineKind::heading;
  if (sheet_.rows[row].hidden && !mapping_.withHidden) return LineKind::hidden;
  bool content = false;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i)
    content = content || ((isField(i) || namesRow(i)) && !isBlank(sheet_.at(row, i)));
  if (table_ == nullptr) return LineKind::record;  // what a line of a field is depends on the field's name
  const bool total = !table_->fixed && isTotal(row);
  if (total) return LineKind::total;
  if (!content) return LineKind::notMapped;
  if (table_->fixed) return LineKind::record;
  if (numbered_ && isSectionNumber(countOf(row))) return LineKind::section;
  return isNote(row) ? LineKind::note : LineKind::record;
}

}  // namespace cchc::importing
