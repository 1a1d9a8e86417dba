// An intermediate value in the evaluation of an expression. Private to rules/.
#pragma once
#include <optional>
#include <string_view>

#include "core/definition/definition.h"
#include "core/model/value.h"

namespace cchc::rules {

// The result of an expression. Unknown is a separate type, and so is the value of a part that is not in force: what
// is absent is left out of sums and of conditions, while what is unknown makes them unknown. Texts and documents are
// borrowed from the section's data or from the program.
struct Operand {
  enum class Type : unsigned char {
    unknown,
    number,
    text,
    condition,
    date,
    range,
    documents,
    absent
  } type = Type::unknown;
  Qualifier qualifier = Qualifier::exact;
  bool yes = false;
  Decimal number;
  std::string_view text;
  Date date, to;  // `to` is the end of a range
  const Documents* documents = nullptr;

  bool known() const { return type != Type::unknown && type != Type::absent; }
  bool absent() const { return type == Type::absent; }
};
// Unknown for a blank value, an attachment, choices or an empty list of documents.
Operand operandOf(const Value& value);
Operand numberOperand(const Decimal& number, Qualifier qualifier = Qualifier::exact);
Operand conditionOperand(bool yes);
Operand absentOperand();
// An unknown or absent operand becomes a blank value. A number with more decimals than the field is rounded half up.
Value valueOf(const Operand& operand, const FieldDefinition& field);
// Below 0 if `a` comes before `b`, 0 if they are equal, above 0 otherwise. nullopt if their types differ or have no
// order: an unknown or absent operand, a range, documents.
std::optional<int> orderOf(const Operand& a, const Operand& b);
// The qualifier of the result of two figures: if one is exact, that of the other; `about` if they differ.
Qualifier joinedQualifier(Qualifier a, Qualifier b);

}  // namespace cchc::rules
