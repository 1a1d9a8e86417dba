#include "core/definition/row_key.h"

#include "core/base/text.h"

namespace cchc {

KeyColumns keyColumns(const TableDefinition& table) {
  KeyColumns columns;
  if (table.fixed) return columns;
  for (const auto& id : table.key) {
    if (const auto column = table.columnIndex(id)) columns.push_back(*column);
  }
  return columns;
}

std::string rowKey(const KeyColumns& columns, const std::vector<Value>& cells) {
  std::string key;
  for (const auto column : columns) {
    const auto& value = cells[column];
    if (value.blank()) return {};
    // Vietnamese words that differ in their marks alone are different words, so the marks stay.
    key += value.text() != nullptr ? upperCase(foldSpace(*value.text())) : encodeValue(value);
    key += '\x1f';
  }
  return key;
}

}  // namespace cchc
