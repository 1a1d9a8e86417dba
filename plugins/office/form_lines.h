// Splits the delimited text (tab, semicolon or comma) that one-stop software exports.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::office {

struct FormLine {
  std::size_t number = 0;          // of the file, from 1
  std::vector<std::string> cells;  // trimmed; each run of white space is one space
  std::string_view cell(std::size_t position) const {
    return position < cells.size() ? std::string_view(cells[position]) : std::string_view();
  }
};

// A quoted cell may contain the delimiter and line breaks; "" stands for a quotation mark. A byte order mark is
// skipped.
std::vector<FormLine> splitLines(std::string_view text, char delimiter);

}  // namespace cchc::office
