// A file that values are to be imported from: what kind it is, its sheets as they lie there.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet.h"

namespace cchc::presentation {

struct ImportSource {
  // own: a section's own workbook, or a values file; read with no mapping.
  enum class Kind : unsigned char { sheets, own } kind = Kind::sheets;
  std::filesystem::path file;
  std::string name;                // of the file, without its folder
  std::vector<NamedSheet> sheets;  // one of a text file
  std::string text;                // of a text file, as UTF-8
};

// .xlsx, .csv, .tsv, .txt, .xml. file.*, values.encoding, values.quote, values.not-xlsx, values.sheet-too-large,
// values.unknown-format. May take a while.
Result<ImportSource> openImport(const std::filesystem::path& file);
// A name that such a file has: what is dropped on the window is then imported, not received.
bool looksImportable(const std::filesystem::path& file);
// "C" for the third column of a sheet.
std::string columnLetters(std::size_t column);
std::size_t columnCount(const Sheet& sheet);
// What importers of plugins read: the text itself, or a sheet of a workbook as tab-separated lines, line n being row n.
std::string importerText(const ImportSource& source, std::size_t sheet);

}  // namespace cchc::presentation
