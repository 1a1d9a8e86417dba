// A section definition as read from its XML (plugins/DEFINITION.md is the reference of the format). It does not change
// once it is loaded, so threads may share it. Expressions are kept as text with their line; rules/ compiles them.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/date.h"
#include "core/base/texts.h"
#include "core/model/ids.h"
#include "core/model/section_data.h"
#include "core/model/value.h"

namespace cchc {

struct Label {
  std::string vi, en;
  bool empty() const { return vi.empty() && en.empty(); }
  const std::string& in(Language language) const { return language == Language::en && !en.empty() ? en : vi; }
  bool operator==(const Label&) const = default;
};
// An expression or a template, and where it begins in the definition's file. Lines and columns count from 1.
struct ExpressionText {
  std::string text;
  int line = 0, column = 1;
  std::string source;  // as the file has it: "a &lt; b"; empty: it has it as `text`
  bool empty() const { return text.empty(); }
};
// When, and for which units, a definition or a part of it applies (in_force.h).
struct InForce {
  std::optional<Date> from, until;     // days, both included; nullopt: no limit
  std::vector<std::string> unitForms;  // of unitForms() in model/units/unit_form.h; empty: all
  bool operator==(const InForce&) const = default;
};
struct Choice {
  std::string value;
  Label label;
  InForce inForce;
  int line = 0;
};

enum class Required : unsigned char { no, submit };
enum class Basis : unsigned char { unspecified, cumulative, period, asAt, opening };
enum class Aggregation : unsigned char { none, sum, same, countIf, computed };
enum class FieldCarry : unsigned char { none, value, asTarget };
enum class EntryUnit : unsigned char { dong, million, billion };

// A field, or a column of a table (without reference, comparison, target, carry or annex).
struct FieldDefinition {
  std::string id;
  FieldType type = FieldType::text;
  std::string code;  // of the indicator; may be empty
  Label label, hint;
  std::string source;
  std::string unit;
  EntryUnit entryUnit = EntryUnit::dong;
  int decimals = 0;
  std::optional<Decimal> minimum, maximum;
  std::size_t maxLength = 500;
  Required required = Required::no;
  Basis basis = Basis::unspecified;
  // Of an opening stock: the id of the closing stock of the period before that it must equal. Of a figure that includes
  // an opening stock: the id of that stock. In a column, ids of columns of the same table.
  std::string openingOf, withOpening;
  bool closing = false;         // another field or column is the opening stock of this one
  std::uint8_t qualifiers = 0;  // bit n: Qualifier n may be given (bit 0, exact, always set)
  bool stated = false;          // a computed or referring field may also be entered
  Aggregation aggregation = Aggregation::none;
  std::string aggregateValue;  // countIf
  FieldCarry carry = FieldCarry::none;
  std::string carryTo;  // asTarget
  bool comparePrevious = false, compareLastYear = false;
  std::string target;  // id of the field that is this one's target
  bool annex = false;
  std::vector<Choice> choices;
  ExpressionText relevant, formula, numerator, denominator, reference;
  std::optional<Value> defaultValue;
  std::string partOf;        // id of the field, or of the column of the same table, of which this figure is a part
  bool hasParts = false;     // other fields, or columns of the table, are `partOf` this one
  bool mayLieAhead = false;  // a date that may be after the period: a deadline, something planned
  InForce inForce;
  std::vector<std::string> renamedFrom;
  std::size_t group = 0;  // index into groups
  int line = 0;

  bool computed() const { return !formula.empty() || !numerator.empty() || !reference.empty(); }
  // Whether a value may be entered: for a plain field, a rate, or a computed field that may be stated.
  bool enterable() const { return !computed() || stated || (type == FieldType::rate && reference.empty()); }
  bool allows(Qualifier qualifier) const {
    return qualifier == Qualifier::exact || (qualifiers >> unsigned(qualifier) & 1U) != 0;
  }
};

enum class TableAggregation : unsigned char { none, rows, byRow };
enum class TableCarry : unsigned char { none, rows, rowsWithinYear, tasks };
struct FixedRow {
  std::string id;
  Label label;
  std::string partOf;  // id of the row of which this one is a part
  InForce inForce;
  int line = 0;
  // Index of the row of which this one is a part, as `partOf` or else its label ("Trong đó: …") says.
  std::optional<std::size_t> whole = std::nullopt;
  bool total = false;  // its label says that it is the total of the others ("Tổng số")
};
struct TableDefinition {
  std::string id;
  Label title;
  std::vector<FieldDefinition> columns;
  bool fixed = false;
  std::vector<FixedRow> fixedRows;
  TableAggregation aggregation = TableAggregation::none;
  TableCarry carry = TableCarry::none;
  bool mayBeNothing = false;
  Required required = Required::no;
  std::size_t maxRows = 2000;
  std::string contributes;  // the place of the outline to which its rows are offered
  bool annex = false;
  std::vector<std::string> key;  // ids of the columns that together identify a row; empty: none do
  std::string partOf;            // id of the yes-no column that marks a row as a part of the row above it
  // The column with the unit of a row's figures ("Đơn vị tính"), and the one that names the row; nullopt: none.
  std::optional<std::size_t> unitColumn, nameColumn;
  InForce inForce;
  std::vector<std::string> renamedFrom;
  std::size_t group = 0;
  int line = 0;
  // With `older`, ids of renamed-from are found too.
  std::optional<std::size_t> columnIndex(std::string_view id, bool older = false) const;
};

struct ViewDefinition {  // filtered rows, for the narrative
  std::string id, table;
  ExpressionText where;
  std::size_t group = 0;
};
struct NarrativeDefinition {
  std::string id;
  int level = 0;     // 0 plain, 1 "- ", 2 "+ "
  std::string each;  // table or view: one paragraph for each row
  bool numbered = false, standing = false;
  ExpressionText text;  // Mustache
  InForce inForce;
  std::size_t group = 0;
  int line = 0;
};

struct GroupItem {
  enum class Kind : unsigned char { field, table, narrative } kind;
  std::size_t index;  // into the definition's fields, tables or narratives
};
struct GroupDefinition {
  std::string id, place;  // place in the report's outline; the definition's own if the group names none
  int order = 0;
  Label title;
  bool untitled = false, mayBeNothing = false;
  InForce inForce;
  std::vector<GroupItem> items;  // in display order
  int line = 0;
};

enum class MissingStrategy : unsigned char { skip, skipAll, zero };
enum class RuleOperator : unsigned char {
  equal,
  notEqual,
  less,
  lessOrEqual,
  greater,
  greaterOrEqual,
  implies,
  together,
  neverTogether
};
struct RuleDefinition {
  std::string id;
  unsigned char severity = 1;  // Severity of model/finding.h
  MissingStrategy missing = MissingStrategy::skip;
  std::string place;  // id of the field or table at which its findings are shown
  ExpressionText left, right;
  RuleOperator op = RuleOperator::equal;
  Label message, fix;
  InForce inForce;
  int line = 0, messageLine = 0, fixLine = 0;
};

// Indexes by id. The transparent hash avoids constructing a string for each search.
struct IdHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using IdIndexes = std::unordered_map<std::string, std::size_t, IdHash, std::equal_to<>>;

struct SectionDefinition {
  DefinitionId id;
  int version = 1;
  int minor = 0;      // of the format
  std::string place;  // in the report's outline: "II.5"
  int order = 0;
  std::string owner;
  Label title;
  InForce inForce;
  std::vector<std::string> renamedFrom;
  int line = 0;  // of the root element
  std::vector<GroupDefinition> groups;
  std::vector<FieldDefinition> fields;
  std::vector<TableDefinition> tables;  // the built-in other_facts is last
  std::vector<ViewDefinition> views;
  std::vector<NarrativeDefinition> narratives;
  std::vector<RuleDefinition> rules;
  bool limited = false;  // some part of it, apart from the whole, is not always in force, or not for all units
  std::string digest;    // SHA-256 of xml
  std::string xml;       // as the plugin provided it; kept in the store by digest

  // With `older`, ids of renamed-from are found too.
  std::optional<std::size_t> fieldIndex(std::string_view id, bool older = false) const;
  std::optional<std::size_t> tableIndex(std::string_view id, bool older = false) const;
  std::optional<std::size_t> viewIndex(std::string_view id) const;

  // By current id, and by ids of renamed-from; filled by the reader.
  IdIndexes fieldIndexes, tableIndexes, olderFields, olderTables;
};

// The name of a place ("documents[r1].document") for a person: the label of the field, or the title of the table or
// group followed by the label of the column. A row that is not fixed has no name, so its id is used. For a place that
// the definition does not have, the place itself.
Label placeLabel(const SectionDefinition& definition, const Place& place);
// The same, but a row that is not fixed is named by its number in the data.
Label placeLabel(const SectionDefinition& definition, const SectionData& data, const Place& place);

// Blank values laid out by the definition, with its fixed rows and without its defaults.
SectionData emptyData(const SectionDefinition& definition);
// emptyData with the definition's defaults.
SectionData initialData(const SectionDefinition& definition);

}  // namespace cchc
