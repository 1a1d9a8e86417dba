#include "core/exchange/values/cell_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

constexpr std::string_view noBreakSpace = "\xc2\xa0";

// Removes all spaces, including those that spreadsheet programs put between thousands.
std::string withoutSpaces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == noBreakSpace)
      ++i;
    else if (text[i] != ' ')
      result += text[i];
  }
  return result;
}

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

bool dropPrefix(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size() || !sameWords(text.substr(0, prefix.size()), prefix)) return false;
  text = trimmed(text.substr(prefix.size()));
  return true;
}

Result<Value> figure(const FieldDefinition& field, const SheetCell& cell) {
  Value value;
  const bool percentage = field.type == FieldType::percent || field.type == FieldType::rate;
  if (cell.kind != SheetCell::Kind::text) {
    auto number = Decimal::parse(cell.text);
    if (number && cell.kind == SheetCell::Kind::percentage && percentage) number = multiply(*number, Decimal(100));
    if (!number || cell.kind == SheetCell::Kind::date) return fail("value.not-a-number", {}, {{"given", cell.text}});
    value.content = number->normalised();
  } else {
    auto text = trimmed(cell.text);
    for (const auto qualifier :
         {Qualifier::over, Qualifier::under, Qualifier::about, Qualifier::estimated, Qualifier::planned}) {
      if (value.qualifier == Qualifier::exact && dropPrefix(text, std::string(qualifierWord(qualifier)) + " "))
        value.qualifier = qualifier;
    }
    if (percentage && !text.empty() && text.back() == '%') text = trimmed(text.substr(0, text.size() - 1));
    const auto number = vietnamese::parseNumber(withoutSpaces(text));
    if (!number) {
      // In "45.8" the dot does not group thousands, so it may be a decimal point or a mistake.
      if (const auto readings = vietnamese::readingsOf(text)) {
        return fail("value.ambiguous-number", {},
                    {{"given", shortened(cell.text)},
                     {"decimal", shortened(readings->decimal)},
                     {"whole", shortened(readings->whole)}});
      }
      return fail("value.not-a-number", {}, {{"given", shortened(cell.text)}});
    }
    value.content = *number;
    if (value.qualifier != Qualifier::exact && !field.allows(value.qualifier)) {
      return fail("value.qualifier-not-allowed", {}, {{"given", std::string(qualifierWord(value.qualifier))}});
    }
  }
  CCHC_CHECK(checkValue(field, value));
  return value;
}

std::optional<Date> dateOf(std::string_view text) {
  text = trimmed(text);
  dropPrefix(text, "ngày ");
  dropPrefix(text, "tháng ");
  const auto iso = Date::parse(text);
  return iso ? iso : Date::parseVietnamese(text);
}

Result<Value> dates(const FieldDefinition& field, std::string_view text) {
  if (field.type == FieldType::date) {
    if (const auto date = dateOf(text)) return Value{*date};
    return fail("value.not-a-date", {}, {{"given", shortened(text)}});
  }
  if (const auto range = DateRange::parse(text)) return Value{*range};
  for (const std::string_view between : {" - ", " – ", " đến "}) {
    const auto at = text.find(between);
    if (at == std::string_view::npos) continue;
    auto first = text.substr(0, at);
    dropPrefix(first, "từ ");
    const auto from = dateOf(first), to = dateOf(text.substr(at + between.size()));
    if (from && to && !(*to < *from)) return Value{DateRange{*from, *to}};
  }
  return fail("value.not-a-range", {}, {{"given", shortened(text)}});
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

// Reads "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện Bình Giang về việc …". Only the symbol is required.
std::optional<DocumentReference> citation(std::string_view text) {
  text = trimmed(text);
  std::size_t typeLength = 0;
  const auto type = typeCodeAt(text, &typeLength);
  text = trimmed(text.substr(typeLength));
  dropPrefix(text, "số ");
  // A date and an issuer may follow the symbol, in either order. The rest is the title.
  const auto nextPart = [](std::string_view rest) {
    auto end = rest.size();
    for (const std::string_view mark : {" ngày ", " của ", " về "}) end = std::min(end, rest.find(mark));
    return end;
  };
  const auto end = nextPart(text);
  const auto symbol = trimmed(text.substr(0, end));
  auto document = parseSymbol(symbol);
  if (!document && !type.empty() &&
      (symbol == "…" || symbol == "...")) {  // "Công văn số … ngày …": the text omits the number
    document.emplace();
    document->type = type;
    document->numberState = NumberState::missing;
  }
  if (!document) return std::nullopt;
  if (!type.empty() && document->type == "CV") document->type = type;
  auto rest = trimmed(text.substr(end));
  for (bool more = true; more;) {
    more = false;
    if (!document->date && dropPrefix(rest, "ngày ")) {
      auto dateText = rest.substr(0, rest.find(' '));
      rest = trimmed(rest.substr(dateText.size()));
      while (!dateText.empty() && (dateText.back() == ',' || dateText.back() == ';')) dateText.remove_suffix(1);
      document->date = dateOf(dateText);
      if (!document->date) return std::nullopt;
      more = true;
    } else if (document->issuer.empty() && dropPrefix(rest, "của ")) {
      const auto about = nextPart(rest);
      document->issuer = foldSpace(rest.substr(0, about));
      rest = trimmed(rest.substr(about));
      more = true;
    }
  }
  document->title = foldSpace(rest);
  return document;
}

Result<Value> documents(const FieldDefinition& field, std::string_view text) {
  Documents all;
  for (std::size_t from = 0; from < text.size();) {
    const auto to =
        field.type == FieldType::document ? text.size() : std::min(text.find_first_of(";\n", from), text.size());
    const auto each = trimmed(text.substr(from, to - from));
    from = to + 1;
    if (each.empty()) continue;
    auto document = citation(each);
    if (!document) return fail("value.not-a-document", {}, {{"given", shortened(each)}});
    all.push_back(std::move(*document));
  }
  return Value{std::move(all)};
}

std::string choiceLabel(const FieldDefinition& field, const std::string& value, Language language) {
  for (const auto& choice : field.choices) {
    if (choice.value == value) return choice.label.in(language);
  }
  return value;
}

std::string documentText(const DocumentReference& document) {
  std::string text;
  const bool named = !document.type.empty();
  if (named) text = typeName(document.type) + " số ";
  text += symbolOf(document);
  if (document.date) text += " ngày " + vietnamese::numericDate(*document.date);
  if (!document.issuer.empty()) text += " của " + document.issuer;
  if (!document.title.empty()) text += (document.title.starts_with("về ") ? " " : " về ") + document.title;
  return text;
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
    return (qualifier.empty() ? "" : qualifier + " ") + vietnamese::number(*number);
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
  if (const auto* documents = value.documents()) return join(*documents, documentText);
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) return attachment->name;
  return {};
}

bool sameWords(std::string_view a, std::string_view b) {
  return foldSpace(foldForSearch(a)) == foldSpace(foldForSearch(b));
}

Result<Value> cellValue(const FieldDefinition& field, const SheetCell& cell) {
  CCHC_CHECK(checkEnterable(field));
  const auto text = trimmed(cell.text);
  if (text.empty()) return Value{};
  switch (field.type) {
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::money:
    case FieldType::percent:
    case FieldType::rate:
      return figure(field, cell);
    case FieldType::date:
    case FieldType::dateRange:
      return dates(field, text);
    case FieldType::yesNo:
      return yesNo(text);
    case FieldType::choice:
    case FieldType::choices:
      return choices(field, text);
    case FieldType::document:
    case FieldType::documents: {
      auto normalised = normaliseText(text);
      if (!normalised) return fail(std::move(normalised).error());
      return documents(field, *normalised);
    }
    case FieldType::text:
    case FieldType::longText: {
      Value value;
      CCHC_CHECK(assignLexical(field, cell.text, value));
      return value;
    }
    case FieldType::attachment:
      break;
  }
  return fail("value.needs-file", {}, {{"given", shortened(text)}});
}

Status setDocumentPart(std::string_view part, const SheetCell& cell, DocumentReference& document) {
  const auto text = trimmed(cell.text);
  const auto wrong = [&] {
    return fail("value.document-attribute", {}, {{"attribute", std::string(part)}, {"given", shortened(text)}});
  };
  if (part == "issuer" || part == "title") {
    auto& target = part == "issuer" ? document.issuer : document.title;
    return assignLine(text, target) ? Status() : wrong();
  }
  if (text.empty()) return {};
  if (part == "date") return (document.date = dateOf(text)) ? Status() : wrong();
  if (part == "for-year") return (document.forYear = yearOf(text)) ? Status() : wrong();
  if (part == "role") {
    const auto role = text == "basis"      ? DocumentRole::basis
                      : text == "issued"   ? DocumentRole::issued
                      : text == "received" ? DocumentRole::received
                                           : DocumentRole::unspecified;
    document.role = role;
    return role == DocumentRole::unspecified ? wrong() : Status();
  }
  return wrong();
}

}  // namespace cchc
