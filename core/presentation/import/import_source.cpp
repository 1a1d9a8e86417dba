#include "core/presentation/import/import_source.h"

#include <algorithm>

#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/exchange/sheets/section_workbook.h"

namespace cchc::presentation {
namespace {

constexpr std::size_t largest = std::size_t(100) << 20U;

std::string endingOf(const std::filesystem::path& file) { return foldForSearch(file.extension().string()); }

}  // namespace

bool isImportable(const std::filesystem::path& file) { return hasSheetEnding(file) && endingOf(file) != ".txt"; }

Result<ImportSource> openImport(const std::filesystem::path& file, OldTexts old) {
  ImportSource source;
  source.file = file;
  source.name = file.filename().string();
  const auto ending = endingOf(file);
  CCHC_TRY(const auto bytes, readFile(file, largest));
  if (ending == ".xml") {
    source.kind = ImportSource::Kind::own;
    return source;
  }
  if (!hasSheetEnding(file))
    return fail("values.unknown-format", source.name, {{"extension", ending}}, ErrorKind::usage);
  CCHC_TRY(const auto section, sectionOfWorkbook(bytes, source.name));
  if (section) {
    source.kind = ImportSource::Kind::own;
    return source;
  }
  CCHC_TRY(source.content, readSheetFile(bytes, source.name, old));
  auto& sheets = source.content.sheets;
  const auto empty = [](const Sheet& sheet) { return sheet.rows.empty(); };
  if (!std::all_of(sheets.begin(), sheets.end(), empty)) std::erase_if(sheets, empty);
  return source;
}

}  // namespace cchc::presentation
