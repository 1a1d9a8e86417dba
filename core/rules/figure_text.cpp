#include "core/rules/figure_text.h"

#include "core/base/texts.h"
#include "core/base/vietnamese.h"

namespace cchc::rules {

std::string figureText(const Decimal& number, FigureKind kind, Qualifier qualifier) {
  auto text = kind == FigureKind::money     ? vietnamese::money(number)
              : kind == FigureKind::percent ? vietnamese::percent(number)
                                            : vietnamese::number(number);
  if (qualifier != Qualifier::exact) text = std::string(qualifierWord(qualifier)) + " " + text;
  return text;
}

std::string figureText(const Value& value, const FieldDefinition& field) {
  if (const auto* number = value.number()) {
    const auto kind = field.type == FieldType::money                                      ? FigureKind::money
                      : field.type == FieldType::percent || field.type == FieldType::rate ? FigureKind::percent
                                                                                          : FigureKind::plain;
    return figureText(*number, kind, value.qualifier);
  }
  if (const auto* date = std::get_if<Date>(&value.content)) return vietnamese::date(*date);
  if (const auto* range = std::get_if<DateRange>(&value.content)) return vietnamese::dateRange(*range);
  if (const auto* yes = std::get_if<bool>(&value.content))
    return std::string(cchc::text(*yes ? "value.yes" : "value.no", Language::vi));
  if (const auto* documents = value.documents()) {
    std::string text;
    for (const auto& document : *documents) text += (text.empty() ? "" : ", ") + symbolOf(document);
    return text;
  }
  return lexical(value);
}

}  // namespace cchc::rules
