// Evaluates fields and tables into an Evaluation. Private to rules/.
#pragma once
#include "core/rules/machine.h"

namespace cchc::rules {

// Borrows all its arguments; for one thread.
class Evaluator {
 public:
  Evaluator(const CompiledDefinition& definition, const SectionData& data, const Surroundings& surroundings,
            Evaluation& result)
      : form_(definition.definition()),
        program_(definition.program()),
        data_(data),
        surroundings_(surroundings),
        result_(result),
        machine_(definition, data, result, surroundings) {}

  void evaluateAll();
  // Everything that the field or table reads must have been evaluated before.
  void evaluateField(std::size_t index);
  void evaluateTable(std::size_t index);

 private:
  void layOut();
  void setCell(std::size_t table, std::size_t row, std::size_t column);
  static void setAbsent(Effective& effective);
  void setEntered(const FieldDefinition& field, const FieldProgram& program, const Value& entered,
                  Effective& effective) const;
  void compute(const FieldDefinition& field, const FieldProgram& program, const Value& entered, Effective& effective);
  void setReporting(const FieldProgram& program, Effective& effective) const;

  const SectionDefinition& form_;
  const Program& program_;
  const SectionData& data_;
  const Surroundings& surroundings_;
  Evaluation& result_;
  Machine machine_;
};

}  // namespace cchc::rules
