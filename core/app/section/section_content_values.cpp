// Turns the edits in a values file into a step.
#include <algorithm>

#include "core/app/section/section_content.h"
#include "core/definition/located_place.h"
#include "core/exchange/values/values_file.h"

namespace cchc {
namespace {

Row* rowOf(TableData& table, const std::string& id) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.id == id; });
  return found == table.rows.end() ? nullptr : &*found;
}

Status applyTableEdits(const SectionDefinition& definition, const ValuesFile& values, SectionData& data) {
  for (const auto& edit : values.tables) {
    const auto index = definition.tableIndex(edit.table);
    if (!index) return fail("values.unknown-field", edit.table, {{"id", edit.table}});
    auto& table = data.tables[*index];
    if (edit.replace) {
      if (definition.tables[*index].fixed) {
        for (auto& row : table.rows) row.cells.assign(row.cells.size(), Value{});
      } else {
        table.rows.clear();
      }
    }
    if (edit.nothing) table.nothing = *edit.nothing;
  }
  for (const auto& edit : values.rows) {
    const auto index = definition.tableIndex(edit.table);
    if (!index) return fail("values.unknown-field", edit.table, {{"id", edit.table}});
    const auto& form = definition.tables[*index];
    auto& table = data.tables[*index];
    auto* row = rowOf(table, edit.row);
    if ((edit.remove || form.fixed) && row == nullptr)
      return fail("values.unknown-row", edit.table + "[" + edit.row + "]", {{"row", edit.row}});
    if (edit.remove) {
      table.rows.erase(table.rows.begin() + (row - table.rows.data()));
    } else if (row == nullptr) {
      if (table.rows.size() >= form.maxRows)
        return fail("package.too-many-rows", edit.table,
                    {{"table", form.title.vi},
                     {"table_en", form.title.in(Language::en)},
                     {"limit", std::to_string(form.maxRows)}});
      table.rows.push_back({edit.row, std::vector<Value>(form.columns.size())});
      table.nothing = false;
    }
  }
  return {};
}

Status applyValue(const SectionDefinition& definition, const ValueEdit& edit, SectionData& data) {
  auto* value = valueAt(definition, data, edit.place);
  const auto text = placeText(edit.place);
  if (value == nullptr && edit.place.cell() != nullptr)
    return fail("values.unknown-row", text, {{"row", edit.place.cell()->row}});
  if (value == nullptr) return fail("values.unknown-field", text, {{"id", text}});
  *value = edit.value;
  return {};
}

template <class T, class Same>
void replaceOrAdd(std::vector<T>& all, const T& item, const Same& same) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& other) { return same(other, item); });
  if (found == all.end())
    all.push_back(item);
  else
    *found = item;
}

Status applyValues(const SectionDefinition& definition, const ValuesFile& values, SectionData& data) {
  CCHC_CHECK(applyTableEdits(definition, values, data));
  for (const auto& edit : values.values) CCHC_CHECK(applyValue(definition, edit, data));
  for (const auto& paragraph : values.paragraphs) {
    replaceOrAdd(data.paragraphs, paragraph, [](const auto& a, const auto& b) { return a.id == b.id; });
  }
  for (const auto& explanation : values.explanations) {
    replaceOrAdd(data.explanations, explanation,
                 [](const auto& a, const auto& b) { return a.code == b.code && a.place == b.place; });
  }
  for (const auto& [id, nothing] : values.groups) {
    for (std::size_t i = 0; i < definition.groups.size(); ++i) {
      if (definition.groups[i].id == id) data.groupNothing[i] = nothing;
    }
  }
  return {};
}

}  // namespace

Result<EditStep> stepOf(const SectionDefinition& definition, const SectionData& present, const ValuesFile& values) {
  auto after = present;
  CCHC_CHECK(applyValues(definition, values, after));
  return stepBetween(definition, present, after);
}

}  // namespace cchc
