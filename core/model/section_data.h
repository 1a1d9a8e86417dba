// The data of one section, laid out by its definition: the n-th value belongs to the n-th field of the definition, the
// n-th table to its n-th table, the n-th cell of a row to the n-th column.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/value.h"

namespace cchc {

struct Row {
  std::string id;  // any token; unique in its table, and never changed
  std::vector<Value> cells;
  bool operator==(const Row&) const = default;
};
struct TableData {
  std::vector<Row> rows;
  bool nothing = false;  // declared "Không phát sinh", which is not the same as not filled in
  // Of a sum over child units: the number of their rows, which are not kept. 0 if every unit declares "Không phát
  // sinh".
  std::optional<std::size_t> counted;
  bool operator==(const TableData&) const = default;
};
// A paragraph that was edited by hand, or a standing one that was confirmed for a year.
struct ParagraphData {
  std::string id;
  std::optional<std::string> text;  // the edited text; nullopt: the generated one
  std::string basis;                // digest of the generated text when it was edited; changed figures give another
  std::optional<int> confirmed;     // the year
  bool operator==(const ParagraphData&) const = default;
};
// The explanation that a warning asks for.
struct ExplanationData {
  std::string code, place, text;
  bool operator==(const ExplanationData&) const = default;
};
// A value of an older definition for which the current one has no place. It is kept and shown, never dropped.
struct KeptValue {
  std::string place, value;
  bool operator==(const KeptValue&) const = default;
};
struct SectionData {
  std::vector<Value> fields;
  std::vector<TableData> tables;
  std::vector<bool> groupNothing;  // a group declared "Không phát sinh"
  std::vector<ParagraphData> paragraphs;
  std::vector<ExplanationData> explanations;
  std::vector<KeptValue> kept;
  bool operator==(const SectionData&) const = default;
};

// The address of a value. Its text form, used in the journal, in findings and on the command line: "revenue.actual" (a
// field, or a table as a whole), "documents[r1]" (a row), "documents[r1].document" (a cell), "¶id" (a paragraph).
struct Place {
  std::string field;  // a field or a table; empty for a row, a cell or a paragraph
  std::string table, row, column;
  std::string paragraph;
  static Place ofField(std::string id) { return {std::move(id), {}, {}, {}, {}}; }
  static Place ofCell(std::string table, std::string row, std::string column) {
    return {{}, std::move(table), std::move(row), std::move(column), {}};
  }
  static Place ofParagraph(std::string id) { return {{}, {}, {}, {}, std::move(id)}; }
  bool operator==(const Place&) const = default;
};
std::string placeText(const Place& place);
// nullopt if the text is not a place. A name alone is read as a field; only the definition shows whether it is a table.
std::optional<Place> parsePlace(std::string_view text);

}  // namespace cchc
