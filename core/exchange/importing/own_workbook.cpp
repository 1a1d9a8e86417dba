#include "core/exchange/importing/own_workbook.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/exchange/sheets/section_workbook_layout.h"

namespace cchc {
namespace {

void add(DryRun& all, DryRun part) {
  const auto append = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
  append(all.values.tables, part.values.tables);
  append(all.values.rows, part.values.rows);
  append(all.values.values, part.values.values);
  append(all.findings, part.findings);
  all.lines += part.lines, all.right += part.right, all.wrong += part.wrong;
  all.added += part.added, all.updated += part.updated, all.same += part.same;
}

void refuse(DryRun& run, std::string_view code, std::string place, std::vector<Parameter> parameters) {
  run.findings.push_back({0, "", {std::string(code), std::move(place), std::move(parameters)}});
  ++run.wrong;
}

// The mapping of a sheet that this program has written: the heading of a table stands in a known row.
SheetMapping mappingOf(const SectionDefinition& definition, const Sheet& sheet, const std::string& table) {
  if (table.empty()) return guessMapping(definition, sheet, std::nullopt, true);
  const auto index = *definition.tableIndex(table);
  const auto heading = std::find_if(sheet.rows.begin(), sheet.rows.end(),
                                    [](const SheetRow& row) { return row.number == workbook_layout::tableHeadings; });
  auto mapping =
      heading == sheet.rows.end()
          ? guessMapping(definition, sheet, index, true)
          : mapHeading(definition, sheet, index, static_cast<std::size_t>(heading - sheet.rows.begin()), false, true);
  mapping.moneyPower = 0;  // whatever units its hints name
  mapping.ownRows = true;
  return mapping;
}

}  // namespace

DryRun importWorkbook(const ImportTarget& target, const SectionKey& key, const WorkbookAbout& about,
                      const SheetFile& content, std::string_view file, RowChoices choices, const std::string& idsFrom) {
  DryRun all;
  if (about.section != target.definition.id.value || about.unit != codeOf(key.unit) ||
      about.period != key.period.value) {
    refuse(all, "values.other-section", std::string(file),
           {{"given", about.section + "/" + about.unit + "/" + about.period}, {"expected", keyText(key)}});
    return all;
  }
  for (const auto& [name, table] : about.sheets) {
    const auto found =
        std::find_if(content.sheets.begin(), content.sheets.end(),
                     [&, wanted = std::string_view(name)](const Sheet& each) { return each.name == wanted; });
    if (found == content.sheets.end() || (!table.empty() && !target.definition.tableIndex(table))) {
      refuse(all, "values.sheet-missing", std::string(file), {{"sheet", name}});
      continue;
    }
    const auto mapping = mappingOf(target.definition, *found, table);
    add(all, importSheet(target, *found, file, mapping, {choices, idsFrom, true}));
  }
  for (const auto& sheet : content.sheets) {
    // The program's own hidden sheets: what it is of, and the lists of choices.
    const bool known = (sheet.hidden && sheet.name.starts_with(workbook_layout::aboutSheet)) ||
                       std::any_of(about.sheets.begin(), about.sheets.end(),
                                   [&](const auto& each) { return each.first == sheet.name; });
    if (!known && !sheet.rows.empty())
      all.findings.push_back({0, "", {"import.sheet-left-out", std::string(file), {{"sheet", sheet.name}}}, false});
  }
  return all;
}

}  // namespace cchc
