#include "core/narrative/display.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/base/vietnamese.h"

namespace cchc {
namespace {

// The formats of a tag: "plain|padded".
class Formats {
 public:
  explicit Formats(std::string_view text) : text_(text) {}
  bool has(std::string_view name) const {
    for (std::size_t at = text_.find(name); at != std::string_view::npos; at = text_.find(name, at + 1)) {
      const bool starts = at == 0 || text_[at - 1] == '|';
      const bool ends = at + name.size() == text_.size() || text_[at + name.size()] == '|';
      if (starts && ends) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
};

std::string figure(const FieldDefinition& field, const Decimal& number, const Formats& formats) {
  switch (field.type) {
    case FieldType::money:
      if (formats.has("plain")) return vietnamese::number(number);
      return formats.has("full") || field.entryUnit == EntryUnit::dong ? vietnamese::dong(number)
                                                                       : vietnamese::money(number);
    case FieldType::percent:
    case FieldType::rate:
      return vietnamese::percent(number);
    default:
      break;
  }
  auto text = formats.has("padded") ? vietnamese::padded(number) : vietnamese::number(number);
  if (!formats.has("plain") && !field.unit.empty()) text += " " + field.unit;
  return text;
}

std::string documentText(const DocumentReference& document, const Formats& formats, std::string_view ownBody) {
  if (formats.has("title")) return document.title;
  if (formats.has("number")) return symbolOf(document);
  if (formats.has("date")) return document.date ? vietnamese::date(*document.date) : std::string();
  std::string text = typeName(document.type);
  if (document.numberState != NumberState::notCited) {
    const auto symbol = document.numberState == NumberState::missing ? std::string("…") : symbolOf(document);
    if (!symbol.empty())
      text += (text.empty() ? "" : " ") + cchc::text("citation.number", Language::vi, {{"symbol", symbol}});
  }
  if (document.date) {
    const auto date = vietnamese::date(*document.date);
    text += " " + (document.date->hasDay() ? cchc::text("citation.date", Language::vi, {{"date", date}}) : date);
  }
  if (!formats.has("short") && !document.issuer.empty() &&
      (ownBody.empty() || bodyKey(document.issuer) != bodyKey(ownBody))) {
    text += " " + cchc::text("citation.issuer", Language::vi, {{"issuer", document.issuer}});
  }
  if (formats.has("full") && !document.title.empty()) text += " " + document.title;
  return text;
}

std::string choiceLabel(const FieldDefinition& field, const std::string& value) {
  const auto choice =
      std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.value == value; });
  return choice == field.choices.end() ? value : choice->label.vi;
}

struct ContentText {
  const FieldDefinition& field;
  const Formats& formats;
  std::string_view ownBody;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Decimal& number) const { return figure(field, number, formats); }
  std::string operator()(bool yes) const {
    return std::string(cchc::text(yes ? "value.yes" : "value.no", Language::vi));
  }
  std::string operator()(const Date& date) const {
    return formats.has("words") ? vietnamese::longDate(date) : vietnamese::date(date);
  }
  std::string operator()(const DateRange& range) const { return vietnamese::dateRange(range); }
  std::string operator()(const std::string& text) const {
    return field.type == FieldType::choice ? choiceLabel(field, text) : text;
  }
  std::string operator()(const Choices& choices) const {
    return list(choices, ", ", [&](const std::string& choice) { return choiceLabel(field, choice); });
  }
  std::string operator()(const Documents& documents) const {
    return list(documents, "; ",
                [&](const DocumentReference& document) { return documentText(document, formats, ownBody); });
  }
  std::string operator()(const Attachment& attachment) const { return attachment.name; }

  template <class Item, class TextOf>
  std::string list(const std::vector<Item>& items, std::string_view separator, const TextOf& textOf) const {
    if (formats.has("count")) return vietnamese::padded(Decimal(static_cast<std::int64_t>(items.size())));
    std::string text;
    for (const auto& item : items) {
      if (!text.empty()) text += separator;
      text += textOf(item);
    }
    return text;
  }
};

}  // namespace

std::string display(const FieldDefinition& field, const Effective& effective, std::string_view format,
                    std::string_view ownBody) {
  const Formats formats(format);
  const Value& value = effective.value();
  if (value.blank()) return field.required == Required::submit && effective.relevant ? "…" : "";
  auto text = std::visit(ContentText{field, formats, ownBody}, value.content);
  if (isNumeric(field.type) && value.qualifier != Qualifier::exact && !formats.has("bare")) {
    text = std::string(qualifierWord(value.qualifier)) + " " + text;
  }
  if (formats.has("lower")) text = lowerFirst(text);
  if (formats.has("capital")) text = upperFirst(text);
  return text;
}

}  // namespace cchc
