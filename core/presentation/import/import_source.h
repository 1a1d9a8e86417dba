// A file from which values are to be imported: its kind, and its unchanged sheets.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/sheets/workbook_reader.h"

namespace cchc::presentation {

struct ImportSource {
  // own: a workbook written for a section, or a values file; neither needs a mapping.
  enum class Kind : unsigned char { sheets, own } kind = Kind::sheets;
  std::filesystem::path file;
  std::string name;                // of the file, without its folder
  std::vector<NamedSheet> sheets;  // one for a text file; none for the kind own
  std::string text;                // of a text file, in UTF-8
};

// Reads an .xlsx, .csv, .tsv, .txt or .xml file. It may take a while, so call it on a thread.
// Errors:
//   file.*                    the file cannot be read, or is larger than 100 MB
//   values.unknown-format     another kind of file
//   values.encoding           the text is neither UTF-8 nor UTF-16
//   values.quote              a quoted cell has no end
//   values.not-xlsx           the workbook cannot be read
//   values.sheet-too-large
Result<ImportSource> openImport(const std::filesystem::path& file);
// Whether a file is a sheet, judged by its name: if it is dropped on the window, it is imported and not received.
bool isImportable(const std::filesystem::path& file);
std::size_t columnCount(const Sheet& sheet);  // of its longest row
// The input for a plugin's importer: the text of the file, or a sheet of a workbook as tab-separated lines (line n is
// row n).
std::string importerText(const ImportSource& source, std::size_t sheet);

}  // namespace cchc::presentation
