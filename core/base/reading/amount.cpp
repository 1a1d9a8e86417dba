#include "core/base/reading/amount.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/reading/amount_unit.h"
#include "core/base/reading/number.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

constexpr std::string_view minusSign = "\u2212", enDash = "–";

std::optional<Decimal> timesTen(const Decimal& number, int power) {
  std::int64_t factor = 1;
  for (int i = 0; i < power; ++i) factor *= 10;  // the greatest power is that of "trăm triệu tỷ", 17
  return power == 0 ? std::optional(number) : multiply(number, Decimal(factor));
}

// A number and what follows it up to the next number: "387", " tỷ ".
struct Term {
  std::string_view number, unit;
};

class AmountReader {
 public:
  AmountReader(std::string_view given, AmountKind kind, const Context& context)
      : given_(given), kind_(kind), context_(context) {}

  // `text`: the prepared text.
  Reading<Amount> read(std::string_view text) {
    if (isBlank(text) || isDashOfMoney(text)) return Amount{};
    if (const auto qualifier = takeQualifier(text)) amount_.qualifier = *qualifier;
    if (amount_.qualifier == Qualifier::exact && text.starts_with('(') && text.ends_with(')')) {
      text = trim(text.substr(1, text.size() - 2));
      negative_ = true;
    } else if (!takeSign(text)) {
      return apartFromItsDash(text);
    }
    return unsignedAmount(text);
  }

 private:
  Error refused(std::string_view code = "value.not-a-number") const {
    return {std::string(code), {}, {{"given", shortened(given_)}}, ErrorKind::refusal};
  }

  // An accounting format shows nothing as "-   ₫".
  bool isDashOfMoney(std::string_view text) const {
    if (kind_ != AmountKind::money) return false;
    const auto dash = takeWord(text);
    const auto unit = isBlank(dash) ? readAmountUnit(text) : std::nullopt;
    return unit && unit->currency && !unit->size;
  }

  // False: a sign is there, but it does not stand before a digit.
  bool takeSign(std::string_view& text) {
    for (const std::string_view sign : {std::string_view("-"), std::string_view("+"), minusSign, enDash}) {
      if (!text.starts_with(sign)) continue;
      if (text.size() == sign.size() || !isDigit(text[sign.size()])) return false;
      text.remove_prefix(sign.size());
      negative_ = sign != "+";
    }
    return true;
  }

  // "- 5" may be a negative figure of an accounting format, or an entry of a list.
  Reading<Amount> apartFromItsDash(std::string_view text) {
    auto figure = text.substr(1);
    skipSpace(figure);
    if (!text.starts_with("- ") || figure.empty() || !isDigit(figure.front())) return refused();
    const auto reading = unsignedAmount(figure);
    const auto* const amount = std::get_if<Amount>(&reading);
    if (amount == nullptr) return reading;
    auto negative = *amount;
    negative.number = negate(*amount->number);
    const auto word = beginning();
    return Doubt<Amount>{{{negative, word + "-" + std::string(figure)}, {*amount, word + std::string(figure)}}};
  }

  std::string beginning() const {
    const std::string word(qualifierWord(amount_.qualifier));
    return (word.empty() ? word : word + " ") + (negative_ ? "-" : "");
  }

  Reading<Amount> unsignedAmount(std::string_view text) {
    auto body = text;
    if (kind_ == AmountKind::percent && body.ends_with('%')) {
      body = trim(body.substr(0, body.size() - 1));
      amount_.percentSign = true;
    }
    std::vector<Term> terms;
    for (auto rest = body; !rest.empty();) {
      const auto number = numberAt(rest);
      if (number.empty()) return refused();
      rest.remove_prefix(number.size());
      // The field's own unit may hold a digit ("m2").
      const bool own = terms.empty() && !context_.unit.empty() && areWords(trim(rest), context_.unit);
      const auto end = own ? rest.size() : std::min(rest.find_first_of("0123456789"), rest.size());
      terms.push_back({number, own ? std::string_view() : trim(rest.substr(0, end))});
      rest.remove_prefix(end);
    }
    if (terms.empty()) return refused();
    return terms.size() == 1 ? single(terms.front(), text) : sum(terms);
  }

  // The unit of a term; nullopt if it has one that is unknown or not allowed.
  std::optional<AmountUnit> unitOf(std::string_view words) const {
    if (words.empty()) return AmountUnit{};
    auto unit = readAmountUnit(words);
    if (kind_ == AmountKind::money) return unit;
    if (!unit && !context_.unit.empty()) {
      // "1,67 triệu hồ sơ": the field's own unit after the words of size.
      for (auto at = words.find(' '); at != std::string_view::npos && !unit; at = words.find(' ', at + 1)) {
        if (areWords(words.substr(at), context_.unit)) unit = readAmountUnit(words.substr(0, at));
      }
    }
    return !unit || unit->currency || kind_ == AmountKind::percent ? std::nullopt : unit;
  }

  using Meanings = std::vector<Meaning<Decimal>>;

  Reading<Amount> single(const Term& term, std::string_view text) {
    const auto unit = unitOf(term.unit);
    if (!unit) {
      const bool words = kind_ == AmountKind::money && term.unit.find_first_of("()/-+*%,;:=") == std::string_view::npos;
      if (!words) return refused();
      auto error = refused("value.unknown-currency");
      error.parameters.push_back({"unit", shortened(term.unit)});
      return error;
    }
    amount_.unitNamed = unit->size || unit->currency;
    const int power = amount_.unitNamed || kind_ != AmountKind::money ? unit->power : context_.power;
    const auto number = readNumber(term.number, context_.marks, kind_ == AmountKind::percent);
    if (number.empty()) return refused();
    if (number.size() == 1) {
      const auto grouped = power == 0 && whole() ? zerosForThousands(number.front().value, term.number) : Meanings();
      return grouped.empty() ? valued(number.front().value, power, term.number) : doubtful(grouped, 0, term, text);
    }
    return doubtful(number, power, term, text);
  }

  // "1,000" of a count is a thousand by the other marks, and one by these. Empty: the digits have one meaning.
  Meanings zerosForThousands(const Decimal& number, std::string_view digits) const {
    const auto other = otherWhole(digits, context_.marks);
    const auto shortest = number.normalised();
    if (!other || number.scale() == 0 || shortest.scale() != 0) return {};
    return {{shortest, shortest.toText()}, {*Decimal::parse(*other), *other}};
  }

  Reading<Amount> doubtful(const Meanings& meanings, int power, const Term& term, std::string_view text) const {
    Doubt<Amount> doubt;
    for (const auto& meaning : meanings) {
      const auto scaled = timesTen(meaning.value, power);
      if (!scaled) return refused();
      auto amount = amount_;
      amount.number = signedNumber(*scaled);
      doubt.meanings.push_back({amount, beginning() + meaning.text + std::string(text.substr(term.number.size()))});
    }
    // A count is more likely to have a dot in a wrong place than to have decimals.
    if (kind_ == AmountKind::whole) std::swap(doubt.meanings.front(), doubt.meanings.back());
    return doubt;
  }

  // "387 tỷ 425 triệu đồng": each unit is smaller than the one before it, and no term reaches the one before it.
  Reading<Amount> sum(const std::vector<Term>& terms) {
    std::optional<Decimal> total = Decimal(0);
    int above = 0;
    for (const auto& term : terms) {
      const bool last = &term == &terms.back();
      const auto unit = unitOf(term.unit);
      if (!unit || term.unit.empty() || kind_ == AmountKind::percent || (!last && unit->currency)) return refused();
      if (kind_ != AmountKind::money && !unit->size) return refused();
      const auto number = readNumber(term.number, context_.marks, false);
      if (number.size() != 1) return refused();
      if (!last && number.front().value.normalised().scale() != 0) return refused();
      const auto scaled = timesTen(number.front().value, unit->power);
      const bool first = &term == &terms.front();
      if (!scaled || (!first && (unit->power >= above || *scaled >= *timesTen(Decimal(1), above)))) return refused();
      total = add(*total, *scaled);
      if (!total) return refused();
      above = unit->power;
    }
    amount_.unitNamed = true;
    return valued(*total, 0, {});
  }

  Decimal signedNumber(const Decimal& number) const {
    auto shown = whole() ? number.normalised() : number;
    return negative_ ? negate(shown) : shown;
  }
  bool whole() const { return kind_ == AmountKind::whole || kind_ == AmountKind::money; }

  // `digits`: the number as it is written, where no unit changes it.
  Reading<Amount> valued(const Decimal& number, int power, std::string_view digits) {
    const auto scaled = timesTen(number, power);
    if (!scaled) return refused();
    if (whole() && scaled->normalised().scale() != 0) {
      const auto other = power == 0 && !digits.empty() ? otherWhole(digits, context_.marks) : std::nullopt;
      auto error = refused(other ? "value.not-whole-comma" : "value.not-whole");
      if (other) error.parameters.push_back({"other", beginning() + *other});
      return error;
    }
    amount_.number = signedNumber(power == 0 ? *scaled : scaled->normalised());
    return amount_;
  }

  std::string_view given_;
  AmountKind kind_;
  const Context& context_;
  Amount amount_;
  bool negative_ = false;
};

}  // namespace

Reading<Amount> readAmount(std::string_view text, AmountKind kind, const Context& context) {
  const auto line = prepared(text);
  if (!line) return line.error();
  return AmountReader(trim(text), kind, context).read(*line);
}

}  // namespace cchc::reading
