// Evaluates bound expressions over one section. Private to rules/.
#pragma once
#include <cstddef>
#include <cstdint>

#include "core/rules/evaluation.h"
#include "core/rules/operand.h"
#include "core/rules/program.h"

namespace cchc::rules {

// Borrows all its arguments; for one thread.
class Machine {
 public:
  Machine(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
          const Surroundings& surroundings)
      : form_(definition.definition()),
        program_(definition.program()),
        data_(data),
        evaluation_(evaluation),
        surroundings_(surroundings) {}

  // Sets the row whose cells the columns in expressions refer to.
  void setRow(std::size_t row) { row_ = row; }
  Operand run(Expression expression) const { return eval(static_cast<std::uint32_t>(expression)); }

 private:
  const Node& part(const Node& node, std::uint32_t index) const {
    return program_.nodes[program_.parts[node.firstPart + index]];
  }
  Operand evalPart(const Node& node, std::uint32_t index) const { return eval(program_.parts[node.firstPart + index]); }
  Operand eval(std::uint32_t index) const;
  Operand arithmetic(const Node& node) const;
  Operand comparison(const Node& node) const;
  Operand logic(const Node& node) const;
  Operand choice(const Node& node) const;
  Operand quotient(const Node& node) const;
  Operand extreme(const Node& node) const;
  Operand overRows(const Node& node) const;
  Operand outside(const Node& node) const;
  Operand ofCircumstances(const Node& node) const;
  Operand ofDate(const Node& node) const;
  Operand ofDocument(const Node& node) const;
  Operand statedOf(const Node& node) const;

  const SectionDefinition& form_;
  const Program& program_;
  const SectionData& data_;
  const Evaluation& evaluation_;
  const Surroundings& surroundings_;
  mutable std::size_t row_ = 0;
};

}  // namespace cchc::rules
