// Binds a parsed expression to slots and checks types. Private to rules/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/definition/problems.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/program.h"
#include "core/rules/syntax.h"

namespace cchc::rules {

enum class ExpressionType : unsigned char { any, number, text, condition, date, range, documents };

// A part of an expression, bound.
struct Bound {
  std::uint32_t node = 0;
  ExpressionType type = ExpressionType::any;
  const FieldDefinition* field = nullptr;  // whose value it is, if it is a name; borrowed
  std::optional<Decimal> number;           // of literals alone
  bool literal = false;                    // a number, a text, yes or no
};

// Appends to the given program. What is wrong is noted at its place in the definition's file, and binding goes on; the
// program of an expression with errors must not be run.
class Binder {
 public:
  // All are borrowed. `together`: the definitions that are checked together, for the rules on forms; null: those rules
  // are not checked.
  Binder(const SectionDefinition& definition, Program& program, DefinitionProblems& problems,
         const DefinitionsTogether* together)
      : definition_(definition), program_(program), problems_(problems), together_(together) {}

  // Sets the table whose columns can be named in the expressions bound next; nullopt for the expressions of fields.
  void setTable(std::optional<std::size_t> table) { table_ = table; }
  // `wanted`: the type that the result must have; `any` allows all. Notes:
  //   definition.expression        the text is not an expression
  //   definition.unknown-name, definition.unknown-function
  //   definition.minor             a name that the format has only had since minor version 1
  //   definition.wrong-arguments   the wrong number or kind of arguments
  //   definition.wrong-type
  // and, with the rules on forms:
  //   definition.unknown-definition, .unknown-field   it names another definition, or a field of one, that is not there
  //   definition.wrong-type        two sides of different types are compared
  //   definition.unknown-choice    a value is compared with a text that it never is
  //   definition.always-same       a condition that is always true, or never (a warning)
  Expression bind(const ExpressionText& expression, ExpressionType wanted);
  // The same for the two sides of a rule.
  std::pair<Expression, Expression> bindRule(const RuleDefinition& rule);
  std::pair<ExpressionType, ExpressionType> typesOfRule() const { return ruleTypes_; }  // of the last one

  // What expressions read.
  struct Reads {
    std::set<Cell> cells;
    std::set<std::uint32_t> columns;  // of the table that was set
    std::set<std::uint32_t> definitions;
    std::set<std::string> places;
  };
  // What the expressions bound since the last call read.
  Reads releaseReads() { return std::exchange(reads_, {}); }

 private:
  struct Side {
    Syntax syntax;
    Bound bound;
    const ExpressionText* text = nullptr;
  };
  std::optional<Side> bindSide(const ExpressionText& expression, ExpressionType wanted);
  Bound bindSyntax(const Syntax& syntax);
  Bound bindBinary(const Syntax& syntax);
  Bound bindName(const Syntax& syntax);
  Bound bindOther(const Syntax& syntax, Op op);
  Bound bindCall(const Syntax& syntax);
  Bound bindRows(const Syntax& syntax, Op op);
  Bound bindParts(const Syntax& syntax, Node node, ExpressionType parts, ExpressionType result,
                  std::vector<Bound>* bound = nullptr);
  Bound bindWanted(const Syntax& syntax, ExpressionType wanted);
  Bound add(Node node, const std::vector<Bound>& parts, ExpressionType type);
  Bound addField(Node node, const FieldDefinition& field, const std::string& name);
  // Of a field of another definition.
  void checkOther(const Syntax& syntax, Op op, std::string_view id, std::string_view field, Bound& bound);
  std::uint32_t text(std::string value);
  std::uint32_t definition(std::string_view id);
  std::vector<std::string> knownNames() const;
  Bound unknownName(const Syntax& syntax, const std::vector<std::string>& known);
  Bound wrong(std::string_view code, const Syntax& syntax, std::vector<Parameter> parameters);
  void wrongType(const Syntax& syntax, ExpressionType given, ExpressionType wanted);

  const SectionDefinition& definition_;
  Program& program_;
  DefinitionProblems& problems_;
  const DefinitionsTogether* together_;
  std::optional<std::size_t> table_;
  const ExpressionText* expression_ = nullptr;
  Reads reads_;
  std::pair<ExpressionType, ExpressionType> ruleTypes_;
};

FigureKind kindOf(FieldType type);
ExpressionType typeOf(FieldType type);
std::string_view typeName(ExpressionType type);
bool fits(ExpressionType given, ExpressionType wanted);

}  // namespace cchc::rules
