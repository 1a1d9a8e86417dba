#include "core/rules/evaluate_text.h"

#include "core/rules/machine.h"

namespace cchc {

// The expression becomes a rule of a definition whose fields are the names.
Result<std::string> evaluateText(std::string_view expression, const std::vector<Parameter>& names) {
  auto definition = std::make_shared<SectionDefinition>();
  definition->id = DefinitionId("expression");
  definition->groups.emplace_back();
  for (const auto& name : names) {
    FieldDefinition field;
    field.id = name.name;
    const auto number = Decimal::parse(name.value);
    field.type = number || name.value.empty() ? FieldType::decimal : FieldType::text;
    field.decimals = Decimal::maximumScale;
    definition->fieldIndexes[field.id] = definition->fields.size();
    definition->fields.push_back(std::move(field));
  }
  RuleDefinition rule;
  rule.left = rule.right = {std::string(expression), 1};
  definition->rules.push_back(std::move(rule));
  CCHC_TRY(const auto compiled, CompiledDefinition::compile(definition));
  auto data = emptyData(*definition);
  for (std::size_t i = 0; i < names.size(); ++i) {
    CCHC_TRY(data.fields[i], parseLexical(definition->fields[i].type, names[i].value));
  }
  const Surroundings nothing;
  const auto evaluation = evaluate(*compiled, data, nothing);
  const auto operand = rules::Machine(*compiled, data, evaluation, nothing).run(compiled->program().rules.front().left);
  if (operand.type == rules::Operand::Type::number) return operand.number.normalised().toText();
  if (operand.type == rules::Operand::Type::condition) return std::string(operand.yes ? "yes" : "no");
  FieldDefinition plain;
  return lexical(rules::valueOf(operand, plain));
}

}  // namespace cchc
