#include "core/rules/adding/row_parts.h"

#include "core/base/reading/label_kind.h"
#include "core/base/text.h"

namespace cchc {
namespace {

bool isMarked(const TableDefinition& table, const TableData& data, std::size_t row) {
  const auto mark = table.columnIndex(table.partOf);
  if (!mark) return false;
  const auto* yes = std::get_if<bool>(&data.rows[row].cells[*mark].content);
  return yes != nullptr && *yes;
}

// The row's unit as a person reads it; empty: it states none.
std::string unitOfRow(const TableDefinition& table, const TableData& data, std::size_t row) {
  if (table.unitColumn) {
    const auto* unit = data.rows[row].cells[*table.unitColumn].text();
    if (unit == nullptr) return {};
    for (const auto& choice : table.columns[*table.unitColumn].choices) {
      if (choice.value == *unit) return choice.label.vi;
    }
    return *unit;
  }
  return table.fixed ? std::string(reading::unitInLabel(table.fixedRows[row].label.vi)) : std::string();
}

}  // namespace

bool isPartRow(const TableDefinition& table, const TableData& data, std::size_t row) {
  if (table.fixed && !table.fixedRows[row].partOf.empty()) return true;
  return !table.partOf.empty() && isMarked(table, data, row);
}

std::optional<std::size_t> wholeOfRow(const TableDefinition& table, const TableData& data, std::size_t row) {
  if (table.fixed && table.fixedRows[row].whole) return table.fixedRows[row].whole;
  if (table.partOf.empty() || !isMarked(table, data, row)) return std::nullopt;
  // The first row has nothing above it, so that a mark there says nothing.
  for (auto above = row; above-- > 0;) {
    if (!isMarked(table, data, above)) return above;
  }
  return std::nullopt;
}

bool isTotalRow(const TableDefinition& table, const TableData& data, std::size_t row) {
  if (table.fixed) return table.fixedRows[row].total;
  if (!table.nameColumn) return false;
  const auto* name = data.rows[row].cells[*table.nameColumn].text();
  return name != nullptr && reading::isBareTotalLabel(*name);
}

std::optional<UnlikeUnits> unlikeUnits(const TableDefinition& table, const TableData& data) {
  if (!table.unitColumn && !table.fixed) return std::nullopt;
  std::string first;
  for (std::size_t row = 0; row < data.rows.size(); ++row) {
    auto unit = unitOfRow(table, data, row);
    if (unit.empty()) continue;
    if (first.empty())
      first = std::move(unit);
    else if (foldForSearch(foldSpace(unit)) != foldForSearch(foldSpace(first)))
      return UnlikeUnits{std::move(first), std::move(unit)};
  }
  return std::nullopt;
}

}  // namespace cchc
