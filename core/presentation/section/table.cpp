#include "core/presentation/section/table.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "core/base/digest.h"
#include "core/base/sorting/collation.h"
#include "core/base/text.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/presentation/section/step_name.h"
#include "core/rules/adding/row_parts.h"

namespace cchc::presentation {

Table::Table(SectionEditing& editing, std::size_t table, Words words)
    : editing_(editing), table_(table), words_(words) {
  for (std::size_t i = 0; i < definition().columns.size(); ++i) {
    if (inForce().column(table_, i)) columns_.push_back(i);
  }
  refresh();
}

std::vector<std::string> Table::choicesOf(std::size_t column) const {
  std::vector<std::string> labels;
  for (const auto& choice : this->column(column).choices) {
    if (inForce().choice(choice)) labels.push_back(choice.label.in(words_.language));
  }
  return labels;
}

std::string Table::heading(std::size_t column) const {
  const auto& one = this->column(column);
  const auto unit = unitText(one, words_);
  return one.label.in(words_.language) + (one.required == Required::submit ? " *" : "") +
         (unit.empty() ? "" : " (" + unit + ")");
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
  return shownText(this->column(column), effective(order_[row], column).value(), words_);
}

std::string Table::editorText(std::size_t row, std::size_t column) const {
  return editText(this->column(column), entered(row, column), words_);
}

bool Table::editable(std::size_t row, std::size_t column) const {
  const auto& one = this->column(column);
  return editable() && one.enterable() && one.type != FieldType::attachment && effective(order_[row], column).relevant;
}

std::optional<Severity> Table::worst(std::size_t row, std::size_t column) const {
  if (worst_.empty()) return std::nullopt;
  const auto found = worst_.find(Place::ofCell(definition().id, rowId(row), this->column(column).id));
  return found == worst_.end() ? std::nullopt : std::optional(found->second);
}

bool Table::changedByOffice(std::size_t row, std::size_t column) const {
  const auto& places = editing_.enteredPlaces();
  if (places.empty()) return false;
  return places.contains(Place::ofCell(definition().id, rowId(row), this->column(column).id)) ||
         places.contains(Place::ofRow(definition().id, rowId(row)));
}

std::optional<std::size_t> Table::rowNamed(const std::string& id) const {
  for (std::size_t row = 0; row < order_.size(); ++row) {
    if (rowId(row) == id) return row;
  }
  return std::nullopt;
}

std::optional<std::size_t> Table::columnNamed(const std::string& id) const {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (this->column(column).id == id) return column;
  }
  return std::nullopt;
}

std::string Table::total(std::size_t column) const {
  const auto& one = this->column(column);
  if (one.type != FieldType::integer && one.type != FieldType::money && one.type != FieldType::decimal) return {};
  if (unlikeUnits(definition(), data())) return {};
  std::optional<Decimal> sum;
  for (std::size_t row = 0; row < order_.size(); ++row) {
    if (!countsInTotal(definition(), data(), order_[row])) continue;
    const auto& value = effective(order_[row], column).value();
    if (value.number() == nullptr) continue;
    sum = sum ? add(*sum, *value.number()) : *value.number();
    if (!sum) return {};
  }
  return sum ? shownText(one, Value{*sum}, words_) : std::string();
}

void Table::refresh() {
  worst_.clear();
  const Place own = Place::ofTable(definition().id);
  for (const auto& finding : editing_.findings()) {
    if (finding.place == own || !liesIn(finding.place, own)) continue;
    const auto [at, added] = worst_.emplace(finding.place, finding.severity);
    if (!added) at->second = std::max(at->second, finding.severity);
  }
  const auto& rows = data().rows;
  const bool same = std::equal(rows.begin(), rows.end(), ids_.begin(), ids_.end(),
                               [](const Row& row, const std::string& id) { return row.id == id; });
  if (!same) arrange();
}

void Table::arrange() {
  ids_.clear();
  for (const auto& row : data().rows) ids_.push_back(row.id);
  order_.clear();
  const auto wanted = foldForSearch(filter_);
  for (std::size_t row = 0; row < data().rows.size(); ++row) {
    if (!inForce().row(table_, row)) continue;
    order_.push_back(row);
    if (wanted.empty()) continue;
    bool found = false;
    for (std::size_t column = 0; column < columnCount() && !found; ++column)
      found = foldForSearch(text(order_.size() - 1, column)).find(wanted) != std::string::npos;
    found = found || std::find(added_.begin(), added_.end(), data().rows[row].id) != added_.end();
    if (!found) order_.pop_back();
  }
  if (!sortColumn_) return;
  const auto column = *sortColumn_;
  std::vector<std::string> keys(data().rows.size());
  if (!numeric(column)) {
    for (std::size_t row = 0; row < order_.size(); ++row) {
      const auto& value = effective(order_[row], column).value();
      keys[order_[row]] =
          std::holds_alternative<Date>(value.content) ? lexical(value) : collationKey(text(row, column));
    }
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = effective(a, column).value();
    const auto& other = effective(b, column).value();
    if (one.blank() || other.blank()) return !one.blank() && other.blank();  // blank cells last in both directions
    if (one.number() != nullptr && other.number() != nullptr)
      return ascending_ ? *one.number() < *other.number() : *other.number() < *one.number();
    return ascending_ ? keys[a] < keys[b] : keys[b] < keys[a];
  });
}

void Table::sort(std::optional<std::size_t> column, bool ascending) {
  sortColumn_ = column;
  ascending_ = ascending;
  arrange();
}

void Table::filter(const std::string& text) {
  filter_ = text;
  added_.clear();
  arrange();
}

Error Table::located(Error error, std::size_t row, std::size_t column) const {
  error.place = words_("form.cell",
                       {{"row", std::to_string(row + 1)}, {"column", this->column(column).label.in(words_.language)}});
  return error;
}

Status Table::apply(std::string_view name, std::vector<Edit> edits) {
  if (editing_.locked()) return fail(*editing_.locked());
  for (const auto& edit : edits) {
    if (const auto* added = std::get_if<RowInsert>(&edit)) added_.push_back(added->row.id);
  }
  const auto done = editing_.apply({stepName(name, {{"table", definition().title}}), std::move(edits)});
  refresh();
  return done;
}

Result<std::optional<Edit>> Table::typed(std::size_t row, std::size_t column, std::string_view text) const {
  if (text == editorText(row, column)) return std::optional<Edit>();
  const auto& form = this->column(column);
  auto value = readTypedValue(form, text, entered(row, column), {.year = onlyYear(editing_.period())});
  if (!value) return fail(located(value.error(), row, column));
  if (*value == entered(row, column)) return std::optional<Edit>();
  const auto place = Place::ofCell(definition().id, rowId(row), form.id);
  if (auto allowed = checkInForce(editing_.definition(), inForce(), place, *value); !allowed)
    return fail(located(allowed.error(), row, column));
  return std::optional<Edit>(CellEdit{table_, rowId(row), columns_[column], std::move(*value)});
}

Status Table::check(std::size_t row, std::size_t column, std::string_view text) const {
  const auto edit = typed(row, column, text);
  return edit ? Status() : fail(edit.error());
}

Status Table::type(std::size_t row, std::size_t column, std::string_view text) {
  CCHC_TRY(auto edit, typed(row, column, text));
  return edit ? apply("undo.edit-cell", {std::move(*edit)}) : Status();
}

Status Table::typeRow(std::size_t row, const std::vector<Typed>& cells) {
  std::vector<Edit> edits;
  for (const auto& cell : cells) {
    CCHC_TRY(auto edit, typed(row, cell.column, cell.text));
    if (edit) edits.push_back(std::move(*edit));
  }
  return edits.empty() ? Status() : apply("undo.edit-row", std::move(edits));
}

std::string Table::newRowId(std::size_t salt) const {
  // Short, and unique even if another workstation adds rows to the same draft.
  return "r" + newId().substr(0, 8) + (salt == 0 ? "" : std::to_string(salt));
}

Status Table::addRow(std::optional<std::size_t> before) {
  if (fixed()) return {};
  if (data().rows.size() >= definition().maxRows)
    return fail("package.too-many-rows", definition().title.in(words_.language),
                {{"table", definition().title.vi},
                 {"table_en", definition().title.in(Language::en)},
                 {"limit", std::to_string(definition().maxRows)}});
  const auto position = before && *before < order_.size() ? order_[*before] : data().rows.size();
  std::vector<Edit> edits;
  if (data().nothing) edits.push_back(TableNothing{table_, false});
  edits.push_back(RowInsert{table_, position, {newRowId(0), std::vector<Value>(definition().columns.size())}});
  return apply("undo.add-row", std::move(edits));
}

std::optional<std::size_t> Table::addedRow() const { return added_.empty() ? std::nullopt : rowNamed(added_.back()); }

Status Table::removeRows(const std::vector<std::size_t>& rows) {
  if (fixed() || rows.empty()) return {};
  std::vector<Edit> edits;
  for (const auto row : rows) edits.push_back(RowRemove{table_, rowId(row)});
  return apply(rows.size() == 1 ? "undo.remove-row" : "undo.remove-rows", std::move(edits));
}

Status Table::moveRow(std::size_t row, bool down) {
  if (fixed() || sortColumn_ || !filter_.empty() || (down ? row + 1 >= order_.size() : row == 0)) return {};
  const auto from = order_[row];
  return apply("undo.move-row",
               {RowRemove{table_, rowId(row)}, RowInsert{table_, down ? from + 1 : from - 1, data().rows[from]}});
}

Status Table::fillDown(const Block& block) {
  std::vector<Edit> edits;
  for (auto row = block.row + 1; row <= block.lastRow && row < order_.size(); ++row) {
    for (auto column = block.column; column <= block.lastColumn && column < columnCount(); ++column) {
      if (editable(row, column))
        edits.push_back(CellEdit{table_, rowId(row), columns_[column], entered(block.row, column)});
    }
  }
  return edits.empty() ? Status() : apply("undo.fill-down", std::move(edits));
}

Status Table::clear(const std::vector<Block>& blocks) {
  std::set<std::pair<std::size_t, std::size_t>> cells;  // blocks may overlap
  for (const auto& block : blocks) {
    for (auto row = block.row; row <= block.lastRow && row < order_.size(); ++row) {
      for (auto column = block.column; column <= block.lastColumn && column < columnCount(); ++column)
        if (editable(row, column) && !entered(row, column).blank()) cells.emplace(row, column);
    }
  }
  std::vector<Edit> edits;
  for (const auto& [row, column] : cells) edits.push_back(CellEdit{table_, rowId(row), columns_[column], Value{}});
  return edits.empty() ? Status() : apply("undo.clear-cells", std::move(edits));
}

std::string Table::copy(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn) const {
  std::string text;
  for (auto r = row; r <= lastRow && r < order_.size(); ++r) {
    for (auto c = column; c <= lastColumn && c < columnCount(); ++c)
      text += (c == column ? "" : "\t") + clipboardCell(this->text(r, c));
    text += "\n";
  }
  return text;
}

}  // namespace cchc::presentation
