// Reads the sheets of a file, whatever its name: a workbook (XLSX) or delimited text is recognised by its content.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

struct SheetFile {
  std::vector<Sheet> sheets;  // of a workbook in its order, with the hidden ones; one for a text. Never empty
  std::string text;           // of a text file: all of it, with its lines joined by newlines; empty for a workbook
  // Index of the first sheet that the user sees.
  std::size_t firstVisible() const;
};

// What to do with texts of TCVN3 (ABC) or VNI fonts: they are refused until a person has agreed to convert them.
enum class OldTexts : unsigned char { refuse, convert };

// Reads all sheets. Errors:
//   values.encoding         the text is in no encoding that is recognised
//   values.old-encoding     texts are in the encoding of TCVN3 or VNI fonts ({encoding}), at the first such cell
//   values.quote            a quotation mark is not closed, at file:line
//   values.old-workbook     this is an .xls, .ods or other file ({kind}) that must be saved as .xlsx
//   values.not-xlsx         the workbook is damaged or protected by a password
//   values.sheet-too-large  a limit is exceeded ({limit}, {limit_en}): 50,000 rows with content, 500 columns, 500,000
//                           cells, 16 MB of text in all, or 256 MB of one part of the workbook
Result<SheetFile> readSheetFile(std::string_view bytes, std::string_view file, OldTexts old = OldTexts::refuse);

// Whether the name of a file ends, in any case of letters, like one that readSheetFile reads or refuses with advice:
// .xlsx, .csv, .tsv, .txt; .xls, .xlsb, .ods.
bool hasSheetEnding(const std::filesystem::path& file);

// What a person reads in a sheet, for importers of running text: `text` of a text file; otherwise line n is row n of
// the sheet, with tabs between its cells.
std::string runningText(const SheetFile& file, std::size_t sheet);

}  // namespace cchc
