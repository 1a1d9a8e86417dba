// Reads the bytes of a sheet as an import does, into a section without values.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/importing/sheet_import.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/values/value_errors.h"

namespace cchc::test {

// `table`: id of the target; empty: the section's fields.
// Errors: those of readSheetFile and chooseSheet; import.unknown-table
inline Result<DryRun> triedSheet(std::string_view bytes, std::string_view file, const SectionDefinition& definition,
                                 std::string_view table = {}, int year = 0, const SectionData* present = nullptr,
                                 SheetChoices choices = {{}, "n", false}, OldTexts old = OldTexts::refuse) {
  CCHC_TRY(const auto read, readSheetFile(bytes, file, old));
  std::optional<std::size_t> target;
  if (!table.empty()) {
    target = definition.tableIndex(table);
    if (!target) return fail("import.unknown-table", {}, {{"given", std::string(table)}, {"tables", ""}});
  }
  CCHC_TRY(const auto at, chooseSheet(definition, read, "", std::optional(target)));
  const auto& sheet = read.sheets[at];
  const auto mapping = guessMapping(definition, sheet, target);
  const auto data = present == nullptr ? emptyData(definition) : *present;
  const PartsInForce parts;
  return importSheet({definition, parts, data, year}, sheet, file, mapping, choices);
}

// The values of a sheet of which nothing is wrong; otherwise the first thing that is.
inline Result<ValuesFile> readValuesSheet(std::string_view bytes, std::string_view file,
                                          const SectionDefinition& definition, std::string_view table = {},
                                          int year = 0) {
  CCHC_TRY(auto run, triedSheet(bytes, file, definition, table, year));
  for (const auto& finding : run.findings) {
    if (!finding.blocks) continue;
    return fail(finding.label.empty()
                    ? finding.error
                    : wrongValueError(finding.error, finding.error.place, finding.label.vi, finding.label));
  }
  return std::move(run.values);
}

}  // namespace cchc::test
