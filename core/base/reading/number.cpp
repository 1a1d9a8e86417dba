#include "core/base/reading/number.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/base/reading/words.h"

namespace cchc::reading {
namespace {

char thousandsMark(Marks marks) { return marks == Marks::vietnamese ? '.' : ','; }
char decimalMark(Marks marks) { return marks == Marks::vietnamese ? ',' : '.'; }
Marks otherThan(Marks marks) { return marks == Marks::vietnamese ? Marks::english : Marks::vietnamese; }

bool areDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

// The digits without marks of thousands; nullopt if the marks do not separate groups of three. A number does not begin
// with a zero and a mark.
std::optional<std::string> ungrouped(std::string_view whole, char mark) {
  if (areDigits(whole)) return std::string(whole);
  std::string digits;
  for (bool first = true; !whole.empty(); first = false) {
    const auto end = std::min(whole.find(mark), whole.size());
    const auto group = whole.substr(0, end);
    if (!areDigits(group) || group.size() > 3) return std::nullopt;
    if (first ? group.front() == '0' : group.size() != 3) return std::nullopt;
    digits += group;
    whole.remove_prefix(end);
    if (whole.size() == 1) return std::nullopt;
    if (!whole.empty()) whole.remove_prefix(1);
  }
  return digits;
}

// The number, if the convention reads the digits in one way.
std::optional<Decimal> numberOf(std::string_view digits, Marks marks) {
  const auto at = digits.find(decimalMark(marks));
  const auto whole = digits.substr(0, at);
  auto text = ungrouped(whole, thousandsMark(marks));
  if (!text) text = ungrouped(whole, ' ');
  if (!text) return std::nullopt;
  if (at != std::string_view::npos) {
    const auto decimals = digits.substr(at + 1);
    if (!areDigits(decimals)) return std::nullopt;
    text->append(".").append(decimals);
  }
  return Decimal::parse(*text);
}

}  // namespace

std::string_view numberAt(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const bool mark = text[end] == '.' || text[end] == ',' || text[end] == ' ';
    if (!isDigit(text[end]) && !(mark && end != 0 && end + 1 < text.size() && isDigit(text[end + 1]))) break;
    ++end;
  }
  return text.substr(0, end);
}

std::vector<Meaning<Decimal>> readNumber(std::string_view digits, Marks marks, bool alwaysAsk) {
  const auto mark = thousandsMark(marks);
  const auto at = digits.find(mark);
  const bool one =
      at != std::string_view::npos && at != 0 && areDigits(digits.substr(0, at)) && areDigits(digits.substr(at + 1));
  const auto number = numberOf(digits, marks);
  if (number && !(one && alwaysAsk)) return {{*number, std::string(digits)}};
  if (!one || digits.size() - at - 1 > 3) return {};
  std::string decimal(digits), whole(digits);
  decimal[at] = decimalMark(marks);
  whole.erase(at, 1);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  const auto withDecimals = numberOf(decimal, marks), without = numberOf(whole, marks);
  if (!withDecimals || !without) return {};
  return {{*withDecimals, std::move(decimal)}, {*without, std::move(whole)}};
}

std::optional<std::string> otherWhole(std::string_view digits, Marks marks) {
  const auto number = numberOf(digits, otherThan(marks));
  if (!number || number->normalised().scale() != 0) return std::nullopt;
  return number->normalised().toText();
}

}  // namespace cchc::reading
