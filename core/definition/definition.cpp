#include "core/definition/definition.h"

#include <algorithm>

namespace cchc {
namespace {

std::optional<std::size_t> find(const IdIndexes& indexes, const IdIndexes& olders, std::string_view id, bool older) {
  if (const auto found = indexes.find(id); found != indexes.end()) return found->second;
  if (!older) return std::nullopt;
  const auto found = olders.find(id);
  return found == olders.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::size_t> TableDefinition::columnIndex(std::string_view column) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].id == column) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> SectionDefinition::fieldIndex(std::string_view field, bool older) const {
  return find(fieldIndexes, olderFields, field, older);
}
std::optional<std::size_t> SectionDefinition::tableIndex(std::string_view table, bool older) const {
  return find(tableIndexes, olderTables, table, older);
}

std::optional<std::size_t> SectionDefinition::viewIndex(std::string_view view) const {
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (views[i].id == view) return i;
  }
  return std::nullopt;
}

Label placeLabel(const SectionDefinition& definition, std::string_view place) {
  if (const auto field = definition.fieldIndex(place)) return definition.fields[*field].label;
  for (const auto& group : definition.groups) {
    if (group.id == place) return group.title;
  }
  const auto parsed = parsePlace(place);
  const auto index = !parsed                 ? std::nullopt
                     : parsed->table.empty() ? definition.tableIndex(parsed->field)
                                             : definition.tableIndex(parsed->table);
  if (!index) return {std::string(place), {}};
  const auto& table = definition.tables[*index];
  Label label{table.title.vi, table.title.in(Language::en)};
  const auto append = [&](const Label& part) {
    label.vi += ", " + part.vi;
    label.en += ", " + part.in(Language::en);
  };
  const auto fixed = std::find_if(table.fixedRows.begin(), table.fixedRows.end(),
                                  [&](const FixedRow& row) { return row.id == parsed->row; });
  const auto column = table.columnIndex(parsed->column);
  if (fixed != table.fixedRows.end())
    append(fixed->label);
  else if (!parsed->row.empty() && !column)
    append({parsed->row, {}});
  if (column) append(table.columns[*column].label);
  return label;
}

SectionData emptyData(const SectionDefinition& definition) {
  SectionData data;
  data.fields.resize(definition.fields.size());
  data.tables.resize(definition.tables.size());
  data.groupNothing.resize(definition.groups.size());
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    const auto& table = definition.tables[i];
    for (const auto& row : table.fixedRows)
      data.tables[i].rows.push_back({row.id, std::vector<Value>(table.columns.size())});
  }
  return data;
}

SectionData initialData(const SectionDefinition& definition) {
  auto data = emptyData(definition);
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    if (definition.fields[i].defaultValue) data.fields[i] = *definition.fields[i].defaultValue;
  }
  return data;
}

}  // namespace cchc
