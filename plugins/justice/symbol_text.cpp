#include "plugins/justice/symbol_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "plugins/justice/date_text.h"

namespace cchc::justice {
namespace {

// Type codes of administrative and legal documents. A symbol that begins with any other code is that of an official
// letter, and that code is its issuer.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> types = {{{"KH", "Kế hoạch"},
                                                                                  {"QĐ", "Quyết định"},
                                                                                  {"NQ", "Nghị quyết"},
                                                                                  {"NĐ", "Nghị định"},
                                                                                  {"CT", "Chỉ thị"},
                                                                                  {"TT", "Thông tư"},
                                                                                  {"TB", "Thông báo"},
                                                                                  {"HD", "Hướng dẫn"},
                                                                                  {"BC", "Báo cáo"},
                                                                                  {"TTr", "Tờ trình"},
                                                                                  {"CTr", "Chương trình"},
                                                                                  {"PA", "Phương án"},
                                                                                  {"ĐA", "Đề án"},
                                                                                  {"QC", "Quy chế"},
                                                                                  {"KL", "Kết luận"},
                                                                                  {"CĐ", "Công điện"},
                                                                                  {"TTLT", "Thông tư liên tịch"},
                                                                                  {"CV", "Công văn"}}};

bool isType(std::string_view code) {
  return std::any_of(types.begin(), types.end(), [&](const auto& type) { return type.first == code; });
}

// The number of bytes of the letter at `at`: 1 of ASCII, 2 of others such as Đ; 0: it is not a letter.
std::size_t letterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto c = static_cast<unsigned char>(text[at]);
  if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return 1;
  return c >= 0xC3 && c <= 0xC6 && at + 1 < text.size() ? 2 : 0;
}
bool startsUpper(std::string_view text, std::size_t at) {
  const auto length = letterAt(text, at);
  return length == 2 ? text.substr(at, 2) == "Đ" : length == 1 && text[at] >= 'A' && text[at] <= 'Z';
}

// The end of the code ("KH-UBND", "TB-KV VI") that begins at `at`.
std::size_t codeEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (const auto length = letterAt(text, at); length > 0) {
      at += length;
    } else if ((text[at] == '-' && letterAt(text, at + 1) > 0) || isDigit(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  std::size_t roman = at;  // a region of the State Audit: "KV VI"
  if (text.substr(0, at).ends_with("KV") && text.substr(at).starts_with(" ")) {
    for (roman = at + 1; roman < text.size() && std::string_view("IVX").find(text[roman]) != std::string_view::npos;)
      ++roman;
    if (roman > at + 1 && letterAt(text, roman) == 0) return roman;
  }
  return at;
}

// Where the words "Kế hoạch số " before the symbol begin; where the symbol begins, if there are none.
std::size_t mentionStart(std::string_view text, std::size_t symbol) {
  auto before = text.substr(0, symbol);
  const auto dropSpace = [&] { before = before.substr(0, before.find_last_not_of(" \n\t") + 1); };
  dropSpace();
  if (before.ends_with("số")) before.remove_suffix(std::string_view("số").size()), dropSpace();
  for (const auto& [code, name] : types) {
    if (before.size() < name.size()) continue;
    const auto tail = before.substr(before.size() - name.size());
    if (lowerFirst(tail) == lowerFirst(name)) return before.size() - name.size();
  }
  return before.size() + (before.size() < symbol ? 1 : 0);
}

std::optional<SymbolText> symbolAt(std::string_view text, std::size_t at) {
  SymbolText symbol;
  symbol.begin = at;
  std::size_t end = at;
  while (end < text.size() && isDigit(text[end])) ++end;
  symbol.number = text.substr(at, end - at);
  if (symbol.number.size() > 5 || end >= text.size()) return std::nullopt;
  if (text[end] == '-' && startsUpper(text, end + 1)) {  // 18-NQ/TW, of the Party
    const auto slash = text.find('/', end);
    if (slash == std::string_view::npos || !startsUpper(text, slash + 1) ||
        !isType(text.substr(end + 1, slash - end - 1)))
      return std::nullopt;
    symbol.type = text.substr(end + 1, slash - end - 1);
    symbol.end = codeEnd(text, slash + 1);
    symbol.issuerCode = text.substr(slash + 1, symbol.end - slash - 1);
    return symbol;
  }
  if (text[end] != '/') return std::nullopt;
  ++end;
  const auto year = text.substr(end, 4);
  if (year.size() == 4 && std::all_of(year.begin(), year.end(), isDigit) && end + 4 < text.size() &&
      text[end + 4] == '/') {
    symbol.year = year;
    end += 5;
  }
  if (!startsUpper(text, end)) return std::nullopt;  // 10/01/2023, 16/16, 5/ngày
  symbol.end = codeEnd(text, end);
  const auto code = text.substr(end, symbol.end - end);
  const auto hyphen = code.find('-');
  const bool typed = isType(code.substr(0, hyphen));
  symbol.type = typed ? code.substr(0, hyphen) : "CV";
  symbol.issuerCode = typed ? (hyphen == std::string_view::npos ? std::string_view() : code.substr(hyphen + 1)) : code;
  return symbol;
}

}  // namespace

std::optional<SymbolText> nextSymbol(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool inside =
        at > 0 && (isDigit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.' || text[at - 1] == ',');
    if (!isDigit(text[at]) || inside) continue;
    if (auto symbol = symbolAt(text, at)) {
      symbol->start = std::max(mentionStart(text, at), from);
      return symbol;
    }
  }
  return std::nullopt;
}

}  // namespace cchc::justice
