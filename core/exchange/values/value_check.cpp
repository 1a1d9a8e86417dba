#include "core/exchange/values/value_check.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <variant>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/xml/plain_run.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

const Decimal mostMoney(10'000'000'000'000'000);

// What can be decided from the first byte of a character: it is certainly composed, the next byte decides, or the
// normalising functions of base/text.h must decide.
enum ByteClass : unsigned char { simple, nextDecides, unusual };

constexpr std::array<ByteClass, 256> byteClasses = [] {
  std::array<ByteClass, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = unusual;
  table[0x7f] = unusual;
  table[0xc2] = nextDecides;  // controls of C1 below U+00A0
  for (unsigned c = 0xcc; c <= 0xff; ++c) table[c] = unusual;
  table[0xe1] = nextDecides;  // U+1E00 to U+1EFF are the composed letters of Vietnamese
  table[0xe2] = nextDecides;  // U+2010 to U+203F: dashes, quotes, dots
  return table;
}();

// Whether the text has neither a control character nor anything that NFC could change. This is true of nearly every
// text.
bool surelyComposed(std::string_view text) {
  if (detail::isPlainText(text)) return true;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(at < text.size() ? text[at] : 0); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = byte(i);
    if (byteClasses[first] == simple) continue;
    if (byteClasses[first] == unusual) return false;
    const auto second = byte(i + 1);
    if (first == 0xc2 && second < 0xa0) return false;
    if (first == 0xe1 && (second < 0xb8 || second > 0xbb)) return false;
    if (first == 0xe2 && (second != 0x80 || byte(i + 2) < 0x90)) return false;
    ++i;
  }
  return true;
}

Status assignText(std::string_view text, bool oneLine, std::string& target) {
  if (surelyComposed(text)) {
    target.assign(text);
    return {};
  }
  auto normalised = oneLine ? normaliseLine(text) : normaliseText(text);
  if (!normalised) return fail(std::move(normalised).error());
  target = std::move(*normalised);
  return {};
}

std::string& textOf(Value& value) {
  if (auto* text = std::get_if<std::string>(&value.content)) return *text;
  return value.content.emplace<std::string>();
}

int decimalsOf(const FieldDefinition& field) {
  return field.type == FieldType::integer || field.type == FieldType::money ? 0 : field.decimals;
}

bool outOfType(const FieldDefinition& field, const Decimal& number) {
  return number.scale() > decimalsOf(field) ||
         (field.type == FieldType::money && (number > mostMoney || number < negate(mostMoney)));
}

Status checkNumber(const FieldDefinition& field, const Decimal& number) {
  const int decimals = decimalsOf(field);
  if (number.scale() > decimals) {
    return fail(decimals == 0 ? "value.not-whole" : "value.too-many-decimals", {},
                {{"given", vietnamese::number(number)}, {"decimals", std::to_string(decimals)}});
  }
  if (field.type == FieldType::money && (number > mostMoney || number < negate(mostMoney))) {
    return fail("value.too-large", {},
                {{"given", vietnamese::number(number)}, {"limit", vietnamese::number(mostMoney)}});
  }
  return {};
}

bool offered(const FieldDefinition& field, std::string_view value) {
  return std::any_of(field.choices.begin(), field.choices.end(),
                     [&](const Choice& choice) { return choice.value == value; });
}

tl::unexpected<Error> unknownChoice(const FieldDefinition& field, std::string_view given) {
  const auto labels = [&](Language language) {
    std::string all;
    for (const auto& choice : field.choices) all += (all.empty() ? "" : "; ") + choice.label.in(language);
    return all;
  };
  return fail("value.unknown-choice", {},
              {{"given", shortened(given)}, {"choices", labels(Language::vi)}, {"choices_en", labels(Language::en)}});
}

Status checkChoices(const FieldDefinition& field, const Choices& choices) {
  for (auto at = choices.begin(); at != choices.end(); ++at) {
    if (!offered(field, *at)) return unknownChoice(field, *at);
    if (std::find(choices.begin(), at, *at) == at) continue;
    const auto repeated = std::find_if(field.choices.begin(), field.choices.end(),
                                       [&](const Choice& choice) { return choice.value == *at; });
    return fail("value.repeated-choice", {},
                {{"given", repeated->label.vi}, {"given_en", repeated->label.in(Language::en)}});
  }
  return {};
}

Status checkLength(const FieldDefinition& field, std::string_view text) {
  if (text.size() <= field.maxLength) return {};  // a text has at most as many characters as bytes
  const auto length = lengthOf(text);
  if (length <= field.maxLength) return {};
  return fail("value.too-long", {}, {{"length", std::to_string(length)}, {"limit", std::to_string(field.maxLength)}});
}

}  // namespace

bool assignLine(std::string_view text, std::string& target) {
  if (!surelyComposed(text)) return assignText(text, true, target).has_value();
  target.assign(text);
  return true;
}

Status checkEnterable(const FieldDefinition& field) {
  if (!field.enterable()) return fail("value.computed", {}, {{"field", field.id}});
  return {};
}

Status assignLexical(const FieldDefinition& field, std::string_view text, Value& value) {
  if (text.empty()) {
    value.content = std::monostate();
    return {};
  }
  switch (field.type) {
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::money:
    case FieldType::percent:
    case FieldType::rate:
      if (const auto number = Decimal::parse(text)) {
        value.content = *number;
        return checkNumber(field, *number);
      }
      break;
    case FieldType::text:
    case FieldType::longText: {
      auto& target = textOf(value);
      CCHC_CHECK(assignText(text, field.type == FieldType::text, target));
      return checkLength(field, target);
    }
    case FieldType::choice:
      if (!offered(field, text)) return unknownChoice(field, text);
      textOf(value).assign(text);
      return {};
    default:
      break;
  }
  auto parsed = parseLexical(field.type, text);
  if (!parsed) return fail(std::move(parsed).error());
  value.content = std::move(parsed->content);
  if (const auto* choices = std::get_if<Choices>(&value.content); choices != nullptr && choices->empty())
    value.content = std::monostate();
  return checkValue(field, value);
}

bool assignPlain(const FieldDefinition& field, std::string_view text, Value& value) {
  if (text.empty()) return false;
  switch (field.type) {
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::money:
    case FieldType::percent:
    case FieldType::rate: {
      const auto number = Decimal::parse(text);
      if (!number || outOfType(field, *number)) return false;
      value.content = *number;
      return true;
    }
    case FieldType::text:
    case FieldType::longText:
      if (text.size() > field.maxLength || !surelyComposed(text)) return false;
      textOf(value).assign(text);
      return true;
    case FieldType::choice:
      if (!offered(field, text)) return false;
      textOf(value).assign(text);
      return true;
    case FieldType::date: {
      const auto date = Date::parse(text);
      if (date) value.content = *date;
      return date.has_value();
    }
    default:
      return false;
  }
}

Status checkValue(const FieldDefinition& field, const Value& value) {
  if (const auto* number = value.number()) return checkNumber(field, *number);
  if (const auto* choices = std::get_if<Choices>(&value.content)) return checkChoices(field, *choices);
  if (const auto* text = value.text()) {
    if (field.type == FieldType::choice) return offered(field, *text) ? Status() : unknownChoice(field, *text);
    return checkLength(field, *text);
  }
  if (const auto* documents = value.documents();
      documents != nullptr && field.type == FieldType::document && documents->size() > 1) {
    return fail("value.one-document");
  }
  return {};
}

Status checkDocument(const DocumentReference& document) {
  const auto wrong = [](std::string_view attribute, std::string_view given) {
    return fail("value.document-attribute", {}, {{"attribute", std::string(attribute)}, {"given", shortened(given)}});
  };
  const auto isYear = [](std::string_view text) { return yearOf(text).has_value(); };
  const auto role = static_cast<int>(document.role), state = static_cast<int>(document.numberState);
  if (document.date && !document.date->valid()) return wrong("date", document.date->toText());
  if (!document.year.empty() && !isYear(document.year)) return wrong("year", document.year);
  if (document.forYear && !isYear(std::to_string(*document.forYear)))
    return wrong("for-year", std::to_string(*document.forYear));
  if (role < 0 || role > static_cast<int>(DocumentRole::received)) return wrong("role", std::to_string(role));
  if (state < 0 || state > static_cast<int>(NumberState::notCited)) return wrong("number-state", std::to_string(state));
  if (document.numberState != NumberState::known && !document.number.empty())
    return wrong("number-state", document.number);
  if (document.numberState != NumberState::known && !document.symbol.empty()) return wrong("symbol", document.symbol);
  return {};
}

Status assignMarks(const FieldDefinition& field, const ValueMarks& marks, Value& value) {
  value.clearMarks();
  if (marks.qualifier != nullptr) {
    const auto known = qualifierOf(marks.qualifier);
    if (!known || !isNumeric(field.type) || !field.allows(*known)) {
      return fail("value.qualifier-not-allowed", {}, {{"given", shortened(marks.qualifier)}});
    }
    value.qualifier = *known;
  }
  if (marks.denominator != nullptr) {
    const auto known = denominatorOf(marks.denominator);
    if (!known || field.type != FieldType::rate)
      return fail("value.denominator-not-allowed", {}, {{"given", shortened(marks.denominator)}});
    value.denominator = *known;
  }
  if (marks.base != nullptr) {
    const auto known = rateBaseOf(marks.base);
    if (!known || (field.type != FieldType::rate && field.type != FieldType::percent))
      return fail("value.base-not-allowed", {}, {{"given", shortened(marks.base)}});
    value.base = *known;
  }
  return {};
}

bool fits(const FieldDefinition& field, const Value& value) {
  if (value.blank()) return true;
  if (!field.enterable()) return false;
  const bool mayHaveBase = field.type == FieldType::rate || field.type == FieldType::percent;
  if (value.qualifier != Qualifier::exact && (!isNumeric(field.type) || !field.allows(value.qualifier))) return false;
  if (value.denominator != DenominatorState::unspecified && field.type != FieldType::rate) return false;
  if (value.base != RateBase::unspecified && !mayHaveBase) return false;
  if (std::holds_alternative<Attachment>(value.content)) return field.type == FieldType::attachment;
  if (const auto* documents = value.documents()) {
    return (field.type == FieldType::document || field.type == FieldType::documents) &&
           checkValue(field, value).has_value() &&
           std::all_of(documents->begin(), documents->end(),
                       [](const DocumentReference& document) { return checkDocument(document).has_value(); });
  }
  Value read;
  return assignLexical(field, lexical(value), read).has_value() && read.content.index() == value.content.index();
}

}  // namespace cchc
