// Reads a section's workbook back.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/texts.h"
#include "core/definition/located_place.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/section_workbook_layout.h"
#include "core/exchange/sheets/workbook_reader.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/value_errors.h"
#include "core/exchange/values/values_sheet.h"

namespace cchc {
namespace {

using namespace workbook_layout;

// The content of the hidden sheet.
struct About {
  std::string section, unit, period;
  std::vector<std::pair<std::string, std::string>> sheets;  // name and table; "" for the fields
};

// nullopt: the sheet is not that of a section's workbook.
std::optional<About> aboutOf(const Sheet& sheet) {
  About about;
  bool known = false;
  for (const auto& row : sheet.rows) {
    if (row.cells.size() < 2) continue;
    const auto& name = row.cells[0].text;
    const auto& value = row.cells[1].text;
    if (name == "format")
      known = value == format;
    else if (name == "section")
      about.section = value;
    else if (name == "unit")
      about.unit = value;
    else if (name == "period")
      about.period = value;
    else if (name == "sheet")
      about.sheets.emplace_back(value, row.cells.size() > 2 ? row.cells[2].text : std::string());
  }
  return known ? std::optional(std::move(about)) : std::nullopt;
}

// Removes values whose text equals that of the present value. The present value is kept, including the parts that a
// sheet does not show.
void removeUnchanged(const SectionDefinition& form, const SectionData& present, ValuesFile& values) {
  std::erase_if(values.values, [&](const ValueEdit& edit) {
    const auto* there = valueAt(form, present, edit.place);
    if (there == nullptr) return false;
    const auto& field = *locate(form, edit.place)->value;
    return cellText(field, *there, Language::vi) == cellText(field, edit.value, Language::vi);
  });
}

// Removes the present rows that the sheet does not name.
void removeMissingRows(const TableDefinition& table, const TableData& present, ValuesFile& values) {
  if (table.fixed) return;
  std::set<std::string> named;
  for (const auto& row : values.rows) named.insert(row.row);
  std::vector<RowEdit> removed;
  for (const auto& row : present.rows) {
    if (!named.contains(row.id)) removed.push_back({table.id, row.id, true});
  }
  values.rows.insert(values.rows.begin(), removed.begin(), removed.end());
}

}  // namespace

Result<std::optional<DefinitionId>> sectionOfWorkbook(std::string_view bytes, std::string_view file) {
  if (!isZip(bytes) || !otherWorkbookKind(bytes).empty()) return std::optional<DefinitionId>();
  CCHC_TRY(const auto sheet, readSheetNamed(aboutSheet, bytes, file));
  const auto about = sheet ? aboutOf(*sheet) : std::nullopt;
  return about ? std::optional(DefinitionId(about->section)) : std::nullopt;
}

Result<ValuesFile> readSectionWorkbook(std::string_view bytes, const std::filesystem::path& file,
                                       const SectionDefinition& definition, const SectionKey& key,
                                       const SectionData& present, int year, OldTexts old) {
  const auto name = fileText(file);
  CCHC_TRY(const auto read, readSheetFile(bytes, name, old));
  const auto& sheets = read.sheets;
  const auto own =
      std::find_if(sheets.begin(), sheets.end(), [](const Sheet& each) { return each.name == aboutSheet; });
  const auto about = own == sheets.end() ? std::nullopt : aboutOf(*own);
  if (!about) return fail("values.not-xlsx", name);
  if (about->section != definition.id.value || about->unit != codeOf(key.unit) || about->period != key.period.value) {
    return fail("values.other-section", name,
                {{"given", about->section + "/" + about->unit + "/" + about->period}, {"expected", keyText(key)}});
  }
  ValuesFile all;
  for (const auto& part : about->sheets) {
    const auto &sheetName = part.first, &table = part.second;
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& each) { return each.name == sheetName; });
    if (found == sheets.end()) return fail("values.sheet-missing", name, {{"sheet", sheetName}});
    CCHC_TRY(auto values, readSheetValues(*found, name + "!" + sheetName, definition, table, year,
                                          table.empty() ? 0 : tableHeadings));
    if (!table.empty()) {
      const auto index = *definition.tableIndex(table);
      values.tables.clear();  // rows are matched by their ids
      removeMissingRows(definition.tables[index], present.tables[index], values);
    }
    removeUnchanged(definition, present, values);
    std::move(values.tables.begin(), values.tables.end(), std::back_inserter(all.tables));
    std::move(values.rows.begin(), values.rows.end(), std::back_inserter(all.rows));
    std::move(values.values.begin(), values.values.end(), std::back_inserter(all.values));
  }
  return all;
}

}  // namespace cchc
