// How a sheet names fields, columns and fixed rows, and which headings say what a column is. Headings and names are
// compared without case, diacritics, a leading number ("1. Thu ngân sách") and remarks in brackets ("Số tiền (triệu
// đồng)"). The words are a grammar: words may be added but never removed, since sheets that have them are in use.
// Private to importing/.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/text.h"
#include "core/definition/definition.h"
#include "core/model/address.h"

namespace cchc::importing {

// The form in which headings and names are compared; "" if nothing remains.
std::string nameKey(std::string_view text);

// What a heading alone says of its column.
bool isFieldHeading(std::string_view heading);      // names of fields: "Chỉ tiêu", "field"
bool isQualifierHeading(std::string_view heading);  // "Mức độ", "qualifier"
bool isCountHeading(std::string_view heading);      // "TT", "STT"
bool isRowHeading(std::string_view heading);        // ids of rows: "Mã dòng", "row"
// How well a heading fits the figures of fields: 2 for "Số liệu", "Giá trị", 1 for "Thực hiện", 0 for others.
int figureHeading(std::string_view heading);

// Finds what has a label. A label in full comes before one without its remarks in brackets.
class LabelIndex {
 public:
  void add(const Label& label, std::size_t index);
  // nullopt: nothing has this label, or several have.
  std::optional<std::size_t> find(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::optional<std::size_t>> whole_, shortened_;  // nullopt: several
};

// A field, or a cell of a fixed row, that a sheet names.
struct NamedField {
  Place place;
  const FieldDefinition* field = nullptr;
};
// Finds them by id, indicator code, or a label that only one field has, and the cells of fixed rows by their place.
// Borrows the definition.
class FieldNames {
 public:
  explicit FieldNames(const SectionDefinition& definition);
  // nullopt: the section has no such field, or several have that label.
  std::optional<NamedField> find(std::string_view text) const;
  // Whether the text is an id or a code, which names nothing else.
  bool isExact(std::string_view text) const { return exact_.contains(std::string(trim(text))); }

 private:
  const SectionDefinition& definition_;
  std::unordered_map<std::string, std::size_t> exact_;  // ids, codes
  LabelIndex labels_;
};

// Finds fixed rows by id or label: their index.
class FixedRowNames {
 public:
  explicit FixedRowNames(const TableDefinition& table);
  std::optional<std::size_t> find(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::size_t> ids_;
  LabelIndex labels_;
};

// The parts of a document that may have columns of their own, headed by the id of the document's column, a dot and
// one of these.
inline constexpr std::array<std::string_view, 5> documentParts = {"date", "issuer", "title", "for-year", "role"};

// The column of a table that a heading names.
struct NamedColumn {
  std::size_t column = 0;
  std::optional<std::size_t> part;  // of a document: the index in documentParts
  bool operator==(const NamedColumn&) const = default;
};
// Finds columns by id, code or label. Borrows the table.
class ColumnNames {
 public:
  explicit ColumnNames(const TableDefinition& table);
  std::optional<NamedColumn> find(std::string_view heading) const;
  const TableDefinition& table() const { return table_; }

 private:
  const TableDefinition& table_;
  std::unordered_map<std::string, NamedColumn> exact_;
  LabelIndex labels_;
};
// Whether the heading is a longer or a shorter form of the column's label.
bool resembles(const FieldDefinition& column, std::string_view heading);

}  // namespace cchc::importing
