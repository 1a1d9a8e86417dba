#include "core/exchange/importing/sheet_lines.h"

#include <algorithm>
#include <string>

#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/exchange/importing/sheet_surroundings.h"
#include "core/exchange/importing/sheet_units.h"
#include "core/exchange/values/cell_value.h"

namespace cchc::importing {
namespace {

using Kind = ColumnMeaning::Kind;

constexpr std::size_t longestLabel = 300;  // in bytes; what is longer is a text

bool isArabic(std::string_view count) { return !count.empty() && count.front() >= '0' && count.front() <= '9'; }
// "I", "II.", "A", "b)": the number of a heading.
bool isSectionNumber(std::string_view count) {
  while (!count.empty() && (count.back() == '.' || count.back() == ')' || count.back() == ' ')) count.remove_suffix(1);
  if (count.empty() || count.size() > 6) return false;
  if (count.size() == 1) return (count[0] >= 'A' && count[0] <= 'Z') || (count[0] >= 'a' && count[0] <= 'z');
  return count.find_first_not_of("IVXL") == std::string_view::npos;
}

// Texts of which a cell is read as nothing else than one of them, so that a remark is none.
bool takesAnyText(FieldType type) { return type == FieldType::text || type == FieldType::longText; }

// A name, a title, a place and a date, as they stand below a table: several words of which the first has a capital, or
// capitals alone. One word in place of a figure is a mistake.
bool looksLikeSignature(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() == '(' || text.front() == '*' || text.size() > longestLabel) return true;
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
    if (meaning.kind == Kind::rowName && table_ != nullptr && table_->fixed) rowName_ = i;
    if (meaning.kind == Kind::figure ||
        (meaning.kind == Kind::column && isNumeric(table_->columns[meaning.column].type)))
      figures_.push_back(i);
    const auto type = meaning.kind == Kind::column ? table_->columns[meaning.column].type : FieldType::text;
    if (isNumeric(type) && type != FieldType::rate && type != FieldType::percent) sums_.push_back(i);
  }
  if (rowName_) fixedNames_.emplace(*table_);
  headingEnd_ = mapping.heading ? lastOfHeading(sheet, *mapping.heading) : 0;
  tableEnd_ = sheet.rows.size();
  for (auto r = mapping.heading ? headingEnd_ + 1 : 0; r < sheet.rows.size(); ++r) {
    if (mapping.heading && table_ != nullptr && !mapping.ownRows && beginsTable(sheet, headingEnd_, r) &&
        !namesColumns(r)) {
      tableEnd_ = r;
      break;
    }
    numbered_ = numbered_ || isArabic(countOf(r));
    if (isRecord(r)) lastRecord_ = r;
  }
}

// Whether a row is certainly one of the table, whatever follows it.
bool SheetLines::isRecord(std::size_t row) const {
  if (isArabic(countOf(row))) return true;
  std::size_t filled = 0;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const auto& cell = sheet_.at(row, i);
    if (isBlank(cell) || !isField(i)) continue;
    ++filled;
    if (std::find(figures_.begin(), figures_.end(), i) != figures_.end() ? isFigure(cell) : reads(row, i)) return true;
  }
  return filled >= 2 && !isTelling();
}

// Whether a cell that takes no other text than values of its kind has one.
bool SheetLines::reads(std::size_t row, std::size_t column) const {
  const auto& meaning = mapping_.columns[column];
  if (table_ == nullptr || meaning.kind != Kind::column) return false;
  const auto& field = table_->columns[meaning.column];
  const auto& cell = sheet_.at(row, column);
  if (takesAnyText(field.type)) return cell.kind != SheetCell::Kind::text;
  return !!cellValue(field, cell, {});
}

// Whether the table has columns by which a row is known: of figures, dates, choices.
bool SheetLines::isTelling() const {
  return std::any_of(mapping_.columns.begin(), mapping_.columns.end(), [&](const ColumnMeaning& meaning) {
    return meaning.kind == Kind::figure ||
           (meaning.kind == Kind::column && !takesAnyText(table_->columns[meaning.column].type));
  });
}

// Whether two cells of a row are headings of the table's columns, which it then has once more.
bool SheetLines::namesColumns(std::size_t row) const {
  std::size_t found = 0;
  const auto& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size() && i < mapping_.columns.size(); ++i)
    found += !isBlank(cells[i]) && isField(i) && isHeadingOf(i, cells[i].text) ? 1 : 0;
  return found >= 2;
}

// Whether a text is the heading of a column, of which a line on a new page may have one line alone.
bool SheetLines::isHeadingOf(std::size_t column, std::string_view text) const {
  const auto key = nameKey(text);
  const auto is = [&](std::string_view heading) {
    return heading == text || (!key.empty() && nameKey(heading) == key);
  };
  return is(sheet_.at(*mapping_.heading, column).text) || is(headingText(sheet_, mapping_, column)) ||
         (mapping_.twoLines && is(sheet_.at(*mapping_.heading - 1, column).text));
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

bool SheetLines::names(std::size_t row) const {
  if (isArabic(countOf(row))) return true;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const bool figure = std::find(figures_.begin(), figures_.end(), i) != figures_.end();
    if (!figure && (isField(i) || namesRow(i)) && !isBlank(sheet_.covering(row, i))) return true;
  }
  // A table of figures alone has no names.
  return std::none_of(mapping_.columns.begin(), mapping_.columns.end(), [&](const ColumnMeaning& meaning) {
    return meaning.kind == Kind::column && !isNumeric(table_->columns[meaning.column].type);
  });
}

bool SheetLines::isHeadingLine(std::size_t row) const {
  if (!mapping_.heading) return false;
  if (row <= headingEnd_ || namesUnits(sheet_.rows[row])) return true;
  std::size_t same = 0;
  const auto& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (isBlank(cells[i])) continue;
    if (!isHeadingOf(i, cells[i].text)) return false;
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

bool SheetLines::isPart(std::size_t row) const {
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const auto& cell = sheet_.at(row, i);
    if (isBlank(cell) || !(isField(i) || namesRow(i))) continue;
    const auto key = nameKey(cell.text);
    return cell.kind == SheetCell::Kind::text &&
           (key + " ").starts_with(key.starts_with("- ") ? "- trong do " : "trong do ");
  }
  return false;
}

// A row without a value that only such a table has, and whose text stands alone or where a value would: the name of
// what follows, a remark, or what is written below a table.
bool SheetLines::isNote(std::size_t row) const {
  if (mapped_ < 2 || isArabic(countOf(row))) return false;
  std::size_t filled = 0, texts = 0;
  bool unread = false, signature = true;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const auto& cell = sheet_.at(row, i);
    if (isBlank(cell) || !isField(i)) continue;
    ++filled;
    const bool figure = std::find(figures_.begin(), figures_.end(), i) != figures_.end();
    // A dash, an error or a formula stands for a figure.
    if (figure && (isFigure(cell) || cell.kind != SheetCell::Kind::text || lengthOf(trim(cell.text)) <= 3))
      return false;
    if (figure && cell.text.find_first_of("0123456789") != std::string::npos && row <= lastRecord_) return false;
    if (!figure && reads(row, i)) return false;
    signature = signature && looksLikeSignature(cell.text);
    const bool any =
        mapping_.columns[i].kind == Kind::column && takesAnyText(table_->columns[mapping_.columns[i].column].type);
    unread = unread || !any;
    texts += any ? 1 : 0;
  }
  // Above the last record, a text in place of a value is a mistake to be corrected, unless it stands alone.
  if (row <= lastRecord_) return isTelling() && filled == 1 && (texts == 1 || (unread && signature && mapped_ > 2));
  if (unread) return signature;
  // The last row may have no more than its name; what is written below stands apart from it.
  if (filled == 1 && texts == 1 && isTelling()) return !figures_.empty() || belowGap(row);
  return belowGap(row) && signature && (filled == 1 || numbered_);
}

// Whether a blank line stands between the last record and the row.
bool SheetLines::belowGap(std::size_t row) const {
  for (auto r = row; r > lastRecord_; --r) {
    if (followsGap(sheet_, r)) return true;
  }
  return false;
}

// Of a table with fixed rows: what names none of them, and has no figure.
bool SheetLines::isBesideFixed(std::size_t row) const {
  if (!fixedNames_ || fixedNames_->find(sheet_.covering(row, *rowName_).text)) return false;
  return std::all_of(figures_.begin(), figures_.end(), [&](std::size_t column) {
    const auto& cell = sheet_.at(row, column);
    return isBlank(cell) || (cell.kind == SheetCell::Kind::text && !isFigure(cell) && looksLikeSignature(cell.text));
  });
}

LineKind SheetLines::kindOf(std::size_t row) const {
  if (row >= tableEnd_) return LineKind::otherTable;
  if (isHeadingLine(row)) return LineKind::heading;
  if (sheet_.rows[row].hidden && !mapping_.withHidden) return LineKind::hidden;
  bool content = false;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i)
    content = content || ((isField(i) || namesRow(i)) && !isBlank(sheet_.at(row, i)));
  if (table_ == nullptr) return LineKind::record;  // what a line of a field is depends on the field's name
  const bool total = !table_->fixed && isTotal(row);
  if (total) return LineKind::total;
  if (!content) return LineKind::notMapped;
  if (mapping_.ownRows) return LineKind::record;
  if (table_->fixed) return isBesideFixed(row) ? LineKind::note : LineKind::record;
  if (!isArabic(countOf(row)) && isPart(row)) return LineKind::part;
  if (numbered_ && isSectionNumber(countOf(row))) return LineKind::section;
  return isNote(row) ? LineKind::note : LineKind::record;
}

}  // namespace cchc::importing
