// Which rows of a table are parts of other rows, or totals of them, and whether its figures may be added.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "core/definition/definition.h"

namespace cchc {

// Whether `part-of` says that the row is a part of another one. Sums and counts of expressions pass over it.
bool isPartRow(const TableDefinition& table, const TableData& data, std::size_t row);
// The row of which this one is a part, as `part-of` says, or the label of a fixed row ("Trong đó: …").
std::optional<std::size_t> wholeOfRow(const TableDefinition& table, const TableData& data, std::size_t row);
// Whether the row is named as the total of the others: "Tổng cộng".
bool isTotalRow(const TableDefinition& table, const TableData& data, std::size_t row);
// Whether a total of the table's columns counts the row: it is neither a part nor a total.
inline bool countsInTotal(const TableDefinition& table, const TableData& data, std::size_t row) {
  return !wholeOfRow(table, data, row) && !isTotalRow(table, data, row);
}

// Two units of the table's rows that are not the same.
struct UnlikeUnits {
  std::string one, other;
};
// nullopt: all rows that state a unit state the same one. The unit of a row is in its unit column, or in brackets at
// the end of a fixed row's label: "Đường giao thông (km)".
std::optional<UnlikeUnits> unlikeUnits(const TableDefinition& table, const TableData& data);

}  // namespace cchc
