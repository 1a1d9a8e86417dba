// This is our own code because no CSV library in Debian fits: libcsv (C, last released in 2013) does not detect
// separators, does not report line numbers and has no Windows package; libfccp reads only numbers; rapidcsv is not
// packaged.
#include "core/exchange/sheets/delimited_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/exchange/sheets/workbook_parts.h"

namespace cchc {
namespace {

// As of a workbook (workbook_sheet.cpp).
constexpr std::size_t mostTextRows = 50'000, mostTextColumns = 500, mostTextCells = 500'000;

// Splits a text from its start to its end. A quotation mark counts at the start of a cell alone.
class Splitter {
 public:
  // strict: a quotation mark must be closed before a separator, a line end or the end of the text. lenient: one that is
  // not closed there is a character.
  enum class Quotes : unsigned char { strict, lenient };
  Splitter(std::string_view text, char separator, Quotes quotes)
      : text_(text), separator_(separator), lenient_(quotes == Quotes::lenient) {}

  bool atEnd() const { return at_ >= text_.size(); }
  std::size_t line() const { return line_; }
  // Whether the last row has a quotation mark inside a cell, as happens where the separator is another one.
  bool strayQuote() const { return strayQuote_; }

  // Reads one row into `cells`. Returns false if a quotation mark is not closed where the cell ends.
  bool row(std::vector<std::string>& cells) {
    cells.clear();
    strayQuote_ = false;
    while (true) {
      cells.emplace_back();
      if (!cell(cells.back())) return false;
      if (atEnd() || text_[at_] != separator_) break;
      ++at_;
    }
    if (!atEnd()) lineEnd();
    return true;
  }

 private:
  void lineEnd() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }
  bool endsCell(std::size_t at) const {
    return at >= text_.size() || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
  }

  bool cell(std::string& cell) {
    if (!atEnd() && text_[at_] == '"') {
      const auto start = at_;
      const auto startLine = line_;
      ++at_;
      const bool closed = quoted(cell);
      if (lenient_ && (!closed || !endsCell(at_))) {
        at_ = start, line_ = startLine;
        cell.clear();
      } else if (!closed || !endsCell(at_)) {
        return false;
      }
    }
    const auto start = at_;
    while (!endsCell(at_)) ++at_;
    const auto rest = text_.substr(start, at_ - start);
    strayQuote_ = strayQuote_ || rest.find('"') != std::string_view::npos;
    cell += rest;
    return true;
  }

  // Reads to the closing quotation mark, with line ends as newlines.
  bool quoted(std::string& cell) {
    while (!atEnd()) {
      const char c = text_[at_];
      if (c == '\r' || c == '\n') {
        cell += '\n';
        lineEnd();
        continue;
      }
      ++at_;
      if (c != '"') {
        cell += c;
      } else if (!atEnd() && text_[at_] == '"') {
        cell += '"';
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  bool lenient_, strayQuote_ = false;
  std::size_t at_ = 0, line_ = 1;
};

// Excel writes ="012" for text that looks like a number.
std::string unwrapped(std::string cell) {
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.back() == '"') return cell.substr(2, cell.size() - 3);
  return cell;
}

// How many rows have the number of cells that is most frequent among rows of two or more, and that number.
std::pair<std::size_t, std::size_t> agreement(std::string_view text, char separator) {
  Splitter splitter(text, separator, Splitter::Quotes::strict);
  std::map<std::size_t, std::size_t> rows;
  std::vector<std::string> cells;
  while (!splitter.atEnd() && splitter.row(cells)) {
    if (cells.size() > 1 && !splitter.strayQuote()) ++rows[cells.size()];
  }
  std::pair<std::size_t, std::size_t> best;
  for (const auto& [width, count] : rows) best = std::max(best, {count, width});
  return best;
}

// The candidate on which the most rows agree; with equally many, the one that comes first here.
char separatorOf(std::string_view text) {
  constexpr std::array<char, 4> candidates = {'\t', ';', ',', '|'};
  char best = ',';
  std::size_t most = 0;
  for (const char candidate : candidates) {
    if (text.find(candidate) == std::string_view::npos) continue;
    if (const auto rows = agreement(text, candidate).first; rows > most) most = rows, best = candidate;
  }
  return best;
}

SheetRow rowOf(std::vector<std::string>& cells, std::size_t number) {
  SheetRow row;
  row.number = number;
  row.cells.reserve(cells.size());
  for (auto& cell : cells) row.cells.push_back(SheetCell::ofText(unwrapped(std::move(cell))));
  return row;
}

bool hasContent(const SheetRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const SheetCell& cell) { return cell.kind != SheetCell::Kind::blank; });
}

}  // namespace

Result<Sheet> readDelimitedText(std::string_view utf8, std::string_view file) {
  Sheet sheet;
  std::size_t skipped = 0;
  char separator = 0;
  if (utf8.starts_with("sep=") && utf8.size() > 4 && utf8[4] != '\r' && utf8[4] != '\n') {
    separator = utf8[4];
    const auto end = std::min(utf8.find_first_of("\r\n"), utf8.size());
    utf8.remove_prefix(end);
    utf8.remove_prefix(utf8.starts_with("\r\n") ? 2 : utf8.empty() ? 0 : 1);
    skipped = 1;
  } else {
    separator = separatorOf(utf8);
  }
  Splitter splitter(utf8, separator, Splitter::Quotes::strict);
  std::vector<std::string> cells;
  auto left = mostTextCells;
  while (!splitter.atEnd()) {
    const auto line = splitter.line() + skipped;
    if (!splitter.row(cells)) return fail("values.quote", std::string(file) + ":" + std::to_string(line));
    if (cells.size() > mostTextColumns) {
      const auto filled = [](const std::string& cell) { return !trim(cell).empty(); };
      if (std::any_of(cells.begin() + mostTextColumns, cells.end(), filled))
        return tooLarge(file, "values.limit.columns");
      cells.resize(mostTextColumns);
    }
    auto row = rowOf(cells, line);
    if (!hasContent(row)) continue;
    if (sheet.rows.size() == mostTextRows) return tooLarge(file, "values.limit.rows");
    if (row.cells.size() > left) return tooLarge(file, "values.limit.cells");
    left -= row.cells.size();
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet readClipboard(std::string_view utf8) {
  Sheet sheet;
  Splitter splitter(utf8, '\t', Splitter::Quotes::lenient);
  std::vector<std::string> cells;
  while (!splitter.atEnd()) {
    splitter.row(cells);
    SheetRow row;
    row.number = sheet.rows.size() + 1;
    for (auto& cell : cells) row.cells.push_back(SheetCell::ofText(std::move(cell)));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

std::string clipboardCell(const std::string& text) {
  if (text.find_first_of("\t\n\r\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace cchc
