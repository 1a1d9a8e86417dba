#include "core/definition/located_place.h"

#include <algorithm>

namespace cchc {
namespace {

std::optional<LocatedPlace> locateCell(const SectionDefinition& definition, const std::string& table,
                                       const std::string& row, const std::string& column, bool older) {
  LocatedPlace found;
  found.table = definition.tableIndex(table, older);
  found.row = row;
  if (!found.table) return std::nullopt;
  if (column.empty()) return found;
  const auto& form = definition.tables[*found.table];
  found.column = form.columnIndex(column, older);
  if (!found.column) return std::nullopt;
  found.value = &form.columns[*found.column];
  return found;
}

}  // namespace

std::optional<LocatedPlace> locate(const SectionDefinition& definition, const Place& place, bool older) {
  LocatedPlace found;
  if (const auto* named = place.named()) {
    // A current id takes precedence over an older one, whether it is of a field or of a table.
    for (const bool tried : {false, older}) {
      if ((found.field = definition.fieldIndex(named->id, tried))) {
        found.value = &definition.fields[*found.field];
        return found;
      }
      if ((found.table = definition.tableIndex(named->id, tried))) return found;
    }
    return std::nullopt;
  }
  if (const auto* row = place.row()) return locateCell(definition, row->table, row->row, {}, older);
  if (const auto* cell = place.cell()) return locateCell(definition, cell->table, cell->row, cell->column, older);
  if (const auto* group = place.group()) {
    const auto& groups = definition.groups;
    const auto same =
        std::find_if(groups.begin(), groups.end(), [&](const GroupDefinition& other) { return other.id == group->id; });
    if (same == groups.end()) return std::nullopt;
    found.group = static_cast<std::size_t>(same - groups.begin());
    return found;
  }
  return std::nullopt;
}

const Value* valueAt(const SectionDefinition& definition, const SectionData& data, const Place& place) {
  const auto found = locate(definition, place);
  if (!found || found->value == nullptr) return nullptr;
  if (found->field) return &data.fields[*found->field];
  for (const auto& row : data.tables[*found->table].rows) {
    if (row.id == found->row) return &row.cells[*found->column];
  }
  return nullptr;
}

Value* valueAt(const SectionDefinition& definition, SectionData& data, const Place& place) {
  return const_cast<Value*>(valueAt(definition, std::as_const(data), place));
}

}  // namespace cchc
