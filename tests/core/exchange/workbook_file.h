// Workbooks made part by part, as Excel, LibreOffice and other programs write them.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace cchc::test {

using Parts = std::map<std::string, std::string>;

// A workbook of two sheets, "A" and "B", of which the first has these rows (the content of <sheetData>) and what
// follows them. Shared strings: 0 "field", 1 "value" in two runs, 2 " Vũ Thị ". Styles: 0 General, 1 0.00%, 2
// dd/mm/yyyy with a language, 3 built-in date, 4 a quoted per cent sign, 5 #,##0.00, 6 date and time, 7 accounting, 8
// "đồng" behind it.
Parts workbook(const std::string& rows, const std::string& after = {});
std::string zipped(const Parts& parts);

// A cell with inline text.
std::string textCell(std::string_view reference, std::string_view text);

}  // namespace cchc::test
