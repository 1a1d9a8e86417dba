#include "core/base/reading/figure.h"

#include <algorithm>
#include <cstddef>
#include <vector>

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
Outcome outcomeOf(const BlockFigure& figure, Marks marks) {
  Context context;
  context.marks = marks;
  context.power = 9;  // so that no decimals are refused
  for (const auto kind : {AmountKind::number, AmountKind::percent, AmountKind::money}) {
    const auto reading = readAmount(figure.text, figure.whole ? AmountKind::whole : kind, context);
    if (std::holds_alternative<Amount>(reading)) return Outcome::value;
    if (std::holds_alternative<Doubt<Amount>>(reading)) return Outcome::doubt;
  }
  return Outcome::refused;
}

// Whether more digits than a group of thousands has stand before the first mark.
bool isLongBefore(std::string_view text) {
  const auto first = text.find_first_of("0123456789");
  const auto mark = text.find_first_of(".,");
  return first < mark && mark != std::string_view::npos && mark - first > 3;
}

}  // namespace

Reading<Figure> readFigure(std::string_view text, Quantity quantity, const Context& context) {
  return map(readAmount(text, kindOf(quantity), context), figureOf);
}

std::optional<Marks> marksOf(std::span<const std::string_view> block) {
  std::vector<BlockFigure> figures;
  for (const auto text : block) figures.push_back({text, false});
  return marksOf(figures);
}

std::optional<Marks> marksOf(std::span<const BlockFigure> block) {
  bool onlyVietnamese = false, onlyEnglish = false, rather = false, ratherEnglish = false, open = false;
  std::size_t englishFigures = 0, foreign = 0;
  for (const auto& figure : block) {
    const auto marks =
        std::count_if(figure.text.begin(), figure.text.end(), [](char c) { return c == '.' || c == ','; });
    if (marks == 0) continue;
    const auto vietnamese = outcomeOf(figure, Marks::vietnamese), english = outcomeOf(figure, Marks::english);
    if (english == Outcome::value) ++englishFigures;
    // "1,000" of a count is one with decimals that are zeros.
    const bool zeros = figure.whole && vietnamese == Outcome::doubt && figure.text.find(',') != std::string_view::npos;
    open = open || vietnamese == Outcome::value || zeros;
    if (vietnamese == Outcome::value && english != Outcome::value) (marks == 1 ? rather : onlyVietnamese) = true;
    if (english == Outcome::value && vietnamese != Outcome::value) (marks == 1 ? ratherEnglish : onlyEnglish) = true;
    // "45.8123", "7158.1": the dot separates no groups of three.
    const bool noGroups = vietnamese == Outcome::refused || (vietnamese == Outcome::doubt && isLongBefore(figure.text));
    if (english == Outcome::value && noGroups && marks == 1) ++foreign;
  }
  if (onlyVietnamese && onlyEnglish) return std::nullopt;
  if (onlyVietnamese) return Marks::vietnamese;
  if (onlyEnglish) return englishFigures > 1 && !rather ? std::optional(Marks::english) : std::nullopt;
  if (rather) return ratherEnglish ? std::nullopt : std::optional(Marks::vietnamese);
  // "45.8" or "45.8123" alone may be a slip; several that have no other meaning are none.
  const bool several = foreign > 1 || (!open && englishFigures > 1);
  return ratherEnglish && several ? std::optional(Marks::english) : std::nullopt;
}

}  // namespace cchc::reading
