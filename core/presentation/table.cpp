#include "core/presentation/table.h"

#include <algorithm>
#include <set>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc::presentation {
namespace {

// Lines and cells as Excel copies them: a cell with a line break, a tab or a quote stands in quotes.
std::vector<std::vector<std::string>> readTsv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false, start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    auto& cell = rows.back().back();
    if (quoted) {
      if (c != '"') cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"') cell += c, ++i;
      else quoted = false;
    } else if (c == '"' && start) {
      quoted = true;
    } else if (c == '\t') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      cell += c;
    }
    start = !quoted && (c == '\t' || c == '\n');
  }
  if (rows.back().size() == 1 && rows.back().front().empty() && rows.size() > 1) rows.pop_back();
  return rows;
}

std::string tsvCell(const std::string& text) {
  if (text.find_first_of("\t\n\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

Table::Table(SectionEditing& editing, std::size_t table, Words words) : editing_(editing), table_(table), words_(words) { refresh(); }

std::string Table::heading(std::size_t column) const {
  const auto& one = definition().columns[column];
  const auto unit = unitText(one, words_);
  return one.label.in(words_.language) + (one.required == Required::submit ? " *" : "") + (unit.empty() ? "" : " (" + unit + ")");
}

std::string Table::rowHeading(std::size_t row) const {
  const auto& id = rowId(row);
  for (const auto& fixedRow : definition().fixedRows) {
    if (fixedRow.id == id) return fixedRow.label.in(words_.language);
  }
  return std::to_string(order_[row] + 1);
}

std::string Table::rowId(std::size_t row) const { return data().rows[order_[row]].id; }

std::string Table::text(std::size_t row, std::size_t column) const {
  return shownText(definition().columns[column], editing_.evaluation().cells[table_][order_[row]][column].value(), words_);
}

std::string Table::editing(std::size_t row, std::size_t column) const { return editText(definition().columns[column], entered(row, column), words_); }

bool Table::editable(std::size_t row, std::size_t column) const {
  const auto& one = definition().columns[column];
  return editable() && one.enterable() && one.type != FieldType::attachment && editing_.evaluation().cells[table_][order_[row]][column].relevant;
}

std::optional<Severity> Table::worst(std::size_t row, std::size_t column) const {
  const auto place = placeText(Place::ofCell(definition().id, rowId(row), definition().columns[column].id));
  std::optional<Severity> worst;
  for (const auto& finding : editing_.findings()) {
    if (finding.place == place && (!worst || finding.severity > *worst)) worst = finding.severity;
  }
  return worst;
}

std::optional<std::size_t> Table::rowNamed(const std::string& id) const {
  for (std::size_t row = 0; row < order_.size(); ++row) {
    if (rowId(row) == id) return row;
  }
  return std::nullopt;
}

std::string Table::total(std::size_t column) const {
  const auto& one = definition().columns[column];
  if (one.type != FieldType::integer && one.type != FieldType::money && one.type != FieldType::decimal) return {};
  std::optional<Decimal> sum;
  for (std::size_t row = 0; row < order_.size(); ++row) {
    const auto& value = editing_.evaluation().cells[table_][order_[row]][column].value();
    if (value.number() == nullptr) continue;
    sum = sum ? add(*sum, *value.number()) : *value.number();
    if (!sum) return {};
  }
  return sum ? shownText(one, Value{*sum}, words_) : std::string();
}

void Table::refresh() {
  order_.clear();
  const auto wanted = foldForSearch(filter_);
  for (std::size_t row = 0; row < data().rows.size(); ++row) {
    order_.push_back(row);
    if (wanted.empty()) continue;
    bool found = false;
    for (std::size_t column = 0; column < columnCount() && !found; ++column) found = foldForSearch(text(order_.size() - 1, column)).find(wanted) != std::string::npos;
    if (!found) order_.pop_back();
  }
  if (!sortColumn_) return;
  const auto column = *sortColumn_;
  const auto& cells = editing_.evaluation().cells[table_];
  std::vector<std::string> keys(data().rows.size());
  if (!numeric(column)) {
    for (std::size_t row = 0; row < order_.size(); ++row) {
      const auto& value = cells[order_[row]][column].value();
      keys[order_[row]] = std::holds_alternative<Date>(value.content) ? lexical(value) : foldForSearch(text(row, column));
    }
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = cells[a][column].value();
    const auto& other = cells[b][column].value();
    if (one.blank() || other.blank()) return !one.blank() && other.blank();  // blank ones last, either way
    if (one.number() != nullptr && other.number() != nullptr) return ascending_ ? *one.number() < *other.number() : *other.number() < *one.number();
    return ascending_ ? keys[a] < keys[b] : keys[b] < keys[a];
  });
}

void Table::sort(std::optional<std::size_t> column, bool ascending) {
  sortColumn_ = column;
  ascending_ = ascending;
  refresh();
}

void Table::filter(const std::string& text) {
  filter_ = text;
  refresh();
}

Error Table::located(Error error, std::size_t row, std::size_t column) const {
  error.place = words_("dòng ", "row ") + std::to_string(row + 1) + ", " + definition().columns[column].label.in(words_.language);
  return error;
}

Status Table::apply(const char* vi, const char* en, std::vector<Edit> edits) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto& title = definition().title;
  const auto done = editing_.apply({{std::string(vi) + " (" + title.in(Language::vi) + ")", std::string(en) + " (" + title.in(Language::en) + ")"}, std::move(edits)});
  refresh();
  return done;
}

Status Table::type(std::size_t row, std::size_t column, std::string_view text) {
  if (text == editing(row, column)) return {};
  auto value = typeValue(definition().columns[column], text, entered(row, column));
  if (!value) return fail(located(value.error(), row, column));
  if (*value == entered(row, column)) return {};
  return apply("Sửa ô", "Edit cell", {CellEdit{table_, rowId(row), column, std::move(*value)}});
}

std::string Table::newRowId(std::size_t salt) const {
  // Short, and free also where another workstation adds rows to the same draft.
  return "r" + newId().substr(0, 8) + (salt == 0 ? "" : std::to_string(salt));
}

Status Table::addRow(std::optional<std::size_t> before) {
  if (fixed()) return {};
  if (data().rows.size() >= definition().maxRows) return fail("package.too-many-rows", definition().id, {{"table", definition().id}, {"limit", std::to_string(definition().maxRows)}});
  const auto position = before && *before < order_.size() ? order_[*before] : data().rows.size();
  std::vector<Edit> edits;
  if (data().nothing) edits.push_back(TableNothing{table_, false});
  edits.push_back(RowInsert{table_, position, {newRowId(0), std::vector<Value>(columnCount())}});
  return apply("Thêm dòng", "Add row", std::move(edits));
}

Status Table::removeRows(const std::vector<std::size_t>& rows) {
  if (fixed() || rows.empty()) return {};
  std::vector<Edit> edits;
  for (const auto row : rows) edits.push_back(RowRemove{table_, rowId(row)});
  return apply(rows.size() == 1 ? "Xóa dòng" : "Xóa các dòng", rows.size() == 1 ? "Remove row" : "Remove rows", std::move(edits));
}

Status Table::moveRow(std::size_t row, bool down) {
  if (fixed() || sortColumn_ || !filter_.empty() || (down ? row + 1 >= order_.size() : row == 0)) return {};
  const auto from = order_[row];
  return apply("Chuyển dòng", "Move row", {RowRemove{table_, rowId(row)}, RowInsert{table_, down ? from + 1 : from - 1, data().rows[from]}});
}

Status Table::fillDown(std::size_t column, std::size_t from, std::size_t to) {
  std::vector<Edit> edits;
  for (auto row = from + 1; row <= to && row < order_.size(); ++row) {
    if (editable(row, column)) edits.push_back(CellEdit{table_, rowId(row), column, entered(from, column)});
  }
  return edits.empty() ? Status() : apply("Điền xuống", "Fill down", std::move(edits));
}

Status Table::clear(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn) {
  std::vector<Edit> edits;
  for (auto r = row; r <= lastRow && r < order_.size(); ++r) {
    for (auto c = column; c <= lastColumn && c < columnCount(); ++c) {
      if (editable(r, c) && !entered(r, c).blank()) edits.push_back(CellEdit{table_, rowId(r), c, Value{}});
    }
  }
  return edits.empty() ? Status() : apply("Xóa nội dung", "Clear", std::move(edits));
}

Status Table::paste(std::size_t row, std::size_t column, std::string_view tsv) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto lines = readTsv(tsv);
  std::vector<Edit> edits;
  if (data().nothing) edits.push_back(TableNothing{table_, false});
  std::set<std::string> taken;
  for (const auto& each : data().rows) taken.insert(each.id);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto at = row + i;
    std::string id;
    if (at < order_.size()) {
      id = rowId(at);
    } else {
      if (fixed()) return fail("table.no-more-rows", definition().title.in(words_.language), {{"rows", std::to_string(order_.size())}});
      const auto position = data().rows.size() + (at - order_.size());
      if (position >= definition().maxRows) return fail("package.too-many-rows", definition().id, {{"table", definition().id}, {"limit", std::to_string(definition().maxRows)}});
      do id = newRowId(0);
      while (!taken.insert(id).second);
      edits.push_back(RowInsert{table_, position, {id, std::vector<Value>(columnCount())}});
    }
    for (std::size_t j = 0; j < lines[i].size(); ++j) {
      const auto c = column + j;
      if (c >= columnCount()) return fail("table.no-more-columns", definition().title.in(words_.language), {{"columns", std::to_string(columnCount() - column)}});
      const bool computed = !definition().columns[c].enterable();
      if (computed) continue;  // worked out again from what is pasted beside it
      const auto before = at < order_.size() ? entered(at, c) : Value{};
      auto value = typeValue(definition().columns[c], lines[i][j], before);
      if (!value) return fail(located(value.error(), at, c));
      if (*value != before) edits.push_back(CellEdit{table_, id, c, std::move(*value)});
    }
  }
  return edits.empty() ? Status() : apply("Dán", "Paste", std::move(edits));
}

std::string Table::copy(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn) const {
  std::string text;
  for (auto r = row; r <= lastRow && r < order_.size(); ++r) {
    for (auto c = column; c <= lastColumn && c < columnCount(); ++c) text += (c == column ? "" : "\t") + tsvCell(this->text(r, c));
    text += "\n";
  }
  return text;
}

}  // namespace cchc::presentation
