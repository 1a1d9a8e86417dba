#include "core/base/reading/figure.h"

#include <algorithm>
#include <cstddef>

#include "core/base/reading/amount.h"

namespace cchc::reading {
namespace {

Figure figureOf(const Amount& amount) {
  return {amount.number, amount.qualifier, amount.percentSign, amount.unitNamed};
}

AmountKind kindOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::whole:
      return AmountKind::whole;
    case Quantity::percent:
      return AmountKind::percent;
    case Quantity::number:
      break;
  }
  return AmountKind::number;
}

// What one convention makes of a text, whichever kind of figure it is.
enum class Outcome : unsigned char { refused, doubt, value };
Outcome outcomeOf(std::string_view text, Marks marks) {
  Context context;
  context.marks = marks;
  context.power = 9;  // so that no decimals are refused
  for (const auto kind : {AmountKind::number, AmountKind::percent, AmountKind::money}) {
    const auto reading = readAmount(text, kind, context);
    if (std::holds_alternative<Amount>(reading)) return Outcome::value;
    if (std::holds_alternative<Doubt<Amount>>(reading)) return Outcome::doubt;
  }
  return Outcome::refused;
}

}  // namespace

Reading<Figure> readFigure(std::string_view text, Quantity quantity, const Context& context) {
  return map(readAmount(text, kindOf(quantity), context), figureOf);
}

std::optional<Marks> marksOf(std::span<const std::string_view> block) {
  bool onlyVietnamese = false, onlyEnglish = false, rather = false, ratherEnglish = false;
  std::size_t englishFigures = 0;
  for (const auto text : block) {
    const auto marks = std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == ','; });
    if (marks == 0) continue;
    const auto vietnamese = outcomeOf(text, Marks::vietnamese), english = outcomeOf(text, Marks::english);
    if (english == Outcome::value) ++englishFigures;
    if (vietnamese == Outcome::value && english != Outcome::value) (marks == 1 ? rather : onlyVietnamese) = true;
    if (english == Outcome::value && vietnamese != Outcome::value) (marks == 1 ? ratherEnglish : onlyEnglish) = true;
  }
  if (onlyVietnamese && onlyEnglish) return std::nullopt;
  if (onlyVietnamese) return Marks::vietnamese;
  if (onlyEnglish) return englishFigures > 1 && !rather ? std::optional(Marks::english) : std::nullopt;
  return rather && !ratherEnglish ? std::optional(Marks::vietnamese) : std::nullopt;
}

}  // namespace cchc::reading
