// Values files as workbooks and delimited text.
#include "core/exchange/values/value_errors.h"
#include "core/exchange/values/values_file.h"
#include "core/exchange/values/values_sheet.h"

namespace cchc {

Result<ValuesFile> readValuesSheet(std::string_view bytes, const std::filesystem::path& file,
                                   const SectionDefinition& definition, std::string_view table, int year,
                                   OldTexts old) {
  const auto name = fileText(file);
  CCHC_TRY(const auto read, readSheetFile(bytes, name, old));
  return readSheetValues(read.sheets[read.firstVisible()], name, definition, table, year);
}

}  // namespace cchc
