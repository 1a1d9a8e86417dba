#include "core/exchange/sheets/cell_format.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include "core/base/text.h"

namespace cchc {
namespace {

// A part of a format code: a character with a meaning, or literal text.
struct Token {
  char meaning = 0;  // 0: literal
  std::string literal;
};

constexpr char unknown = '@';  // the meaning of what is not read here

// One section of a code ("0.00;[Red]-0.00" has two). Colours, languages and paddings are left out.
using Section = std::vector<Token>;

std::vector<Section> sectionsOf(std::string_view code) {
  std::vector<Section> sections(1);
  const auto literal = [&](std::string_view text) { sections.back().push_back({0, std::string(text)}); };
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') {
      const auto end = std::min(code.find('"', i + 1), code.size());
      literal(code.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '[') {
      const auto end = std::min(code.find(']', i + 1), code.size());
      const auto inside = code.substr(i + 1, end - i - 1);
      if (inside.starts_with('$')) literal(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
      const bool condition = inside.find_first_of("<>=") != std::string_view::npos;
      const bool elapsed = !inside.empty() && inside.find_first_not_of("hmsHMS") == std::string_view::npos;
      if (condition || elapsed) sections.back().push_back({unknown, {}});
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      // The next character may have several bytes.
      auto end = std::min(i + 2, code.size());
      while (end < code.size() && (static_cast<unsigned char>(code[end]) & 0xC0U) == 0x80U) ++end;
      if (c == '\\') literal(code.substr(i + 1, end - i - 1));
      i = end - 1;
    } else if (c == ';') {
      sections.emplace_back();
    } else if (foldForSearch(code.substr(i, 5)) == "am/pm") {
      i += 4;  // shown in 24 hours
    } else if (std::string_view("0#?.,%@/eEdDmMyYhHsS").find(c) != std::string_view::npos) {
      sections.back().push_back({static_cast<char>(std::tolower(static_cast<unsigned char>(c))), std::string(1, c)});
    } else {
      literal(std::string_view(&code[i], 1));
    }
  }
  return sections;
}

bool has(const Section& section, std::string_view meanings) {
  return std::any_of(section.begin(), section.end(), [&](const Token& token) {
    return token.meaning != 0 && meanings.find(token.meaning) != std::string_view::npos;
  });
}

bool isGeneral(std::string_view code) {
  auto folded = foldForSearch(trim(code));
  return folded.empty() || folded == "general" || folded == "@" || folded == "standard";
}

// The digits of a number without sign, rounded to at most `most` decimals, with at least `least` of them and at least
// `whole` digits before the comma.
std::string digits(const Decimal& number, int whole, int least, int most, bool grouped) {
  const auto text = number.rounded(std::min(most, number.scale())).normalised().toText();
  const auto point = std::min(text.find('.'), text.size());
  auto integer = text.substr(0, point);
  auto decimals = text.substr(std::min(point + 1, text.size()));
  const auto pad = [](std::size_t size, int least) {
    return std::string(size < static_cast<std::size_t>(least) ? static_cast<std::size_t>(least) - size : 0, '0');
  };
  if (integer == "0" && whole == 0) integer.clear();
  integer.insert(0, pad(integer.size(), whole));
  decimals += pad(decimals.size(), least);
  if (grouped) {
    for (auto at = integer.size(); at > 3; at -= 3) integer.insert(at - 3, ".");
  }
  return decimals.empty() ? integer : integer + "," + decimals;
}

// nullopt: the section means something else than digits with literal text around them.
std::optional<std::string> inDigits(const Section& section, const Decimal& number, bool minus) {
  std::string before, after;
  int whole = 0, least = 0, most = 0;
  bool point = false, grouped = false, percent = false, comma = false;
  enum class At : unsigned char { before, inside, after } at = At::before;
  for (const auto& token : section) {
    if (token.meaning == '0' || token.meaning == '#' || token.meaning == '?' || token.meaning == '.' ||
        token.meaning == ',') {
      if (at == At::after) return std::nullopt;
      at = At::inside;
      if (token.meaning == ',') {
        comma = true;
        continue;
      }
      if (token.meaning == '.') {
        if (point) return std::nullopt;
        point = true;
        if (comma) return std::nullopt;  // in thousands
        continue;
      }
      if (comma && !point) grouped = true;
      comma = false;
      if (point) {
        ++most;
        if (token.meaning == '0') least = most;
      } else if (token.meaning == '0' || whole > 0) {
        ++whole;
      }
      continue;
    }
    if (token.meaning == '%') percent = true;
    if (token.meaning != 0 && token.meaning != '%') return std::nullopt;
    if (at == At::inside) at = At::after;
    (at == At::before ? before : after) += token.literal;
  }
  if (comma) return std::nullopt;  // a comma at the end shows thousands
  if (at == At::before) return std::string(trim(before));
  auto shown = number;
  if (percent) {
    const auto hundred = multiply(number, Decimal(100));
    if (!hundred) return std::nullopt;
    shown = *hundred;
  }
  const auto text = digits(shown, whole, least, most, grouped);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return std::string(trim((minus && !zero ? "-" : "") + before + text + after));
}

std::string padded(int number, std::size_t width) {
  auto text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// One run of the same letter in a format of dates. Names of months and weekdays become numbers.
std::string datePart(char letter, std::size_t count, bool minutes, const StoredDate& date) {
  const int seconds = date.second;
  switch (letter) {
    case 'd':
      return padded(date.date.day, count == 1 ? 1 : 2);
    case 'm':
      return minutes ? padded(seconds / 60 % 60, 2) : padded(date.date.month, count == 1 ? 1 : 2);
    case 'y':
      return count <= 2 ? padded(date.date.year % 100, 2) : padded(date.date.year, 4);
    case 'h':
      return padded(seconds / 3600, count == 1 ? 1 : 2);
    default:
      return padded(seconds % 60, 2);
  }
}

}  // namespace

CellFormat::CellFormat(std::string_view code) : code_(code) {
  if (isGeneral(code)) {
    code_ = "General";
    return;
  }
  const auto sections = sectionsOf(code);
  const auto& first = sections.front();
  const bool readable = !has(first, {&unknown, 1});
  if (readable && (has(first, "dy") || (has(first, "m") && !has(first, "hs0#?"))))
    kind_ = Kind::date;
  else if (readable && has(first, "hs"))
    kind_ = Kind::time;
  else if (std::any_of(sections.begin(), sections.end(), [](const Section& each) { return has(each, "%"); }))
    kind_ = Kind::percent;
}

CellFormat CellFormat::builtIn(int id) {
  switch (id) {
    case 1:
      return CellFormat("0");
    case 2:
      return CellFormat("0.00");
    case 3:
    case 37:
    case 38:
    case 41:
    case 42:
      return CellFormat("#,##0");
    case 4:
    case 39:
    case 40:
    case 43:
    case 44:
      return CellFormat("#,##0.00");
    case 9:
      return CellFormat("0%");
    case 10:
      return CellFormat("0.00%");
    case 16:
      return CellFormat("dd/mm");
    case 17:
      return CellFormat("mm/yyyy");
    case 18:
    case 19:
    case 20:
      return CellFormat("hh:mm");
    case 21:
    case 45:
    case 47:
      return CellFormat("hh:mm:ss");
    case 22:
      return CellFormat("dd/mm/yyyy hh:mm");
    default:
      break;
  }
  // Those of other languages are dates too.
  return (id >= 14 && id <= 15) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? CellFormat("dd/mm/yyyy")
                                                                                    : CellFormat();
}

std::string CellFormat::shown(const Decimal& number) const {
  const auto general = [&] {
    return (number.isNegative() ? "-" : "") +
           digits(number.isNegative() ? negate(number) : number, 1, 0, Decimal::maximumScale, false);
  };
  if (code_ == "General") return general();
  const auto sections = sectionsOf(code_);
  const bool negative = number.isNegative(), own = negative && sections.size() > 1;
  const auto& section = number.isZero() && sections.size() > 2 ? sections[2] : own ? sections[1] : sections[0];
  const auto text = inDigits(section, negative ? negate(number) : number, negative && !own);
  return text ? *text : general();
}

bool CellFormat::hidesDay() const {
  if (kind_ != Kind::date) return false;
  const auto first = sectionsOf(code_).front();
  return has(first, "y") && has(first, "m") && !has(first, "dhs");
}

std::string CellFormat::shown(const StoredDate& date) const {
  const auto sections = sectionsOf(code_);
  std::string text;
  const auto& tokens = sections.front();
  bool afterHours = false;
  for (std::size_t i = 0; i < tokens.size();) {
    const char letter = tokens[i].meaning;
    auto end = i + 1;
    if (letter == 0 || std::string_view("dmyhs").find(letter) == std::string_view::npos) {
      text += tokens[i].literal;
      i = end;
      continue;
    }
    while (end < tokens.size() && tokens[end].meaning == letter) ++end;
    // "m" is a month unless it stands behind hours or before seconds.
    auto next = end;
    while (next < tokens.size() && (tokens[next].meaning == 0 || tokens[next].meaning == '.')) ++next;
    const bool minutes = afterHours || (next < tokens.size() && tokens[next].meaning == 's');
    text += datePart(letter, end - i, minutes, date);
    if (letter == 'h') afterHours = true;
    if (letter == 'm' || letter == 'd' || letter == 'y') afterHours = false;
    i = end;
  }
  return std::string(trim(text));
}

}  // namespace cchc
