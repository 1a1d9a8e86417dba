#include "tests/scenarios/support/facts.h"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>

namespace cchc::test {
namespace {

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// A letter, also of a Vietnamese word, which is what bytes beyond ASCII are here.
bool wordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

std::string withoutZeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

std::string dateFact(const std::smatch& m) {
  return "date " + withoutZeros(m[1]) + "/" + withoutZeros(m[2]) + "/" + m[3].str();
}
std::string documentFact(const std::smatch& m) {
  auto symbol = m[0].str();
  std::transform(symbol.begin(), symbol.end(), symbol.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  replaceAll(symbol, "đ", "Đ");
  return "doc " + symbol;
}
std::string moneyFact(const std::smatch& m) {
  return "money " + m[1].str() + " tỷ " + (m[2].matched ? m[2].str() : "0") + " triệu";
}
std::string figureFact(const std::smatch& m) {
  auto figure = m[0].str();
  figure.erase(std::remove(figure.begin(), figure.end(), '.'), figure.end());
  const auto first = figure.find_first_not_of('0');
  return "figure " + (first == std::string::npos ? "0" : figure.substr(first));
}

struct Kind {
  std::regex pattern;
  std::string (*fact)(const std::smatch&);
};
const std::array<Kind, 5>& kinds() {
  static const std::array<Kind, 5> all{
      Kind{std::regex("(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})"), dateFact},
      Kind{std::regex("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)"), dateFact},
      Kind{std::regex("\\d+(?:/\\d{4})?/(?:[A-Z]|Đ)(?:[A-Za-z]|Đ|đ)*(?:-(?:[A-Za-z]|Đ|đ)+)*"), documentFact},
      Kind{std::regex("(\\d+)\\s*tỷ\\s*(?:(\\d+)\\s*triệu)?"), moneyFact},
      Kind{std::regex("(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?%?"), figureFact},
  };
  return all;
}

}  // namespace

std::string textOfHtml(const std::string& html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    const bool style = html.compare(at, 6, "<style") == 0;
    const auto end = style ? html.find("</style>", at) : html.find('>', at);
    if (end == std::string::npos) break;
    at = end + (style ? 8 : 1);
    text += ' ';
  }
  const std::array<std::pair<const char*, const char*>, 7> marks{{{"\u00A0", " "},
                                                                  {"\u202F", " "},
                                                                  {"&nbsp;", " "},
                                                                  {"&lt;", "<"},
                                                                  {"&gt;", ">"},
                                                                  {"&quot;", "\""},
                                                                  {"&amp;", "&"}}};
  for (const auto& [from, to] : marks) replaceAll(text, from, to);
  return text;
}

std::set<std::string> factsOf(const std::string& text) {
  const auto all = factCounts(text);
  return {all.begin(), all.end()};
}

std::multiset<std::string> factCounts(const std::string& text) {
  std::multiset<std::string> facts;
  for (auto at = text.begin(); at != text.end();) {
    const char before = at == text.begin() ? ' ' : *(at - 1);
    if (std::isdigit(static_cast<unsigned char>(*at)) == 0 || wordByte(before) || before == '.' || before == ',') {
      ++at;
      continue;
    }
    std::smatch match;
    for (const auto& kind : kinds()) {
      if (!std::regex_search(at, text.end(), match, kind.pattern, std::regex_constants::match_continuous)) continue;
      const auto end = match[0].second;
      const bool word = end != text.end() && wordByte(*end) && *(end - 1) != ' ';
      if (kind.fact != moneyFact && word) continue;  // "3G" is no figure
      facts.insert(kind.fact(match));
      at = end;
      match = {};
      break;
    }
    while (at != text.end() && std::isdigit(static_cast<unsigned char>(*at)) != 0) ++at;
    if (at != text.end()) ++at;
  }
  return facts;
}

}  // namespace cchc::test
