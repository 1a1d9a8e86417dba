// The table of texts that people write for figures, money and dates (tests/core/base/reading_table.tsv), with what
// reading them must give. All readers and everything that uses them are held to the same table.
#pragma once
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/reading/reading.h"

namespace cchc::test {

struct ReadingRow {
  std::size_t line = 0;
  std::string kind, text, unit;
  reading::Context context;  // without its unit
  // "value {over}45", as the store encodes a value; "blank"; "doubt 45,8; 458"; "refuse value.not-a-number"
  std::string expected;
};

// "\u{202F}" in the table is the character itself.
inline std::string unescaped(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (!text.starts_with("\\u{")) {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto close = text.find('}');
    const auto point = static_cast<unsigned>(std::stoul(std::string(text.substr(3, close - 3)), nullptr, 16));
    if (point < 0x80) {
      plain += static_cast<char>(point);
    } else if (point < 0x800) {
      plain += {static_cast<char>(0xc0U | point >> 6U), static_cast<char>(0x80U | (point & 0x3fU))};
    } else {
      plain += {static_cast<char>(0xe0U | point >> 12U), static_cast<char>(0x80U | (point >> 6U & 0x3fU)),
                static_cast<char>(0x80U | (point & 0x3fU))};
    }
    text.remove_prefix(close + 1);
  }
  return plain;
}

inline std::vector<std::string> splitAt(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(mark);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

inline std::vector<ReadingRow> readingTable() {
  std::ifstream file(std::string(CCHC_SOURCE) + "/tests/core/base/reading_table.tsv");
  std::vector<ReadingRow> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (number == 1) continue;
    const auto cells = splitAt(line, '\t');
    if (cells.size() != 4) throw std::runtime_error("reading_table.tsv:" + std::to_string(number));
    ReadingRow row{number, cells[0], unescaped(cells[1]), "", {}, cells[3]};
    for (const auto& part : splitAt(cells[2], ';')) {
      const auto value = part.substr(part.find('=') + 1);
      if (part.starts_with("marks="))
        row.context.marks = value == "english" ? reading::Marks::english : reading::Marks::vietnamese;
      else if (part.starts_with("power="))
        row.context.power = std::stoi(value);
      else if (part.starts_with("year="))
        row.context.year = std::stoi(value);
      else if (part.starts_with("unit="))
        row.unit = value;
      else if (!part.empty())
        throw std::runtime_error("reading_table.tsv:" + std::to_string(number) + ": " + part);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace cchc::test
