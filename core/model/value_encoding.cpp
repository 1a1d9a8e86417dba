// Any value as one text, for the store and the journal.
#include <algorithm>
#include <charconv>
#include <vector>

#include "core/model/text_line.h"
#include "core/model/value.h"

namespace cchc {
namespace {

template <class Number>
bool number(const std::string& text, Number& out) {
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failed == std::errc() && end == text.data() + text.size();
}

std::string documentLine(const DocumentReference& d) {
  std::vector<std::string> parts = {d.type,
                                    d.number,
                                    d.year,
                                    d.issuerCode,
                                    d.date ? d.date->toText() : "",
                                    d.issuer,
                                    d.title,
                                    d.forYear ? std::to_string(*d.forYear) : "",
                                    std::to_string(static_cast<int>(d.role)),
                                    std::to_string(static_cast<int>(d.numberState)),
                                    d.implements};
  // Without a symbol of its own, a document has the text that it has in older journals, and so the same digest.
  if (!d.symbol.empty()) parts.push_back(d.symbol);
  return joinedLine(parts);
}

std::optional<DocumentReference> documentOf(std::string_view line) {
  const auto parts = splitLine(line);
  if (parts.size() != 11 && parts.size() != 12) return std::nullopt;
  DocumentReference d;
  d.type = parts[0], d.number = parts[1], d.year = parts[2], d.issuerCode = parts[3], d.issuer = parts[5],
  d.title = parts[6], d.implements = parts[10];
  if (!parts[4].empty() && !(d.date = Date::parse(parts[4]))) return std::nullopt;
  int year = 0, role = 0, state = 0;
  if (!parts[7].empty()) {
    if (!number(parts[7], year)) return std::nullopt;
    d.forYear = year;
  }
  if (!number(parts[8], role) || role < 0 || role > 3 || !number(parts[9], state) || state < 0 || state > 2)
    return std::nullopt;
  d.role = static_cast<DocumentRole>(role);
  d.numberState = static_cast<NumberState>(state);
  if (parts.size() == 12) setSymbol(d, parts[11]);
  return d;
}

Result<Value> decodeContent(FieldType type, std::string_view text) {
  if (type == FieldType::document || type == FieldType::documents) {
    Documents documents;
    for (std::size_t from = 0; from < text.size();) {
      const auto to = std::min(text.find('\n', from), text.size());
      auto document = documentOf(text.substr(from, to - from));
      if (!document)
        return fail("value.damaged", "", {{"given", std::string(text.substr(from, 60))}}, ErrorKind::failure);
      documents.push_back(std::move(*document));
      from = to + 1;
    }
    return Value{std::move(documents)};
  }
  if (type == FieldType::attachment) {
    const auto parts = splitLine(text);
    Attachment attachment;
    if (parts.size() != 4 || !number(parts[3], attachment.size))
      return fail("value.damaged", "", {{"given", std::string(text.substr(0, 60))}}, ErrorKind::failure);
    attachment.name = parts[0], attachment.mediaType = parts[1], attachment.digest = parts[2];
    return Value{std::move(attachment)};
  }
  return parseLexical(type, text);
}

}  // namespace

std::string encodeValue(const Value& value) {
  if (value.blank()) return {};
  std::string text;
  if (value.qualifier != Qualifier::exact) text += "{" + std::string(qualifierName(value.qualifier)) + "}";
  if (value.denominator != DenominatorState::unspecified)
    text += "{" + std::string(denominatorName(value.denominator)) + "}";
  if (value.base != RateBase::unspecified) text += "{of " + std::string(rateBaseName(value.base)) + "}";
  if (const auto* documents = value.documents()) {
    for (const auto& document : *documents)
      text += (&document == &documents->front() ? "" : "\n") + documentLine(document);
    return text;
  }
  if (const auto* attachment = std::get_if<Attachment>(&value.content)) {
    return text +
           joinedLine({attachment->name, attachment->mediaType, attachment->digest, std::to_string(attachment->size)});
  }
  return text + lexical(value);
}

Result<Value> decodeValue(FieldType type, std::string_view text) {
  if (text.empty()) return Value{};
  Qualifier qualifier = Qualifier::exact;
  DenominatorState denominator = DenominatorState::unspecified;
  RateBase base = RateBase::unspecified;
  while (isNumeric(type) && text.starts_with('{')) {
    const auto close = text.find('}');
    if (close == std::string_view::npos)
      return fail("value.damaged", "", {{"given", std::string(text.substr(0, 60))}}, ErrorKind::failure);
    const auto word = text.substr(1, close - 1);
    if (const auto state = denominatorOf(word))
      denominator = *state;
    else if (const auto known = qualifierOf(word))
      qualifier = *known;
    else if (const auto of = rateBaseOf(word.starts_with("of ") ? word.substr(3) : std::string_view()))
      base = *of;
    else
      return fail("value.damaged", "", {{"given", std::string(text.substr(0, 60))}}, ErrorKind::failure);
    text.remove_prefix(close + 1);
  }
  CCHC_TRY(Value value, decodeContent(type, text));
  value.qualifier = qualifier;
  value.denominator = denominator;
  value.base = base;
  return value;
}

}  // namespace cchc
