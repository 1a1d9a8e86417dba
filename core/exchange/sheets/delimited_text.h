// Splits delimited text (CSV, TSV, the clipboard) into cells.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

// Reads RFC 4180 text with the conventions of Excel: a first line "sep=;" names the separator, and ="012" is the text
// 012. Without "sep=" the separator is the tab, semicolon, comma or vertical bar that divides the most lines of the
// whole text into the same number of cells. A row that starts with a quoted cell of several lines has the number of its
// first line. Errors:
//   values.quote  a quotation mark is not closed, or text follows the closing one, at file:line
//   values.sheet-too-large  a limit of readSheetFile (sheet_file.h) is exceeded
Result<Sheet> readDelimitedText(std::string_view utf8, std::string_view file);

// Reads what Excel, Word or another program has put on the clipboard: lines of cells with tabs between them, where a
// cell with a tab, a line end or a quotation mark in it is quoted. The last line end is dropped; a quotation mark that
// is not closed is a character of its cell. Rows are numbered from 1, and those without content are kept.
Sheet readClipboard(std::string_view utf8);
// The cell as readClipboard reads it back.
std::string clipboardCell(const std::string& text);

}  // namespace cchc
