#include "core/definition/definition.h"

#include <algorithm>

#include "core/definition/located_place.h"

namespace cchc {
namespace {

std::optional<std::size_t> find(const IdIndexes& indexes, const IdIndexes& olders, std::string_view id, bool older) {
  if (const auto found = indexes.find(id); found != indexes.end()) return found->second;
  if (!older) return std::nullopt;
  const auto found = olders.find(id);
  return found == olders.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::size_t> TableDefinition::columnIndex(std::string_view column, bool older) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].id == column) return i;
  }
  for (std::size_t i = 0; i < columns.size() && older; ++i) {
    const auto& names = columns[i].renamedFrom;
    if (std::find(names.begin(), names.end(), column) != names.end()) return i;
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

namespace {

// The label of a row that is not one of the definition: its number in the data, else its id. nullopt: a cell is meant,
// and the data, which may have the row, are not known.
std::optional<Label> rowLabel(const TableDefinition& table, const LocatedPlace& place, const SectionData* data) {
  const Label id{place.row, {}};
  if (table.fixed) return id;
  if (data == nullptr) return place.column ? std::nullopt : std::optional(id);
  const auto& rows = data->tables[*place.table].rows;
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.id == place.row; });
  if (row == rows.end()) return id;
  const std::vector<Parameter> number{{"row", std::to_string(row - rows.begin() + 1)}};
  return Label{text("form.row", Language::vi, number), text("form.row", Language::en, number)};
}

Label placeLabel(const SectionDefinition& definition, const SectionData* data, const Place& place) {
  const auto found = locate(definition, place);
  if (!found) return {placeText(place), {}};
  if (found->group) return definition.groups[*found->group].title;
  if (found->field) return definition.fields[*found->field].label;
  const auto& table = definition.tables[*found->table];
  Label label{table.title.vi, table.title.in(Language::en)};
  const auto append = [&](const Label& part) {
    label.vi += ", " + part.vi;
    label.en += ", " + part.in(Language::en);
  };
  const auto fixed = std::find_if(table.fixedRows.begin(), table.fixedRows.end(),
                                  [&](const FixedRow& row) { return row.id == found->row; });
  if (fixed != table.fixedRows.end()) {
    append(fixed->label);
  } else if (!found->row.empty()) {
    if (const auto row = rowLabel(table, *found, data)) append(*row);
  }
  if (found->column) append(table.columns[*found->column].label);
  return label;
}

}  // namespace

Label placeLabel(const SectionDefinition& definition, const Place& place) {
  return placeLabel(definition, nullptr, place);
}

Label placeLabel(const SectionDefinition& definition, const SectionData& data, const Place& place) {
  return placeLabel(definition, &data, place);
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
