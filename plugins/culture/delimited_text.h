// A table in delimited text (tab, semicolon or comma; quoted cells), found by the words of its header line: exports of
// other systems open with title lines and name their columns as they like.
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
  std::vector<std::string_view> words;  // folded (lower case, no marks); the header cell contains one of them
  bool required = true;
};
struct DelimitedRow {
  std::size_t line = 0;                                   // of the file, from 1
  std::map<std::string, std::string, std::less<>> cells;  // by column id; trimmed, blank ones left out
};
struct DelimitedTable {
  std::string heading;             // everything up to and with the header line, folded
  std::vector<DelimitedRow> rows;  // those that have a cell
};
// nullopt: no line holds all required columns under any of the delimiters.
std::optional<DelimitedTable> readDelimited(std::string_view text, std::span<const HeaderColumn> columns);

// "Tổng cộng", "Cộng": a line of totals, which is no entry of its own.
bool isTotal(std::string_view firstCell);

}  // namespace cchc::culture
