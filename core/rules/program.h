// The compiled expressions of a definition. Private to rules/.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/model/ids.h"

namespace cchc {
namespace rules {

enum class Op : unsigned char {
  number,
  text,
  yes,
  no,  // literals
  field,
  column,
  cell,
  external,  // names
  add,
  subtract,
  multiply,
  negate,
  equal,
  notEqual,
  less,
  lessOrEqual,
  greater,
  greaterOrEqual,
  conjunction,
  disjunction,
  negation,
  rate,
  ratio,
  round,
  abs,
  min,
  max,
  choose,
  coalesce,
  known,
  sumKnown,
  count,
  sum,  // over the rows of a table
  own,
  children,
  total,
  reported,
  expected,
  previous,
  lastYear,
  qualifier,
  stated,
  year,
  month,
  day,
  days,
  start,
  end,
  docNumber,
  docType,
  docIssuer,
  docDate,
  docForYear,
  docNumberState,
  periodYear,
  periodStart,
  periodEnd,
  periodMonths,
  unitForm,
  unitChildren
};

// How a figure is written in a message.
enum class FigureKind : unsigned char { plain, money, percent };

struct Node {
  Op op = Op::number;
  FigureKind kind = FigureKind::plain;
  std::uint16_t arity = 0;
  std::uint32_t firstPart = 0;                  // into Program::parts
  std::uint32_t field = 0, table = 0, row = 0;  // slots; field is the column of a table
  std::uint32_t text = 0;                       // into Program::texts (literals, field ids of other definitions)
  std::uint32_t definition = 0;                 // into Program::definitions
  Decimal literal;
};

using Expression = std::int32_t;  // index of the root node; none: -1
inline constexpr Expression none = -1;

// The unit of dependency tracking: a field, or a table as a whole. Fields are numbered first, then tables.
using Cell = std::uint32_t;

struct FieldProgram {
  Expression relevant = none, formula = none, numerator = none, denominator = none, reference = none;
  bool computed() const { return formula != none || numerator != none || reference != none; }
};
struct RuleProgram {
  Expression left = none, right = none;
  std::int32_t table = -1;  // if set, the rule runs for each row
  std::vector<Cell> reads;
  std::vector<std::uint32_t> others;  // definitions that must be present
};

}  // namespace rules

struct Program {
  std::vector<rules::Node> nodes;
  std::vector<std::uint32_t> parts;
  std::vector<std::string> texts;
  std::vector<DefinitionId> definitions;
  std::vector<rules::FieldProgram> fields;
  std::vector<std::vector<rules::FieldProgram>> columns;  // by table
  std::vector<std::vector<std::uint32_t>> columnOrder;    // by table: columns with expressions, in order of dependency
  std::vector<rules::Expression> views;                   // by view
  std::vector<rules::RuleProgram> rules;
  std::vector<rules::Cell> order;                          // fields and tables with expressions, in order of dependency
  std::vector<std::uint32_t> rank;                         // of each cell: its position in `order`; none: order.size()
  std::vector<std::vector<rules::Cell>> dependants;        // of each cell
  std::vector<std::vector<std::uint32_t>> dependantRules;  // of each cell
  std::vector<std::vector<std::string>> uses;              // of each field: the places that it reads, sorted
};

}  // namespace cchc
