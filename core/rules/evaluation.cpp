#include "core/rules/evaluation.h"

#include "core/rules/evaluator.h"
#include "core/rules/machine.h"

namespace cchc {

void evaluate(const CompiledDefinition& definition, const SectionData& data, const Surroundings& surroundings,
              Evaluation& result) {
  rules::Evaluator(definition, data, surroundings, result).evaluateAll();
}

Evaluation evaluate(const CompiledDefinition& definition, const SectionData& data, const Surroundings& surroundings) {
  Evaluation result;
  evaluate(definition, data, surroundings, result);
  return result;
}

std::vector<std::size_t> viewRows(const CompiledDefinition& definition, std::size_t view, const SectionData& data,
                                  const Evaluation& evaluation) {
  const auto table = *definition.definition().tableIndex(definition.definition().views[view].table);
  const Surroundings nothing;
  rules::Machine machine(definition, data, evaluation, nothing);
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < data.tables[table].rows.size(); ++r) {
    if (!evaluation.inForce.row(table, r)) continue;
    machine.setRow(r);
    const auto shown = machine.run(definition.program().views[view]);
    if (shown.type == rules::Operand::Type::condition && shown.yes) rows.push_back(r);
  }
  return rows;
}

const std::vector<std::string>& usesOf(const CompiledDefinition& definition, std::size_t field) {
  return definition.program().uses[field];
}

}  // namespace cchc
