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

#include "core/rules/program.h"
#include "core/rules/syntax.h"

namespace cchc::rules {

enum class Type : unsigned char { any, number, text, condition, date, range, documents };

// Appends to the given program. Errors are at "line:column" of the definition file.
class Binder {
 public:
  Binder(const SectionDefinition& definition, Program& program) : definition_(definition), program_(program) {}

  // Sets the table whose columns can be named in the expressions bound next; nullopt for the expressions of fields.
  void setTable(std::optional<std::size_t> table) { table_ = table; }
  // `wanted`: the type that the result must have; `any` allows all.
  // Errors:
  //   definition.expression        the text is not an expression
  //   definition.unknown-name, definition.unknown-function
  //   definition.minor             a name that the format has only had since minor version 1
  //   definition.wrong-arguments   the wrong number or kind of arguments
  //   definition.wrong-type
  Result<Expression> bind(const ExpressionText& expression, Type wanted);

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
  struct Bound {
    std::uint32_t node = 0;
    Type type = Type::any;
  };
  Result<Bound> bindSyntax(const Syntax& syntax);
  Result<Bound> bindName(const Syntax& syntax);
  Result<Bound> bindOther(const Syntax& syntax, Op op);
  Result<Bound> bindCall(const Syntax& syntax);
  Result<Bound> bindRows(const Syntax& syntax, Op op);
  Result<Bound> bindParts(const Syntax& syntax, Node node, Type parts, Type result);
  Bound add(Node node, const std::vector<Bound>& parts, Type type);
  std::uint32_t text(std::string value);
  std::uint32_t definition(std::string_view id);
  tl::unexpected<Error> wrong(std::string_view code, const Syntax& syntax, std::vector<Parameter> parameters) const;

  const SectionDefinition& definition_;
  Program& program_;
  std::optional<std::size_t> table_;
  const ExpressionText* expression_ = nullptr;
  Reads reads_;
};

Type typeOf(FieldType type);
std::string_view typeName(Type type);

}  // namespace cchc::rules
