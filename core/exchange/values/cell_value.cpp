#include "core/exchange/values/cell_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "core/base/reading/citation.h"
#include "core/base/reading/date.h"
#include "core/base/reading/money.h"
#include "core/base/reading/qualifier.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/values/typed_value.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

constexpr std::string_view noBreakSpace = "\xc2\xa0";

std::string_view trimmed(std::string_view text) {
  while (true) {
    text = trim(text);
    if (text.substr(0, 2) == noBreakSpace)
      text.remove_prefix(2);
    else if (text.size() >= 2 && text.substr(text.size() - 2) == noBreakSpace)
      text.remove_suffix(2);
    else
      return text;
  }
}

// What the format of a number cell says besides the digits: "5 triệu đồng", "ước 5".
struct ShownWords {
  int power = 0;
  Qualifier qualifier = Qualifier::exact;
};
Result<ShownWords> shownWords(const FieldDefinition& field, std::string_view shown, const reading::Context& context) {
  const bool money = field.type == FieldType::money;
  ShownWords words{money ? context.power : 0, Qualifier::exact};
  if (shown.find_first_not_of("0123456789.,-()% ") == std::string_view::npos) return words;
  auto figure = trimmed(shown);
  words.qualifier = reading::takeQualifier(figure).value_or(Qualifier::exact);
  // The reader refuses units that are no money of this country. Other figures may have any word beside them.
  if (const auto read = typedFigure(field, shown, context); !read && (money || words.qualifier != Qualifier::exact))
    return fail(read.error());
  if (field.type != FieldType::percent && field.type != FieldType::rate)
    words.power = reading::namedPower(shown.substr(shown.find_last_of("0123456789") + 1)).value_or(words.power);
  return words;
}

Result<Value> figure(const FieldDefinition& field, const SheetCell& cell, const reading::Context& context) {
  const bool percentage = field.type == FieldType::percent || field.type == FieldType::rate;
  const bool number = cell.kind == SheetCell::Kind::number || (percentage && cell.kind == SheetCell::Kind::percent);
  if (cell.kind == SheetCell::Kind::text) return typedFigure(field, cell.text, context);
  if (!number) return fail("value.not-a-number", {}, {{"given", shortened(cell.text)}});
  CCHC_TRY(const auto words, shownWords(field, cell.text, context));
  CCHC_TRY(auto value, exactFigure(field, cell.number, words.power));
  value.qualifier = words.qualifier;
  return value;
}

// Refuses a cell whose value is not known.
Status checkKind(const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::error) return fail("value.cell-error", {}, {{"given", shortened(cell.text)}});
  if (cell.kind == SheetCell::Kind::formulaWithoutResult)
    return fail("value.formula-no-result", {}, {{"given", shortened(cell.text)}});
  return {};
}

// A line of text: where a person has broken it in a cell (Alt+Enter), a space stands.
std::string oneLine(std::string_view text) {
  return text.find('\n') == std::string_view::npos ? std::string(text) : foldSpace(text);
}

Result<Value> yesNo(std::string_view text) {
  constexpr std::array<std::string_view, 5> yes = {"yes", "có", "x", "1", "true"};
  constexpr std::array<std::string_view, 4> no = {"no", "không", "0", "false"};
  // The texts of the catalogue are accepted too, so that what cellText writes is always read back.
  const auto isText = [&](std::string_view code) {
    return sameWords(cchc::text(code, Language::vi), text) || sameWords(cchc::text(code, Language::en), text);
  };
  const auto isOneOf = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return sameWords(word, text); });
  };
  if (isOneOf(yes) || isText("common.yes")) return Value{true};
  if (isOneOf(no) || isText("common.no")) return Value{false};
  return fail("value.not-yes-no", {}, {{"given", shortened(text)}});
}

// The value of the choice that has this value or label; the text itself if there is none.
std::string choiceNamed(const FieldDefinition& field, std::string_view text) {
  text = trimmed(text);
  for (const auto& choice : field.choices) {
    if (choice.value == text) return choice.value;
  }
  for (const auto& choice : field.choices) {
    if (sameWords(choice.label.vi, text) || (!choice.label.en.empty() && sameWords(choice.label.en, text)))
      return choice.value;
  }
  return std::string(text);
}

Result<Value> choices(const FieldDefinition& field, std::string_view text) {
  Value value;
  if (field.type == FieldType::choice) {
    value.content = choiceNamed(field, text);
  } else {
    // Labels may contain spaces, so a list of labels is split at semicolons and commas; a list of values is split at
    // spaces, as in the other formats. A label may contain a comma ("các xã, thị trấn"), so a part is split at commas
    // only if no choice has it as its label.
    const bool listed = text.find_first_of(";,\n") != std::string_view::npos || choiceNamed(field, text) != text;
    const auto known = [&](std::string_view part) {
      const auto named = choiceNamed(field, part);
      return std::any_of(field.choices.begin(), field.choices.end(),
                         [&](const Choice& choice) { return choice.value == named; });
    };
    Choices named;
    const auto split = [&](std::string_view whole, std::string_view separators, const auto& add) {
      for (std::size_t from = 0; from < whole.size();) {
        const auto to = std::min(whole.find_first_of(separators, from), whole.size());
        if (const auto each = trimmed(whole.substr(from, to - from)); !each.empty()) add(each);
        from = to + 1;
      }
    };
    const auto addChoice = [&](std::string_view each) { named.push_back(choiceNamed(field, each)); };
    split(text, listed ? ";\n" : " \n\t", [&](std::string_view part) {
      if (known(part))
        addChoice(part);
      else
        split(part, ",", addChoice);
    });
    value.content = std::move(named);
  }
  CCHC_CHECK(checkValue(field, value));
  return value;
}

Result<Value> documents(const FieldDefinition& field, std::string_view text, const reading::Context& context) {
  if (field.type == FieldType::documents) {
    CCHC_TRY(auto all, reading::onlyMeaning(reading::readCitations(text, context), shortened(text)));
    return Value{std::move(all)};
  }
  CCHC_TRY(auto one, reading::onlyMeaning(reading::readCitation(text, context), shortened(text)));
  return Value{Documents{std::move(one)}};
}

std::string choiceLabel(const FieldDefinition& field, const std::string& value, Language language) {
  for (const auto& choice : field.choices) {
    if (choice.value == value) return choice.label.in(language);
  }
  return value;
}

template <class All, class TextOf>
std::string join(const All& all, const TextOf& textOf) {
  std::string joined;
  for (const auto& each : all) joined += (joined.empty() ? "" : "; ") + textOf(each);
  return joined;
}

}  // namespace

std::string cellText(const FieldDefinition& field, const Value& value, Language language) {
  if (const auto* number = value.number()) {
    const std::string qualifier(qualifierWord(value.qualifier));
    auto digits = vietnamese::number(*number);
    // A rate with a dot may be meant with decimals ("1.234"), so it is asked about when it is read.
    const bool rate = field.type == FieldType::percent || field.type == FieldType::rate;
    if (rate && digits.find(',') == std::string::npos) std::erase(digits, '.');
    return (qualifier.empty() ? "" : qualifier + " ") + digits;
  }
  if (const auto* yes = std::get_if<bool>(&value.content))
    return std::string(cchc::text(*yes ? "common.yes" : "common.no", language));
  if (const auto* date = std::get_if<Date>(&value.content)) return vietnamese::numericDate(*date);
  if (const auto* range = std::get_if<DateRange>(&value.content))
    return vietnamese::numericDate(range->from) + " - " + vietnamese::numericDate(range->to);
  if (const auto* text = value.text())
    return field.type == FieldType::choice ? choiceLabel(field, *text, language) : *text;
  if (const auto* choices = std::get_if<Choices>(&value.content)) {
    return join(*choices, [&](const std::string& each) { return choiceLabel(field, each, language); });
  }
  if (const auto* documents = value.documents()) return join(*documents, reading::citationText);
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) return attachment->name;
  return {};
}

bool sameWords(std::string_view a, std::string_view b) {
  return foldSpace(foldForSearch(a)) == foldSpace(foldForSearch(b));
}

Result<Value> cellValue(const FieldDefinition& field, const SheetCell& cell, const reading::Context& context) {
  CCHC_CHECK(checkEnterable(field));
  const auto text = trimmed(cell.text);
  CCHC_CHECK(checkKind(cell));
  if (cell.kind == SheetCell::Kind::blank || (cell.kind == SheetCell::Kind::text && text.empty())) return Value{};
  if (field.type == FieldType::date && cell.kind == SheetCell::Kind::date) {
    Value value{cell.date};
    CCHC_CHECK(checkYears(value));
    return value;
  }
  if (field.type == FieldType::yesNo && cell.kind == SheetCell::Kind::yesNo) return Value{cell.yes};
  switch (field.type) {
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::money:
    case FieldType::percent:
    case FieldType::rate:
      return figure(field, cell, context);
    case FieldType::date:
    case FieldType::dateRange:
      return typedDate(field, text, context);
    case FieldType::yesNo:
      return yesNo(text);
    case FieldType::choice:
    case FieldType::choices:
      return choices(field, text);
    case FieldType::document:
    case FieldType::documents:
      return documents(field, cell.text, context);
    case FieldType::text:
    case FieldType::longText: {
      Value value;
      const auto given = field.type == FieldType::text ? oneLine(cell.text) : cell.text;
      CCHC_CHECK(reading::checkDirection(given));
      CCHC_CHECK(assignLexical(field, given, value));
      return value;
    }
    case FieldType::attachment:
      break;
  }
  return fail("value.needs-file", {}, {{"given", shortened(text)}});
}

Status setDocumentPart(std::string_view part, const SheetCell& cell, DocumentReference& document) {
  CCHC_CHECK(checkKind(cell));
  const auto text = trimmed(cell.text);
  const auto wrong = [&] {
    return fail("value.document-attribute", {}, {{"attribute", std::string(part)}, {"given", shortened(text)}});
  };
  if (part == "issuer" || part == "title") {
    auto& target = part == "issuer" ? document.issuer : document.title;
    return assignLine(text, target) ? Status() : wrong();
  }
  if (text.empty()) return {};
  if (part == "date") {
    // What a format shows of a date may be in another order.
    const auto date =
        cell.kind == SheetCell::Kind::date ? reading::Reading<Date>(cell.date) : reading::readDate(text, {});
    const auto* known = std::get_if<Date>(&date);
    if (known == nullptr || !reading::hasPlausibleYear(*known)) return wrong();
    document.date = *known;
    return {};
  }
  if (part == "for-year") return (document.forYear = yearOf(text)) ? Status() : wrong();
  if (part == "role") {
    const auto role = documentRoleOf(text);
    if (!role) return wrong();
    document.role = *role;
    return {};
  }
  return wrong();
}

}  // namespace cchc
