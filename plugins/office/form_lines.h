// Lines of delimited text (tab, semicolon or comma), as one-stop software exports them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::office {

struct FormLine {
  std::size_t number = 0;          // of the file, from 1
  std::vector<std::string> cells;  // trimmed, runs of white space folded
  std::string_view cell(std::size_t position) const {
    return position < cells.size() ? std::string_view(cells[position]) : std::string_view();
  }
};

// A quoted cell may hold the delimiter and line breaks; "" is a quote. A byte order mark is passed over.
std::vector<FormLine> splitLines(std::string_view text, char delimiter);

}  // namespace cchc::office
