#include "core/exchange/sheets/workbook_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/sheets/characters.h"
#include "core/exchange/sheets/stored_number.h"

namespace cchc {
namespace {

constexpr std::size_t mostRows = 50'000, mostColumns = 500, mostRanges = 10'000, lastRow = 1'048'576;

// "C12": the column from 0 and the row from 1, of which the latter may be missing. nullopt: no reference.
struct Reference {
  std::size_t row = 0, column = 0;
};
std::optional<Reference> referenceOf(std::string_view text) {
  Reference reference;
  std::size_t letters = 0;
  for (; letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z'; ++letters) {
    reference.column = reference.column * 26 + static_cast<std::size_t>(text[letters] - 'A' + 1);
    if (reference.column > 16'384) return std::nullopt;
  }
  if (letters == 0) return std::nullopt;
  --reference.column;
  const auto digits = text.substr(letters);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), reference.row);
  if (error != std::errc() || end != digits.data() + digits.size() || reference.row == 0 || reference.row > lastRow)
    return std::nullopt;
  return reference;
}

std::size_t numberOf(std::string_view text, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool isTrue(std::string_view text) { return text == "1" || text == "true"; }

class SheetReader final : public PartHandler {
 public:
  SheetReader(std::string_view file, WorkbookContent& content, Sheet& sheet)
      : file_(file), content_(content), sheet_(sheet) {}

  bool start(std::string_view element, const std::vector<Attribute>& attributes) override {
    if (element == "row") return startRow(attributes);
    if (element == "c") return startCell(attributes);
    if (element == "mergeCell") return mergeCell(attributes);
    if (element == "col") return column(attributes);
    if (element == "v" || element == "f" || element == "t") {
      if (!inCell_ || phonetic_) return true;
      target_ = element == "v" ? &stored_ : element == "f" ? &formula_ : &inline_;
      if (element == "v") hasResult_ = true;
      if (element == "f") hasFormula_ = true;
    }
    if (element == "rPh") phonetic_ = true;  // how to pronounce East Asian text
    raised_.start(element, attributes);
    return true;
  }
  bool text(std::string_view text) override {
    if (target_ == nullptr) return true;
    if (text.size() > content_.textLeft || target_->size() + text.size() > content_.textLeft)
      return limit("values.limit.text");
    target_->append(target_ == &inline_ ? raised_.shown(text) : std::string(text));
    return true;
  }
  bool end(std::string_view element) override {
    if (element == "v" || element == "f" || element == "t") target_ = nullptr;
    if (element == "rPh") phonetic_ = false;
    raised_.end(element);
    if (element == "c") return endCell();
    if (element == "row") return endRow();
    return true;
  }

  // What was wrong, if the reading was ended.
  std::optional<Error> problem;

  // Marks the cells that merged cells cover.
  Status markMerged();

 private:
  bool limit(std::string_view code) { return problem = tooLarge(sheetPlace(), code).value(), false; }
  bool damaged() { return problem = fail("values.not-xlsx", position()).value(), false; }
  std::string position() const { return cellPosition(sheet_, sheetPlace(), row_, column_); }
  std::string sheetPlace() const {
    return sheet_.name.empty() ? std::string(file_) : std::string(file_) + "!" + sheet_.name;
  }

  bool startRow(const std::vector<Attribute>& attributes) {
    const auto before = row_.number;
    row_ = SheetRow();
    row_.number = before + 1;
    for (const auto& [name, value] : attributes) {
      if (name == "r") row_.number = numberOf(value, 0);
      if (name == "hidden") row_.hidden = isTrue(value);
    }
    column_ = 0;
    next_ = 0;
    return (row_.number > before && row_.number <= lastRow) || damaged();
  }

  bool endRow() {
    if (row_.cells.empty()) return true;
    if (sheet_.rows.size() == mostRows) return limit("values.limit.rows");
    sheet_.rows.push_back(row_);
    return true;
  }

  bool startCell(const std::vector<Attribute>& attributes) {
    inCell_ = true;
    hasResult_ = hasFormula_ = false;
    stored_.clear(), formula_.clear(), inline_.clear();
    type_ = "n";
    style_ = 0;
    column_ = next_;
    for (const auto& [name, value] : attributes) {
      if (name == "t") type_ = value;
      if (name == "s") style_ = numberOf(value, 0);
      if (name != "r") continue;
      const auto reference = referenceOf(value);
      if (!reference) return damaged();
      column_ = reference->column;
    }
    next_ = column_ + 1;
    return true;
  }

  bool endCell() {
    inCell_ = false;
    SheetCell cell;
    if (!read(cell)) return false;
    if (cell.kind == SheetCell::Kind::blank) return true;
    if (column_ >= mostColumns) return limit("values.limit.columns");
    if (row_.cells.size() <= column_) {
      const auto more = column_ + 1 - row_.cells.size();
      if (more > content_.cellsLeft) return limit("values.limit.cells");
      content_.cellsLeft -= more;
      row_.cells.resize(column_ + 1);
    }
    if (row_.cells[column_].kind != SheetCell::Kind::blank) return damaged();
    if (cell.text.size() > content_.textLeft) return limit("values.limit.text");
    content_.textLeft -= cell.text.size();
    cell.hidden = sheet_.hidden || row_.hidden || (column_ < hiddenColumns_.size() && hiddenColumns_[column_]);
    row_.cells[column_] = std::move(cell);
    return true;
  }

  // Reads the content of the cell; blank if it has none.
  bool read(SheetCell& cell) {
    const bool number = type_ == "n" || type_.empty();
    if (hasFormula_ && (!hasResult_ || (stored_.empty() && type_ != "str"))) {
      cell.kind = SheetCell::Kind::formulaWithoutResult;
      cell.text = "=" + formula_;
    } else if (type_ == "s") {
      if (!hasResult_) return true;
      const auto index = numberOf(stored_, content_.strings.size());
      if (index >= content_.strings.size()) return damaged();
      if (content_.strings[index].size() > content_.textLeft) return limit("values.limit.text");
      cell = SheetCell::ofText(content_.strings[index]);
    } else if (type_ == "inlineStr") {
      cell = SheetCell::ofText(cellString(inline_));
    } else if (type_ == "str") {
      cell = SheetCell::ofText(cellString(stored_));
    } else if (type_ == "e") {
      cell.kind = SheetCell::Kind::error;
      cell.text = stored_;
    } else if (type_ == "b" && !stored_.empty()) {
      cell.kind = SheetCell::Kind::yesNo;
      cell.yes = isTrue(stored_);
      cell.text = cell.yes ? "TRUE" : "FALSE";
    } else if (type_ == "d") {
      dateText(cell);
    } else if (number && !stored_.empty()) {
      numeric(cell);
    } else if (!number && !stored_.empty()) {
      return damaged();  // a type that no version of the format has
    }
    return true;
  }

  // A date as ISO 8601 text, which only some programs write.
  void dateText(SheetCell& cell) {
    const auto date = Date::parse(std::string_view(stored_).substr(0, 10));
    if (!date || !date->hasDay()) {
      cell = SheetCell::ofText(stored_);
      return;
    }
    cell.kind = SheetCell::Kind::date;
    cell.date = *date;
    cell.text = CellFormat("dd/mm/yyyy").shown(StoredDate{*date, 0});
  }

  void numeric(SheetCell& cell) {
    static const CellFormat general;
    const auto number = storedNumber(stored_);
    if (!number) {
      cell.kind = SheetCell::Kind::error;
      cell.text = stored_;
      return;
    }
    const auto& format = style_ < content_.formats.size() ? content_.formats[style_] : general;
    cell.kind = SheetCell::Kind::number;
    cell.number = *number;
    const bool day = format.kind() == CellFormat::Kind::date, time = format.kind() == CellFormat::Kind::time;
    const auto date = day || (time && *number < Decimal(1)) ? timeOf(*number, time) : std::nullopt;
    if (date) {
      if (day) cell.kind = SheetCell::Kind::date, cell.date = date->date;
      if (format.hidesDay() && cell.date.day == 1) cell.date.day = 0;
      cell.text = format.shown(*date);
      return;
    }
    cell.text = format.shown(*number);
    if (format.kind() != CellFormat::Kind::percent) return;
    if (const auto hundredth = multiply(*number, Decimal(100))) {
      cell.kind = SheetCell::Kind::percent;
      cell.number = hundredth->normalised();
    }
  }
  // A time of day has no date, so any day will do.
  std::optional<StoredDate> timeOf(const Decimal& number, bool time) const {
    const auto serial = time ? add(number, Decimal(61)) : std::optional(number);
    return serial && !number.isNegative() ? dateOfSerial(*serial, content_.from1904) : std::nullopt;
  }

  bool column(const std::vector<Attribute>& attributes) {
    std::size_t first = 0, last = 0;
    bool hidden = false;
    for (const auto& [name, value] : attributes) {
      if (name == "min") first = numberOf(value, 0);
      if (name == "max") last = numberOf(value, 0);
      if (name == "hidden") hidden = isTrue(value);
    }
    if (!hidden || first == 0) return true;
    hiddenColumns_.resize(mostColumns);
    for (auto i = first; i <= std::min(last, mostColumns); ++i) hiddenColumns_[i - 1] = true;
    return true;
  }

  bool mergeCell(const std::vector<Attribute>& attributes) {
    for (const auto& [name, value] : attributes) {
      if (name != "ref") continue;
      const auto colon = std::min(value.find(':'), value.size());
      const auto first = referenceOf(value.substr(0, colon));
      const auto last = colon == value.size() ? first : referenceOf(value.substr(colon + 1));
      if (!first || !last || last->row < first->row || last->column < first->column) return damaged();
      if (sheet_.merged.size() == mostRanges) return limit("values.limit.merged");
      sheet_.merged.push_back({first->row, first->column, last->row, last->column});
    }
    return true;
  }

  std::string_view file_;
  WorkbookContent& content_;
  Sheet& sheet_;
  std::vector<bool> hiddenColumns_;
  SheetRow row_;
  std::size_t column_ = 0, next_ = 0, style_ = 0;
  std::string type_, stored_, formula_, inline_;
  RaisedText raised_;
  std::string* target_ = nullptr;  // of the text that follows
  bool inCell_ = false, hasResult_ = false, hasFormula_ = false, phonetic_ = false;
};

Status SheetReader::markMerged() {
  const auto width = sheet_.columnCount();
  auto left = std::size_t(4'000'000);  // cells that ranges cover, so that overlapping ones cost little
  for (const auto& range : sheet_.merged) {
    if (range.firstColumn >= width) continue;
    const auto end = std::min(range.lastColumn + 1, width);
    auto row = std::lower_bound(sheet_.rows.begin(), sheet_.rows.end(), range.firstRow,
                                [](const SheetRow& each, std::size_t number) { return each.number < number; });
    for (; row != sheet_.rows.end() && row->number <= range.lastRow; ++row) {
      const auto more = end - std::min(row->cells.size(), end);
      if (more > content_.cellsLeft || end - range.firstColumn > left)
        return tooLarge(sheetPlace(), "values.limit.cells");
      content_.cellsLeft -= more;
      left -= end - range.firstColumn;
      if (more != 0) row->cells.resize(end);
      for (auto i = range.firstColumn; i < end; ++i) {
        row->cells[i].merged = row->number != range.firstRow || i != range.firstColumn;
        row->cells[i].range = static_cast<std::uint16_t>(&range - sheet_.merged.data());
      }
    }
  }
  return {};
}

}  // namespace

std::string cellString(std::string_view stored) {
  std::string text;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    constexpr std::size_t size = 7;  // of "_x000D_"
    unsigned point = 0;
    const auto code = stored.substr(i, size);
    if (code.size() == size && code.starts_with("_x") && code.back() == '_' &&
        std::from_chars(code.data() + 2, code.data() + 6, point, 16).ptr == code.data() + 6 && point != 0 &&
        (point < 0xd800 || point > 0xdfff)) {
      characters::append(text, point);
      i += size - 1;
    } else {
      text += stored[i];
    }
  }
  return withNewlines(text);
}

void RaisedText::start(std::string_view element, const std::vector<PartHandler::Attribute>& attributes) {
  if (element != "vertAlign") return;
  for (const auto& [name, value] : attributes) {
    if (name == "val")
      place_ = value == "superscript" ? Place::raised : value == "subscript" ? Place::lowered : Place::line;
  }
}
void RaisedText::end(std::string_view element) {
  if (element == "r" || element == "si" || element == "is") place_ = Place::line;
}
std::string RaisedText::shown(std::string_view text) const {
  if (place_ == Place::line) return std::string(text);
  constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::array<std::string_view, 10> lowered = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      out += (place_ == Place::raised ? raised : lowered)[static_cast<std::size_t>(c - '0')];
    else
      out += c;
  }
  return out;
}

Status readWorkbookSheet(const WorkbookParts& parts, const std::string& part, std::string_view file,
                         WorkbookContent& content, Sheet& sheet) {
  SheetReader reader(file, content, sheet);
  CCHC_TRY(const bool whole, parts.parse(part, file, reader));
  if (!whole) return fail(reader.problem ? *reader.problem : Error{"values.not-xlsx", std::string(file), {}});
  return reader.markMerged();
}

}  // namespace cchc
