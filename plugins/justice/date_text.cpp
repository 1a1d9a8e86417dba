#include "plugins/justice/date_text.h"

namespace cchc::justice {
namespace {

// Reads "10/01/2023" or "08 tháng 6 năm 2010" after the word "ngày".
struct DateReader {
  std::string_view text;
  std::size_t at;

  void skipSpace() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  }
  bool readWord(std::string_view word) {
    skipSpace();
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  std::string readDigits(std::size_t least, std::size_t most) {
    skipSpace();
    const auto begin = at;
    while (at < text.size() && at - begin < most && isDigit(text[at])) ++at;
    return at - begin < least ? std::string() : std::string(text.substr(begin, at - begin));
  }
  bool readSeparator(std::string_view word) {
    return readWord("/") || readWord("-") || readWord(".") || readWord(word);
  }
  // `written` becomes "10/01/2023".
  bool read(std::string& written) {
    const auto day = readDigits(1, 2);
    if (day.empty() || !readSeparator("tháng")) return false;
    const auto month = readDigits(1, 2);
    if (month.empty() || !readSeparator("năm")) return false;
    const auto year = readDigits(4, 4);
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
