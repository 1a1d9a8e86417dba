#include "core/model/value.h"

#include <algorithm>

#include "core/base/text.h"

namespace cchc {
namespace {

struct Lexical {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Decimal& number) const { return number.toText(); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(const Date& date) const { return date.toText(); }
  std::string operator()(const DateRange& range) const { return range.toText(); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Choices& choices) const {
    std::string text;
    for (const auto& choice : choices) text += (text.empty() ? "" : " ") + choice;
    return text;
  }
  std::string operator()(const Documents&) const { return {}; }
  std::string operator()(const Attachment& attachment) const { return attachment.digest; }
};

tl::unexpected<Error> wrong(std::string_view code, std::string_view given) {
  return fail(code, "", {{"given", shortened(given)}});
}

template <class T>
Result<Value> parsed(std::optional<T> content, std::string_view code, std::string_view given) {
  if (!content) return wrong(code, given);
  return Value{std::move(*content)};
}

}  // namespace

std::string lexical(const Value& value) { return std::visit(Lexical{}, value.content); }

Result<Value> parseLexical(FieldType type, std::string_view text) {
  if (text.empty()) return Value{};
  switch (type) {
    case FieldType::integer:
    case FieldType::money: {
      const auto number = Decimal::parse(text);
      if (!number) return wrong(type == FieldType::money ? "value.not-money" : "value.not-a-number", text);
      if (number->scale() != 0) return wrong("value.not-whole", text);
      return Value{*number};
    }
    case FieldType::decimal:
    case FieldType::percent:
    case FieldType::rate:
      return parsed(Decimal::parse(text), "value.not-a-number", text);
    case FieldType::date:
      return parsed(Date::parse(text), "value.not-a-date", text);
    case FieldType::dateRange:
      return parsed(DateRange::parse(text), "value.not-a-range", text);
    case FieldType::yesNo:
      if (text == "yes" || text == "no") return Value{text == "yes"};
      return wrong("value.not-yes-no", text);
    case FieldType::choices: {
      Choices choices;
      for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find_first_of(" \t\n", from), text.size());
        if (to > from) choices.emplace_back(text.substr(from, to - from));
        from = to + 1;
      }
      return Value{std::move(choices)};
    }
    case FieldType::text:
    case FieldType::longText:
    case FieldType::choice:
      return Value{std::string(text)};
    case FieldType::document:
    case FieldType::documents:
    case FieldType::attachment:
      break;
  }
  return wrong("value.needs-element", text);
}

}  // namespace cchc
