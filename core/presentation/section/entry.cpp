#include "core/presentation/section/entry.h"

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/values/cell_value.h"
#include "core/presentation/section/attachments.h"

namespace cchc::presentation {
namespace {

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

std::string money(const Value& value, const FieldDefinition& field) {
  std::string text = std::string(qualifierWord(value.qualifier));
  if (!text.empty()) text += " ";
  return text + vietnamese::number(inUnit(*value.number(), entryPower(field.entryUnit)));
}

}  // namespace

int entryPower(EntryUnit unit) { return unit == EntryUnit::billion ? 9 : unit == EntryUnit::million ? 6 : 0; }

std::string shownText(const FieldDefinition& field, const Value& value, Words words) {
  if (value.blank()) return value.denominator == DenominatorState::noneArose ? words("form.no-cases") : std::string();
  if (field.type == FieldType::money && value.number() != nullptr) return money(value, field);
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) return attachmentText(*attachment);
  return cellText(field, value, words.language);
}

std::string editText(const FieldDefinition& field, const Value& value, Words words) {
  return value.blank() ? std::string() : shownText(field, value, words);
}

Result<Value> readTypedValue(const FieldDefinition& field, std::string_view text, const Value& before,
                             reading::Context context) {
  if (trim(text).empty()) return Value{};
  context.power = entryPower(field.entryUnit);
  CCHC_TRY(auto value, cellValue(field, SheetCell::ofText(std::string(text)), context));
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
