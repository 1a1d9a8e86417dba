// A file that values are to be imported from: what kind it is, and its sheets as they are.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/sheets/workbook_reader.h"

namespace cchc::presentation {

struct ImportSource {
  // own: a workbook that was written for a section, or a values file; it needs no mapping.
  enum class Kind : unsigned char { sheets, own } kind = Kind::sheets;
  std::filesystem::path file;
  std::string name;                // of the file, without its folder
  std::vector<NamedSheet> sheets;  // one for a text file; none of kind own
  std::string text;                // of a text file, in UTF-8
};

// Reads an .xlsx, .csv, .tsv, .txt or .xml file. It may take a while: call it on a thread.
// Errors:
//   file.*                    the file cannot be read, or is larger than 100 MB
//   values.unknown-format     another kind of file
//   values.encoding           the text is neither UTF-8 nor UTF-16
//   values.quote              a quoted cell has no end
//   values.not-xlsx           the workbook cannot be read
//   values.sheet-too-large
Result<ImportSource> openImport(const std::filesystem::path& file);
// Whether a file's name is that of a sheet: such a file, dropped on the window, is imported and not received.
bool isImportable(const std::filesystem::path& file);
std::size_t columnCount(const Sheet& sheet);  // of its longest row
// What a plugin's importer reads: the text of the file, or a sheet of a workbook as tab-separated lines, line n being
// row n.
std::string importerText(const ImportSource& source, std::size_t sheet);

}  // namespace cchc::presentation
