// Reads whose workbook a file is.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/section_workbook_layout.h"
#include "core/exchange/sheets/workbook_reader.h"

namespace cchc {
namespace {

using namespace workbook_layout;

// nullopt: the sheet is not that of a section's workbook.
std::optional<WorkbookAbout> aboutOf(const Sheet& sheet) {
  WorkbookAbout about;
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

}  // namespace

Result<std::optional<WorkbookAbout>> aboutWorkbook(std::string_view bytes, std::string_view file) {
  if (!isZip(bytes) || !otherWorkbookKind(bytes).empty()) return std::optional<WorkbookAbout>();
  CCHC_TRY(const auto sheet, readSheetNamed(aboutSheet, bytes, file));
  return sheet ? aboutOf(*sheet) : std::nullopt;
}

}  // namespace cchc
