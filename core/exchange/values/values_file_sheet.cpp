// Values files as CSV, TSV and XLSX.
#include "core/exchange/sheets/delimited_sheet.h"
#include "core/exchange/sheets/text_encoding.h"
#include "core/exchange/sheets/workbook_reader.h"
#include "core/exchange/values/value_errors.h"
#include "core/exchange/values/values_file.h"
#include "core/exchange/values/values_sheet.h"

namespace cchc {

Result<ValuesFile> readValuesCsv(std::string_view bytes, const std::filesystem::path& file,
                                 const SectionDefinition& definition, std::string_view table) {
  const auto name = fileText(file);
  CCHC_TRY(const auto text, toUtf8(bytes, name));
  CCHC_TRY(const auto sheet, readDelimitedSheet(text, name));
  return readSheetValues(sheet, name, definition, table);
}

Result<ValuesFile> readValuesXlsx(std::string_view bytes, const std::filesystem::path& file,
                                  const SectionDefinition& definition, std::string_view table) {
  const auto name = fileText(file);
  CCHC_TRY(const auto sheet, readFirstSheet(bytes, name));
  return readSheetValues(sheet, name, definition, table);
}

}  // namespace cchc
