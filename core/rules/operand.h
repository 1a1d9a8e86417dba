// A value while an expression is evaluated. Private to rules/.
#pragma once
#include <string_view>

#include "core/definition/definition.h"
#include "core/model/value.h"

namespace cchc::rules {

// The result of an expression. Unknown is a type of its own. Texts and documents are borrowed from the section's data
// or from the program.
struct Operand {
  enum class Type : unsigned char { unknown, number, text, condition, date, range, documents } type = Type::unknown;
  Qualifier qualifier = Qualifier::exact;
  bool yes = false;
  Decimal number;
  std::string_view text;
  Date date, to;  // `to` is the end of a range
  const Documents* documents = nullptr;

  bool known() const { return type != Type::unknown; }
};
// Unknown for a blank value, an attachment, choices and an empty list of documents.
Operand operandOf(const Value& value);
Operand numberOperand(const Decimal& number, Qualifier qualifier = Qualifier::exact);
Operand conditionOperand(bool yes);
// Unknown gives a blank value. A number with more decimals than the field has is rounded half up to them.
Value valueOf(const Operand& operand, const FieldDefinition& field);
// The qualifier of a result of two figures: that of one where the other is exact, `about` where they differ.
Qualifier joinedQualifier(Qualifier a, Qualifier b);

}  // namespace cchc::rules
