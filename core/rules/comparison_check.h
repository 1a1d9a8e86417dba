// Finds comparisons that cannot be meant: of a number with a text, of a choice with what is none of its choices, or
// with a result that never changes. Private to rules/.
#pragma once
#include "core/definition/problems.h"
#include "core/rules/binder.h"

namespace cchc::rules {

// One side of a comparison; all members are borrowed.
struct ComparedSide {
  const Syntax& syntax;
  const Bound& bound;
  const ExpressionText& text;
  const Program& program;
};

class ComparisonCheck {
 public:
  explicit ComparisonCheck(DefinitionProblems& problems) : problems_(problems) {}

  // `op`: one of the six comparisons. Notes definition.wrong-type, definition.unknown-choice and, as a warning,
  // definition.always-same.
  void compare(RuleOperator op, const ComparedSide& left, const ComparedSide& right);
  // Notes that the condition there is always true, or never.
  void alwaysSame(const ExpressionText& text, std::size_t position, bool always);
  // Notes parts of a conjunction that exclude each other: kind = "a" and kind = "b".
  void exclude(const Syntax& conjunction, const ExpressionText& text);

 private:
  void wrongType(const ComparedSide& side, std::string_view given, std::string_view wanted);
  bool checkTypes(RuleOperator op, const ComparedSide& left, const ComparedSide& right);
  void checkChoice(const ComparedSide& value, const ComparedSide& word);

  DefinitionProblems& problems_;
};

}  // namespace cchc::rules
