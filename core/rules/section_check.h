// Findings of one field, one table or one rule. Private to rules/.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/finding.h"
#include "core/rules/adding/openings.h"
#include "core/rules/machine.h"
#include "core/rules/sanity/sanity.h"

namespace cchc::rules {

// Borrows all its arguments; for one thread. Each method appends to `findings`, with the explanations in the data.
class SectionCheck {
 public:
  SectionCheck(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
               const Evaluation& evaluation, const Surroundings& surroundings)
      : definition_(definition),
        form_(definition.definition()),
        program_(definition.program()),
        key_(key),
        data_(data),
        evaluation_(evaluation),
        surroundings_(surroundings),
        machine_(definition, data, evaluation, surroundings),
        sanity_(definition, key, data, evaluation, surroundings) {}

  // Each checks only what is in force.
  // Checks limits, and compares the stated figure with the computed one, and an opening stock with the closing stock
  // of the period before, and with the opening stock of an earlier period that begins on the same day; then what needs
  // no rule (sanity/sanity.h).
  void checkField(std::size_t index, std::vector<Finding>& findings);
  // The same for all cells of a table, and finds rows with the same key.
  void checkTable(std::size_t index, std::vector<Finding>& findings);
  void checkRule(std::size_t index, std::vector<Finding>& findings);
  // Checks what must be filled in before the section is submitted.
  void checkRequired(std::vector<Finding>& findings);

 private:
  // `place()` constructs the place only when needed: it takes time, and most values have no finding.
  template <class PlaceOf>
  void checkValue(const FieldDefinition& field, const Effective& effective, const Value& entered, const PlaceOf& place,
                  std::vector<Finding>& findings);
  void checkRuleOnce(std::size_t index, const std::string& row, std::vector<Finding>& findings);
  bool holds(const RuleDefinition& rule, const Operand& left, const Operand& right) const;
  void checkKeys(std::size_t index, std::vector<Finding>& findings) const;
  void add(Finding finding, std::vector<Finding>& findings) const;
  void addOpening(const std::optional<OpeningDifference>& found, std::vector<Finding>& findings) const;
  void addOpeningChange(const std::optional<OpeningDifference>& found, std::vector<Finding>& findings) const;
  SectionView ownView() const { return {&definition_, &data_, &evaluation_}; }
  Finding ruleFinding(const RuleDefinition& rule, const RuleProgram& program, const Operand& left, const Operand& right,
                      const std::string& row) const;
  std::string figure(const Operand& operand, Expression expression) const;

  const CompiledDefinition& definition_;
  const SectionDefinition& form_;
  const Program& program_;
  const SectionKey& key_;
  const SectionData& data_;
  const Evaluation& evaluation_;
  const Surroundings& surroundings_;
  Machine machine_;
  Sanity sanity_;
};

}  // namespace cchc::rules
