// The value of one field or cell. A value without content is blank, which is not zero.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/document_reference.h"
#include "core/base/reading/qualifier.h"
#include "core/base/result.h"

namespace cchc {

enum class FieldType : unsigned char {
  integer,
  decimal,
  money,
  percent,
  rate,
  date,
  dateRange,
  text,
  longText,
  choice,
  choices,
  yesNo,
  document,
  documents,
  attachment
};
bool isNumeric(FieldType type);                  // integer, decimal, money, percent, rate
std::string_view fieldTypeName(FieldType type);  // "long-text", as in a definition
std::optional<FieldType> fieldTypeOf(std::string_view name);

// What is known about the denominator of a rate that was entered without its parts. noneArose: it is zero.
enum class DenominatorState : unsigned char { unspecified, unknown, noneArose };
std::string_view denominatorName(DenominatorState state);  // "none-arose"; "" for unspecified
std::optional<DenominatorState> denominatorOf(std::string_view name);

// What a stated rate is a percentage of. The base belongs to the figure: 445/450 is 98,89 % of the dossiers received,
// 19.255/19.944 is 96,55 % of those due. Rates of different bases are not compared.
enum class RateBase : unsigned char { unspecified, received, resolved, due };
std::string_view rateBaseName(RateBase base);  // "received"; "" for unspecified
std::optional<RateBase> rateBaseOf(std::string_view name);

struct Attachment {
  std::string name, mediaType, digest;  // the store keeps the bytes under their SHA-256
  std::size_t size = 0;
  bool operator==(const Attachment&) const = default;
};
using Choices = std::vector<std::string>;
using Documents = std::vector<DocumentReference>;

struct Value {
  using Content =
      std::variant<std::monostate, Decimal, bool, Date, DateRange, std::string, Choices, Documents, Attachment>;
  Content content;
  Qualifier qualifier = Qualifier::exact;
  DenominatorState denominator = DenominatorState::unspecified;
  RateBase base = RateBase::unspecified;

  // Removes qualifier, state of the denominator and base.
  void clearMarks() {
    qualifier = Qualifier::exact;
    denominator = DenominatorState::unspecified;
    base = RateBase::unspecified;
  }
  bool blank() const { return content.index() == 0; }
  const Decimal* number() const { return std::get_if<Decimal>(&content); }
  const std::string* text() const { return std::get_if<std::string>(&content); }
  const Documents* documents() const { return std::get_if<Documents>(&content); }
  bool operator==(const Value&) const = default;
};

// The canonical text of a value without its qualifier: "97.22", "2023-08-28", "yes", "a b c"; "" for documents; the
// digest for an attachment.
std::string lexical(const Value& value);
// The inverse, for all types except documents and attachments. Blank for "".
// Errors, with the first 60 bytes of the text as the parameter `given`:
//   value.not-a-number, value.not-money, value.not-whole, value.not-a-date, value.not-a-range, value.not-yes-no
//   value.needs-element   the type is a document, documents or an attachment
Result<Value> parseLexical(FieldType type, std::string_view text);

// Any value as one text, for the store and the journal: qualifier, denominator and base in braces before the canonical
// text ("{over}45", "{unknown}97.22", "{of due}96.55"); each document is a line (text_line.h). "" for blank.
std::string encodeValue(const Value& value);
// The inverse.
// Errors: those of parseLexical, and
//   value.damaged   encodeValue cannot have written this text
Result<Value> decodeValue(FieldType type, std::string_view text);

}  // namespace cchc
