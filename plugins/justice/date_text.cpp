#include "plugins/justice/date_text.h"

namespace cchc::justice {
namespace {

// "10/01/2023", "08 tháng 6 năm 2010" behind the word "ngày".
struct DateReader {
  std::string_view text;
  std::size_t at;

  void space() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  }
  bool take(std::string_view word) {
    space();
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  std::string digits(std::size_t least, std::size_t most) {
    space();
    const auto begin = at;
    while (at < text.size() && at - begin < most && isDigit(text[at])) ++at;
    return at - begin < least ? std::string() : std::string(text.substr(begin, at - begin));
  }
  bool separator(std::string_view word) { return take("/") || take("-") || take(".") || take(word); }
  // As "10/01/2023".
  bool read(std::string& written) {
    const auto day = digits(1, 2);
    if (day.empty() || !separator("tháng")) return false;
    const auto month = digits(1, 2);
    if (month.empty() || !separator("năm")) return false;
    const auto year = digits(4, 4);
    written = day + "/" + month + "/" + year;
    return !year.empty();
  }
};

}  // namespace

std::optional<DateText> nextDate(std::string_view text, std::size_t from, std::size_t to) {
  constexpr std::string_view word = "gày";
  text = text.substr(0, to);
  for (std::size_t at = text.find(word, from + 1); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (text[at - 1] != 'n' && text[at - 1] != 'N') continue;
    DateReader reader{text, at + word.size()};
    DateText found{at - 1, 0, {}, {}};
    if (!reader.read(found.written)) continue;
    found.end = reader.at;
    found.date = Date::parseVietnamese(found.written);
    return found;
  }
  return std::nullopt;
}

}  // namespace cchc::justice
