// Findings of one field, one table or one rule. Private to rules/.
#pragma once
#include "core/rules/machine.h"

namespace cchc::rules {

class SectionCheck {
 public:
  SectionCheck(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
               const Evaluation& evaluation, const Surroundings& surroundings)
      : form_(definition.definition()),
        program_(definition.program()),
        key_(key),
        data_(data),
        evaluation_(evaluation),
        surroundings_(surroundings),
        machine_(definition, data, evaluation, surroundings) {}

  void field(std::size_t index, std::vector<Finding>& findings);  // limits, stated against computed
  void table(std::size_t index, std::vector<Finding>& findings);  // the same, of its cells
  void rule(std::size_t index, std::vector<Finding>& findings);
  void required(std::vector<Finding>& findings);  // of the whole section

 private:
  // `place()` gives the place: nearly every value is in order, and needs none.
  template <class PlaceOf>
  void value(const FieldDefinition& field, const Effective& effective, const Value& entered, const PlaceOf& place,
             std::vector<Finding>& findings);
  void ruleOnce(std::size_t index, const std::string& row, std::vector<Finding>& findings);
  bool holds(const RuleDefinition& rule, const Operand& left, const Operand& right) const;
  void add(Finding finding, std::vector<Finding>& findings) const;
  Finding ruleFinding(const RuleDefinition& rule, const RuleProgram& program, const Operand& left, const Operand& right,
                      const std::string& row) const;
  std::string figure(const Operand& operand, Expression expression) const;

  const SectionDefinition& form_;
  const Program& program_;
  const SectionKey& key_;
  const SectionData& data_;
  const Evaluation& evaluation_;
  const Surroundings& surroundings_;
  Machine machine_;
};

// A figure in a message: grouped, with its unit sign and its qualifier in words.
std::string figureText(const Decimal& number, FigureKind kind, Qualifier qualifier);
std::string figureText(const Value& value, const FieldDefinition& field);

}  // namespace cchc::rules
