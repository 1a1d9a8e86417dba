#include "core/definition/carry_over.h"

namespace cchc {
namespace {

void addKeptValue(SectionData& data, const Place& place, const Value& value) {
  if (!value.blank()) data.kept.push_back({placeText(place), encodeValue(value)});
}

// Returns whether the value fits, that is, whether its text can be read as the new type.
bool convertValue(const Value& value, const FieldDefinition& from, const FieldDefinition& to, Value& target) {
  if (from.type == to.type) return target = value, true;
  auto decoded = decodeValue(to.type, encodeValue(value));
  if (!decoded) return false;
  target = std::move(*decoded);
  return true;
}

void migrateTable(const TableData& rows, const TableDefinition& from, const TableDefinition& to, TableData& target,
                  SectionData& result) {
  target.nothing = rows.nothing;
  for (const auto& row : rows.rows) {
    Row* home = nullptr;
    for (auto& existing : target.rows) {
      if (existing.id == row.id) home = &existing;
    }
    if (home == nullptr && !to.fixed)
      home = &target.rows.emplace_back(Row{row.id, std::vector<Value>(to.columns.size())});
    for (std::size_t c = 0; c < from.columns.size(); ++c) {
      std::optional<std::size_t> column;
      for (std::size_t n = 0; n < to.columns.size() && !column; ++n) {
        const auto& names = to.columns[n].renamedFrom;
        if (to.columns[n].id == from.columns[c].id) column = n;
        for (const auto& name : names) column = name == from.columns[c].id ? std::optional(n) : column;
      }
      const bool moved = home != nullptr && column &&
                         convertValue(row.cells[c], from.columns[c], to.columns[*column], home->cells[*column]);
      if (!moved) addKeptValue(result, Place::ofCell(from.id, row.id, from.columns[c].id), row.cells[c]);
    }
  }
}

bool finished(const TableDefinition& table, const Row& row) {
  const auto outcome = table.columnIndex("outcome");
  return outcome && row.cells[*outcome].text() != nullptr && *row.cells[*outcome].text() == "done";
}

}  // namespace

SectionData migrateData(const SectionData& data, const SectionDefinition& from, const SectionDefinition& to) {
  auto result = emptyData(to);
  result.paragraphs = data.paragraphs;
  result.explanations = data.explanations;
  result.kept = data.kept;
  for (std::size_t i = 0; i < from.fields.size(); ++i) {
    const auto home = to.fieldIndex(from.fields[i].id, true);
    const bool moved = home && convertValue(data.fields[i], from.fields[i], to.fields[*home], result.fields[*home]);
    if (!moved) addKeptValue(result, Place::ofField(from.fields[i].id), data.fields[i]);
  }
  for (std::size_t i = 0; i < from.tables.size(); ++i) {
    if (const auto home = to.tableIndex(from.tables[i].id, true)) {
      migrateTable(data.tables[i], from.tables[i], to.tables[*home], result.tables[*home], result);
      continue;
    }
    for (const auto& row : data.tables[i].rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        addKeptValue(result, Place::ofCell(from.tables[i].id, row.id, from.tables[i].columns[c].id), row.cells[c]);
    }
  }
  for (std::size_t i = 0; i < from.groups.size(); ++i) {
    for (std::size_t n = 0; n < to.groups.size(); ++n) {
      if (to.groups[n].id == from.groups[i].id) result.groupNothing[n] = data.groupNothing[i];
    }
  }
  return result;
}

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
