#include "plugins/justice/citation_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/text.h"
#include "plugins/justice/date_text.h"
#include "plugins/justice/symbol_text.h"

namespace cchc::justice {
namespace {

// In bytes. Only a few words come between a symbol and its date ("huyện", "của UBND tỉnh").
constexpr std::size_t dateWithin = 60;

// Words that begin a title; the name of the issuer ends before them.
constexpr std::array<std::string_view, 17> titleWords = {
    "về",      "quy định", "sửa đổi",  "ban hành", "phê duyệt", "hướng dẫn",    "thực hiện", "triển khai", "tổ chức",
    "công bố", "giao",     "xây dựng", "đẩy mạnh", "tiếp tục",  "tuyên truyền", "kiểm soát", "quyết định"};

// A clause ends at ";", a new line, ". ", ")", and at a comma before a capital letter (the next body or document).
std::size_t clauseEnd(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ';' || c == '\n' || c == ')') return at;
    if (c == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '/' || text[at + 1] == '\n'))
      return at;
    if (c != ',' || at + 2 >= text.size() || text[at + 1] != ' ') continue;
    const auto next = text.substr(at + 2, std::min<std::size_t>(4, text.size() - at - 2));
    const auto letter = next.substr(0, (next[0] & 0x80) == 0 ? 1 : (next[0] & 0x20) == 0 ? 2 : 3);
    if (lowerFirst(letter) != letter) return at;
  }
  return text.size();
}

// The title without the words at its end that lead to the next citation: " và", " của", " gồm", ",".
std::string withoutConnection(std::string_view title) {
  auto text = foldSpace(title);
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view word : {" và", " của", " gồm", " tại", " theo", ",", ":", "-"}) {
      if (text.ends_with(word)) text.resize(text.size() - word.size()), text = std::string(trim(text)), again = true;
    }
  }
  for (const std::string_view word : {"và", "của", ",", "("}) {
    if (text == word) text.clear();
  }
  return text;
}

// Reads "của Chính phủ về …": sets the issuer of the citation, and returns the rest, which is the title.
std::string_view readIssuer(std::string_view rest, Citation& citation) {
  rest = trim(rest);
  constexpr std::string_view of = "của ";
  if (!rest.starts_with(of)) return rest;
  const auto body = rest.substr(of.size());
  std::size_t end = body.size();
  for (const auto word : titleWords) {
    for (const char* after : {" ", ","}) end = std::min(end, body.find(" " + std::string(word) + after));
  }
  end = std::min({end, body.size(), body.find(','), body.find('(')});
  citation.issuer = withoutConnection(body.substr(0, end));
  return trim(body.substr(end));
}

// The title up to the year that it is for: "… năm 2023, đồng thời chỉ đạo …" ends after 2023.
std::string_view upToYear(std::string_view title) {
  constexpr std::string_view word = "năm ";
  for (auto at = title.find(word); at != std::string_view::npos; at = title.find(word, at + 1)) {
    const auto comma = at + word.size() + 4;
    if (comma < title.size() && title[comma] == ',' && std::isdigit(static_cast<unsigned char>(title[comma - 1])) != 0)
      return title.substr(0, comma);
  }
  return title;
}

int yearInTitle(std::string_view title) {
  constexpr std::string_view word = "năm ";
  const auto at = title.rfind(word);
  const auto digits = at == std::string_view::npos ? std::string_view() : title.substr(at + word.size(), 4);
  const bool year = digits.size() == 4 &&
                    std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  return year ? std::stoi(std::string(digits)) : 0;
}

// The last date before the mention in its sentence.
std::optional<DateText> dateBefore(std::string_view text, std::size_t from, std::size_t start) {
  std::size_t sentence = from;
  for (std::size_t at = from; at < start; at = std::max(clauseEnd(text, at), at) + 1) {
    const auto end = clauseEnd(text, at);
    if (end >= start) break;
    if (text[end] != ',') sentence = end + 1;
  }
  std::optional<DateText> found;
  for (auto next = nextDate(text, sentence, start); next; next = nextDate(text, next->end, start)) found = next;
  return found;
}

// `previousEnd`: the end of the previous citation and its date; it is set to the end of this one.
Citation citationOf(std::string_view text, const SymbolText& symbol, std::size_t& previousEnd, std::size_t nextStart) {
  Citation citation;
  citation.line = 1 + static_cast<std::size_t>(
                          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(symbol.begin), '\n'));
  citation.type = symbol.type;
  citation.number = symbol.number;
  citation.year = symbol.year;
  citation.issuerCode = symbol.issuerCode;
  citation.symbol = text.substr(symbol.begin, symbol.end - symbol.begin);
  const auto limit = std::min(nextStart, symbol.end + dateWithin);
  auto date = nextDate(text, symbol.end, limit);
  // A date in a later clause belongs to another document.
  if (date && clauseEnd(text, symbol.end) < date->begin && text[clauseEnd(text, symbol.end)] != ',') date.reset();
  std::size_t rest = date ? date->end : symbol.end;
  const auto ownEnd = rest;
  std::string between = date ? std::string(trim(text.substr(symbol.end, date->begin - symbol.end))) : std::string();
  if (between.starts_with("của ")) readIssuer(between, citation);
  if (!date) date = dateBefore(text, previousEnd, symbol.start);
  previousEnd = ownEnd;
  if (date) citation.date = date->date;
  if (date && !date->date) citation.wrongDate = date->written;
  const auto end = std::min(clauseEnd(text, rest), std::max(nextStart, rest));
  auto title = text.substr(rest, end - rest);
  if (const auto clean = trim(title); clean.starts_with("của ")) title = readIssuer(title, citation);
  citation.title = withoutConnection(upToYear(title));
  if (citation.type == "KH" || citation.type == "CTr") citation.forYear = yearInTitle(citation.title);
  return citation;
}

}  // namespace

std::vector<Citation> citationsIn(std::string_view text) {
  std::vector<Citation> found;
  std::size_t previousEnd = 0;
  for (auto symbol = nextSymbol(text, 0); symbol;) {
    const auto next = nextSymbol(text, symbol->end);
    found.push_back(citationOf(text, *symbol, previousEnd, next ? next->start : text.size()));
    symbol = next;
  }
  return found;
}

}  // namespace cchc::justice
