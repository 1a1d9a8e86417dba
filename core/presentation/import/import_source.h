// A file from which values are to be imported: its kind, and its unchanged sheets.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet_file.h"

namespace cchc::presentation {

struct ImportSource {
  // own: a workbook written for a section, or a values file; neither needs a mapping.
  enum class Kind : unsigned char { sheets, own } kind = Kind::sheets;
  std::filesystem::path file;
  std::string name;   // of the file, without its folder
  SheetFile content;  // no sheets for the kind own; empty sheets are left out unless all are empty
};

// Reads a workbook, delimited text or a values file (.xml). It may take a while, so call it on a thread.
// Errors:
//   file.*                    the file cannot be read, or is larger than 100 MB
//   values.unknown-format     another kind of file
//   those of readSheetFile (exchange/sheets/sheet_file.h), among them values.old-encoding: the user is then asked
Result<ImportSource> openImport(const std::filesystem::path& file, OldTexts old = OldTexts::refuse);
// Whether a file is a sheet, judged by its name (hasSheetEnding, but no .txt): if it is dropped on the window, it is
// imported and not received.
bool isImportable(const std::filesystem::path& file);

}  // namespace cchc::presentation
