#include "core/presentation/section/entry.h"

#include <array>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/values/cell_value.h"
#include "core/presentation/section/attachments.h"

namespace cchc::presentation {
namespace {

constexpr std::array<int, 3> unitScale = {0, 6, 9};  // by EntryUnit: the power of ten of đồng

std::optional<Decimal> times(const Decimal& number, int power) {
  auto factor = Decimal(1);
  for (int i = 0; i < power; ++i) factor = *multiply(factor, Decimal(10));
  return multiply(number, factor);
}

Decimal inUnit(const Decimal& dong, int power) {
  return Decimal::from(dong.normalised().mantissa(), dong.normalised().scale() + power).value_or(dong).normalised();
}

// Copies the parts of a document that its citation does not show.
void copyHiddenParts(const Documents& before, Documents& now) {
  for (auto& document : now) {
    for (const auto& old : before) {
      if (symbolOf(old) != symbolOf(document) ||
          (document.numberState != NumberState::known && document.type != old.type))
        continue;
      document.numberState = old.numberState;
      if (document.issuerCode.empty()) document.issuerCode = old.issuerCode;
      if (document.title == "về " + old.title) document.title = old.title;
      document.role = old.role, document.forYear = old.forYear, document.implements = old.implements;
      if (document.type.empty()) document.type = old.type;
    }
  }
}

// The power of ten of the unit that follows a number, "387,425 tỷ"; the unit is removed from the text.
int cutNamedUnit(std::string& text, int otherwise) {
  constexpr std::array<std::pair<std::string_view, int>, 8> names = {{{"ty dong", 9},
                                                                      {"trieu dong", 6},
                                                                      {"nghin dong", 3},
                                                                      {"dong", 0},
                                                                      {"ty", 9},
                                                                      {"trieu", 6},
                                                                      {"tr", 6},
                                                                      {"d", 0}}};
  const auto folded = foldForSearch(text);
  for (const auto& [name, power] : names) {
    if (folded.size() <= name.size() || !folded.ends_with(name)) continue;
    const auto end = text.find_last_of("0123456789");
    if (end == std::string::npos) break;
    text = std::string(trim(std::string_view(text).substr(0, end + 1)));
    return power;
  }
  return otherwise;
}

}  // namespace

Result<Value> readMoney(const FieldDefinition& field, std::string_view given, int unit) {
  std::string text(trim(given));
  Value value;
  for (const auto qualifier :
       {Qualifier::over, Qualifier::under, Qualifier::about, Qualifier::estimated, Qualifier::planned}) {
    const std::string word = std::string(qualifierWord(qualifier)) + " ";
    if (text.starts_with(word)) value.qualifier = qualifier, text = text.substr(word.size());
  }
  const int power = cutNamedUnit(text, unit);
  std::erase(text, ' ');
  const auto number = vietnamese::parseNumber(text);
  if (!number) {
    if (const auto readings = vietnamese::readingsOf(text))
      return fail("value.ambiguous-number", {},
                  {{"given", std::string(given)}, {"decimal", readings->decimal}, {"whole", readings->whole}});
    return fail("value.not-a-number", {}, {{"given", std::string(given)}});
  }
  if (value.qualifier != Qualifier::exact && !field.allows(value.qualifier)) {
    return fail("value.qualifier-not-allowed", {}, {{"given", std::string(qualifierWord(value.qualifier))}});
  }
  const auto dong = times(*number, power);
  if (!dong) return fail("value.not-a-number", {}, {{"given", std::string(given)}});
  CCHC_TRY(auto checked, cellValue(field, {SheetCell::Kind::number, dong->normalised().toText()}));
  checked.qualifier = value.qualifier;
  return checked;
}

namespace {

std::string money(const Value& value, const FieldDefinition& field) {
  std::string text = std::string(qualifierWord(value.qualifier));
  if (!text.empty()) text += " ";
  return text + vietnamese::number(inUnit(*value.number(), unitScale[static_cast<std::size_t>(field.entryUnit)]));
}

}  // namespace

std::string shownText(const FieldDefinition& field, const Value& value, Words words) {
  if (value.blank()) return value.denominator == DenominatorState::noneArose ? words("form.no-cases") : std::string();
  if (field.type == FieldType::money && value.number() != nullptr) return money(value, field);
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) return attachmentText(*attachment);
  return cellText(field, value, words.language);
}

std::string editText(const FieldDefinition& field, const Value& value, Words words) {
  return value.blank() ? std::string() : shownText(field, value, words);
}

Result<Value> readTypedValue(const FieldDefinition& field, std::string_view text, const Value& before) {
  if (trim(text).empty()) return Value{};
  if (field.type == FieldType::money)
    return readMoney(field, text, unitScale[static_cast<std::size_t>(field.entryUnit)]);
  CCHC_TRY(auto value, cellValue(field, {SheetCell::Kind::text, std::string(text)}));
  if (auto* documents = std::get_if<Documents>(&value.content); documents != nullptr && before.documents() != nullptr)
    copyHiddenParts(*before.documents(), *documents);
  return value;
}

std::string sectionTitle(const SectionDefinition& definition, Words words) {
  const auto place = printedPlace(definition.place);
  return (place.empty() ? "" : place + " ") + definition.title.in(words.language);
}

std::string unitText(const FieldDefinition& field, Words words) {
  if (field.type == FieldType::percent || field.type == FieldType::rate) return "%";
  if (field.type == FieldType::money) {
    switch (field.entryUnit) {
      case EntryUnit::dong:
        return words("common.money.dong");
      case EntryUnit::million:
        return words("common.money.million");
      case EntryUnit::billion:
        return words("common.money.billion");
    }
  }
  return field.unit;
}

std::string amountInWords(const FieldDefinition& field, const Value& value) {
  if (field.type != FieldType::money || value.number() == nullptr) return {};
  return vietnamese::money(*value.number());
}

}  // namespace cchc::presentation
