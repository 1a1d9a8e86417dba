#include "core/presentation/import/import_source.h"

#include <algorithm>

#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/exchange/sheets/delimited_sheet.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/exchange/sheets/text_encoding.h"

namespace cchc::presentation {
namespace {

constexpr std::size_t largest = std::size_t(100) << 20U;

std::string endingOf(const std::filesystem::path& file) { return foldForSearch(file.extension().string()); }

}  // namespace

bool isImportable(const std::filesystem::path& file) {
  const auto ending = endingOf(file);
  return ending == ".xlsx" || ending == ".csv" || ending == ".tsv";
}

Result<ImportSource> openImport(const std::filesystem::path& file) {
  ImportSource source;
  source.file = file;
  source.name = file.filename().string();
  const auto ending = endingOf(file);
  CCHC_TRY(const auto bytes, readFile(file, largest));
  if (ending == ".xml" || (ending == ".xlsx" && sectionOfWorkbook(bytes))) {
    source.kind = ImportSource::Kind::own;
    return source;
  }
  if (ending == ".xlsx") {
    CCHC_TRY(source.sheets, readWorkbookSheets(bytes, source.name));
    // Empty sheets are not offered unless all are empty.
    if (std::any_of(source.sheets.begin(), source.sheets.end(),
                    [](const NamedSheet& sheet) { return !sheet.sheet.rows.empty(); })) {
      std::erase_if(source.sheets, [](const NamedSheet& sheet) { return sheet.sheet.rows.empty(); });
    }
    return source;
  }
  if (ending != ".csv" && ending != ".tsv" && ending != ".txt")
    return fail("values.unknown-format", source.name, {{"extension", ending}}, ErrorKind::usage);
  CCHC_TRY(source.text, toUtf8(bytes, source.name));
  CCHC_TRY(auto sheet, readDelimitedSheet(source.text, source.name));
  source.sheets.push_back({source.name, std::move(sheet)});
  return source;
}

std::size_t columnCount(const Sheet& sheet) {
  std::size_t count = 0;
  for (const auto& row : sheet.rows) count = std::max(count, row.cells.size());
  return count;
}

std::string importerText(const ImportSource& source, std::size_t which) {
  if (!source.text.empty()) return source.text;
  const auto& sheet = source.sheets[which].sheet;
  std::string text;
  std::size_t line = 1;
  for (const auto& row : sheet.rows) {
    for (; line < row.number; ++line) text += '\n';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      auto cell = row.cells[i].text;
      std::replace_if(
          cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      // Figures of a workbook are canonical text with a decimal point, while importers read figures as a clerk types
      // them, with a comma.
      if (row.cells[i].kind == SheetCell::Kind::number) std::replace(cell.begin(), cell.end(), '.', ',');
      text += (i == 0 ? "" : "\t") + cell;
    }
    text += '\n';
    ++line;
  }
  return text;
}

}  // namespace cchc::presentation
