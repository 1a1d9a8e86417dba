#include "core/rules/operand.h"

namespace cchc::rules {

Operand numberOperand(const Decimal& number, Qualifier qualifier) {
  Operand operand;
  operand.type = Operand::Type::number;
  operand.number = number;
  operand.qualifier = qualifier;
  return operand;
}

Operand conditionOperand(bool yes) {
  Operand operand;
  operand.type = Operand::Type::condition;
  operand.yes = yes;
  return operand;
}

Operand absentOperand() {
  Operand operand;
  operand.type = Operand::Type::absent;
  return operand;
}

Operand operandOf(const Value& value) {
  Operand operand;
  operand.qualifier = value.qualifier;
  if (const auto* number = std::get_if<Decimal>(&value.content)) {
    operand.type = Operand::Type::number;
    operand.number = *number;
  } else if (const auto* text = std::get_if<std::string>(&value.content)) {
    operand.type = Operand::Type::text;
    operand.text = *text;
  } else if (const auto* yes = std::get_if<bool>(&value.content)) {
    operand.type = Operand::Type::condition;
    operand.yes = *yes;
  } else if (const auto* date = std::get_if<Date>(&value.content)) {
    operand.type = Operand::Type::date;
    operand.date = *date;
  } else if (const auto* range = std::get_if<DateRange>(&value.content)) {
    operand.type = Operand::Type::range;
    operand.date = range->from;
    operand.to = range->to;
  } else if (const auto* documents = std::get_if<Documents>(&value.content);
             documents != nullptr && !documents->empty()) {
    operand.type = Operand::Type::documents;
    operand.documents = documents;
  }
  return operand;
}

Value valueOf(const Operand& operand, const FieldDefinition& field) {
  Value value;
  value.qualifier = operand.qualifier;
  switch (operand.type) {
    case Operand::Type::number: {
      const bool whole = field.type == FieldType::money || field.type == FieldType::integer;
      const int decimals = whole ? 0 : field.decimals;
      value.content = operand.number.scale() > decimals ? operand.number.rounded(decimals) : operand.number;
      break;
    }
    case Operand::Type::text:
      value.content = std::string(operand.text);
      break;
    case Operand::Type::condition:
      value.content = operand.yes;
      break;
    case Operand::Type::date:
      value.content = operand.date;
      break;
    case Operand::Type::range:
      value.content = DateRange{operand.date, operand.to};
      break;
    case Operand::Type::documents:
      value.content = *operand.documents;
      break;
    case Operand::Type::unknown:
    case Operand::Type::absent:
      break;
  }
  return value;
}

std::optional<int> orderOf(const Operand& a, const Operand& b) {
  using Type = Operand::Type;
  if (a.type != b.type) return std::nullopt;
  switch (a.type) {
    case Type::number:
      return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    case Type::text:
      return a.text.compare(b.text);
    case Type::condition:
      return static_cast<int>(a.yes) - static_cast<int>(b.yes);
    case Type::date:
      return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
    default:
      return std::nullopt;
  }
}

Qualifier joinedQualifier(Qualifier a, Qualifier b) {
  if (a == b || b == Qualifier::exact) return a;
  return a == Qualifier::exact ? b : Qualifier::about;
}

}  // namespace cchc::rules
