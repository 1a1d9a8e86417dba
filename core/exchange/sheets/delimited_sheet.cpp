// This is our own code because no CSV library in Debian fits: libcsv (C, last released in 2013) does not detect
// separators, does not report line numbers and has no Windows package; libfccp reads only numbers; rapidcsv is not
// packaged.
#include "core/exchange/sheets/delimited_sheet.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace cchc {
namespace {

// The candidate that occurs most often in the first line outside quotes; the comma if none occurs.
char separatorOf(std::string_view text) {
  constexpr std::array<char, 3> candidates = {'\t', ';', ','};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += !quoted && c == candidates[i] ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

// Excel writes ="012" for text that looks like a number.
std::string unwrapped(std::string cell) {
  if (cell.size() >= 3 && cell.substr(0, 2) == "=\"" && cell.back() == '"') return cell.substr(2, cell.size() - 3);
  return cell;
}

class Parser {
 public:
  Parser(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // Reads all rows. Returns 0, or the line of a quotation mark that is not closed.
  std::size_t read(Sheet& sheet) {
    while (at_ < text_.size()) {
      SheetRow row;
      row.number = line_;
      bool content = false;
      do {
        std::string cell;
        if (!readCell(cell)) return row.number;
        content = content || cell.find_first_not_of(" \t") != std::string::npos;
        row.cells.push_back({SheetCell::Kind::text, unwrapped(std::move(cell))});
      } while (at_ < text_.size() && text_[at_] == separator_ && ++at_ <= text_.size());
      endLine();
      if (content) sheet.rows.push_back(std::move(row));
    }
    return 0;
  }

 private:
  void endLine() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  bool readCell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"') {
      ++at_;
      if (!readQuoted(cell)) return false;
    }
    const auto separators = std::string("\r\n") + separator_;
    const auto end = std::min(text_.find_first_of(separators, at_), text_.size());
    cell += text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool readQuoted(std::string& cell) {
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, line_ = 1;
};

}  // namespace

Result<Sheet> readDelimitedSheet(std::string_view utf8, std::string_view file) {
  Sheet sheet;
  char separator = separatorOf(utf8);
  std::size_t skipped = 0;
  if (utf8.substr(0, 4) == "sep=" && utf8.size() > 4) {
    separator = utf8[4];
    const auto end = utf8.find('\n');
    utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    skipped = 1;
  }
  if (const auto open = Parser(utf8, separator).read(sheet); open != 0)
    return fail("values.quote", std::string(file) + ":" + std::to_string(open + skipped));
  for (auto& row : sheet.rows) row.number += skipped;
  return sheet;
}

}  // namespace cchc
