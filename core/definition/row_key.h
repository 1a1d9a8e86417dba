// What identifies a row of a table, by the columns that the definition names as its key.
#pragma once
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/model/section_data.h"

namespace cchc {

// Indexes of the table's columns.
using KeyColumns = std::vector<std::size_t>;
// The columns of the table's key, in the order of the definition; empty if it has none, and for a table with fixed
// rows, whose rows have names.
KeyColumns keyColumns(const TableDefinition& table);

// The key of a row with these cells: equal for rows that are the same but for case and spaces in texts. "" if one of
// the columns is blank, or if there are none, since nothing then identifies the row.
std::string rowKey(const KeyColumns& columns, const std::vector<Value>& cells);

}  // namespace cchc
