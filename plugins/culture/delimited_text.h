// A table in delimited text (tab, semicolon or comma; quoted cells). The table is found by the words of its header
// line, since exports of other systems begin with title lines and have their own names for the columns.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::culture {

struct HeaderColumn {
  std::string_view id;
  std::vector<std::string_view> words;  // lower case without diacritics; the header cell contains one of them
  bool required = true;
};
struct DelimitedRow {
  std::size_t line = 0;                                   // of the file, from 1
  std::map<std::string, std::string, std::less<>> cells;  // by column id, trimmed; blank cells are not included
};
struct DelimitedTable {
  std::string heading;             // the text up to the end of the header line, in lower case without diacritics
  std::vector<DelimitedRow> rows;  // those with at least one cell
};
// nullopt: no line has all required columns with any of the delimiters.
std::optional<DelimitedTable> readDelimited(std::string_view text, std::span<const HeaderColumn> columns);

// "Tổng cộng", "Cộng": the line contains totals and is not an entry.
bool isTotal(std::string_view firstCell);

}  // namespace cchc::culture
