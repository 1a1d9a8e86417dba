// Pasting into a table: the lines are read as Excel writes them, and entered as one step or not at all.
#include <set>

#include "core/base/reading/figure.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/importing/sheet_marks.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/presentation/section/table.h"

namespace cchc::presentation {
namespace {

// The context of the figures that are pasted, the first of them into the column `first`.
reading::Context contextOf(const Sheet& pasted, const Table& table, std::size_t first, int year) {
  std::vector<std::size_t> figures;
  for (std::size_t i = 0; first + i < table.columnCount(); ++i) {
    if (table.numeric(first + i)) figures.push_back(i);
  }
  reading::Context context;
  context.marks = marksOfSheet(pasted, 0, figures).value_or(reading::Marks::vietnamese);
  context.year = year;
  return context;
}

}  // namespace

Status Table::paste(std::size_t row, std::size_t column, std::string_view tsv, std::optional<EntryUnit> unit) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto pasted = readClipboard(tsv);
  const auto& lines = pasted.rows;
  const auto context = contextOf(pasted, *this, column, onlyYear(editing_.period()));
  std::vector<Edit> edits;
  if (data().nothing) edits.push_back(TableNothing{table_, false});
  auto columns = definition().columns;
  for (auto& each : columns) {
    if (unit && each.type == FieldType::money) each.entryUnit = *unit;
  }
  std::set<std::string> used;
  for (const auto& each : data().rows) used.insert(each.id);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto at = row + i;
    std::string id;
    if (at < order_.size()) {
      id = rowId(at);
    } else {
      if (fixed())
        return fail("table.no-more-rows", definition().title.in(words_.language),
                    {{"rows", std::to_string(order_.size())}});
      const auto position = data().rows.size() + (at - order_.size());
      if (position >= definition().maxRows)
        return fail("package.too-many-rows", definition().title.in(words_.language),
                    {{"table", definition().title.vi},
                     {"table_en", definition().title.in(Language::en)},
                     {"limit", std::to_string(definition().maxRows)}});
      do id = newRowId(0);
      while (!used.insert(id).second);
      edits.push_back(RowInsert{table_, position, {id, std::vector<Value>(columns.size())}});
    }
    for (std::size_t j = 0; j < lines[i].cells.size(); ++j) {
      const auto c = column + j;
      if (c >= columnCount())
        return fail("table.no-more-columns", definition().title.in(words_.language),
                    {{"columns", std::to_string(columnCount() - column)}});
      const auto& form = columns[columns_[c]];
      if (!form.enterable()) continue;  // computed again from the other cells
      const auto before = at < order_.size() ? entered(at, c) : Value{};
      auto value = readTypedValue(form, lines[i].cells[j].text, before, context);
      if (!value) return fail(located(value.error(), at, c));
      if (*value == before) continue;
      const auto place = Place::ofCell(definition().id, id, form.id);
      if (auto allowed = checkInForce(editing_.definition(), inForce(), place, *value); !allowed)
        return fail(located(allowed.error(), at, c));
      edits.push_back(CellEdit{table_, id, columns_[c], std::move(*value)});
    }
  }
  return edits.empty() ? Status() : apply("undo.paste", std::move(edits));
}

// If figures for a column in million đồng would amount to ten thousand billion or more, they were probably copied from
// a sheet in đồng. If figures for a column in đồng are all small, or have decimals, they probably come from a sheet in
// million đồng.
std::optional<EntryUnit> Table::doubtfulUnit(std::size_t column, std::string_view tsv) const {
  bool smallDong = false, largeDong = false;
  const auto pasted = readClipboard(tsv);
  const auto context = contextOf(pasted, *this, column, onlyYear(editing_.period()));
  for (const auto& line : pasted.rows) {
    for (std::size_t j = 0; j < line.cells.size() && column + j < columnCount(); ++j) {
      const auto& one = this->column(column + j);
      if (one.type != FieldType::money || !one.enterable()) continue;
      const auto read = reading::readFigure(line.cells[j].text, reading::Quantity::number, context);
      const auto* const figure = std::get_if<reading::Figure>(&read);
      // Where the unit is named, there is no doubt.
      if (figure == nullptr || !figure->number || figure->sizeNamed || figure->number->isZero()) continue;
      const auto& number = *figure->number;
      const auto size = number.isNegative() ? negate(number) : number;
      if (one.entryUnit == EntryUnit::dong) {
        const bool small = size < Decimal(100'000) || number.normalised().scale() > 0;
        (small ? smallDong : largeDong) = true;
      } else if (!(size < Decimal(one.entryUnit == EntryUnit::million ? 10'000'000 : 100'000))) {
        return EntryUnit::dong;
      }
    }
  }
  return smallDong && !largeDong ? std::optional(EntryUnit::million) : std::nullopt;
}

}  // namespace cchc::presentation
