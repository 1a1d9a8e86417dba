// Reads a section's own workbook back (exchange/sheets/section_workbook.h), with no mapping of columns.
#pragma once
#include <string_view>

#include "core/exchange/importing/sheet_import.h"
#include "core/exchange/sheets/section_workbook.h"

namespace cchc {

// Reads all sheets of the section. Rows are matched by their ids. Amounts are in đồng. The findings that block are
// those of importSheet, and
//   values.other-section  the workbook is for a section, unit or period other than `key`; nothing is read
//   values.sheet-missing  a sheet was deleted or renamed
// Other sheets are named by import.sheet-left-out.
DryRun importWorkbook(const ImportTarget& target, const SectionKey& key, const WorkbookAbout& about,
                      const SheetFile& content, std::string_view file, RowChoices choices, const std::string& idsFrom);

}  // namespace cchc
