#include "core/definition/carry_over.h"

namespace cchc {
namespace {

bool finished(const TableDefinition& table, const Row& row) {
  const auto outcome = table.columnIndex("outcome");
  return outcome && row.cells[*outcome].text() != nullptr && *row.cells[*outcome].text() == "done";
}

}  // namespace

SectionData startingData(const SectionDefinition& definition, const SectionData* previous, bool sameYear) {
  auto data = initialData(definition);
  if (previous == nullptr) return data;
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& field = definition.fields[i];
    if (previous->fields[i].blank()) continue;
    if (field.carry == FieldCarry::value) data.fields[i] = previous->fields[i];
    if (field.carry == FieldCarry::asTarget) data.fields[*definition.fieldIndex(field.carryTo)] = previous->fields[i];
  }
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    const auto& table = definition.tables[i];
    const bool rows = table.carry == TableCarry::rows || (table.carry == TableCarry::rowsWithinYear && sameYear);
    // Only the rows: "nothing to report" has to be declared again for each period.
    if (rows) data.tables[i].rows = previous->tables[i].rows;
    if (table.carry == TableCarry::tasks) {
      for (const auto& row : previous->tables[i].rows) {
        if (!finished(table, row)) data.tables[i].rows.push_back(row);
      }
    }
  }
  return data;
}

}  // namespace cchc
