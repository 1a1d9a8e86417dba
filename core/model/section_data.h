// The data of one section, laid out by its definition: the n-th value belongs to the n-th field, the n-th table to the
// n-th table, the n-th cell of a row to the n-th column.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/value.h"

namespace cchc {

struct Row {
  std::string id;  // unique in its table, stable: a free token
  std::vector<Value> cells;
  bool operator==(const Row&) const = default;
};
struct TableData {
  std::vector<Row> rows;
  bool nothing = false;     // declared "Không phát sinh": not the same as unfilled
  std::size_t counted = 0;  // of an aggregate: rows of child units that were counted and not kept
  bool operator==(const TableData&) const = default;
};
// A paragraph edited by hand, or a standing one confirmed for a year.
struct ParagraphData {
  std::string id;
  std::optional<std::string> text;  // edited text; none: generated
  std::string basis;                // digest of the generated text that was edited; differs later: the figures moved on
  std::optional<int> confirmed;     // year
  bool operator==(const ParagraphData&) const = default;
};
// The explanation that a warning asks for.
struct CommentData {
  std::string code, place, text;
  bool operator==(const CommentData&) const = default;
};
// A value of an older definition that has no home any more: kept and shown, never dropped.
struct KeptValue {
  std::string place, value;
  bool operator==(const KeptValue&) const = default;
};
struct SectionData {
  std::vector<Value> fields;
  std::vector<TableData> tables;
  std::vector<bool> groupNothing;  // a group declared "Không phát sinh"
  std::vector<ParagraphData> paragraphs;
  std::vector<CommentData> comments;
  std::vector<KeptValue> kept;
  bool operator==(const SectionData&) const = default;
};

// Where a value stands: "revenue.actual", "documents[r1].document", "documents[r1]" (a row), "documents" with isTable,
// "¶id" (a paragraph). Text form is used in the journal, in findings and on the command line.
struct Place {
  std::string field;  // a plain field, or empty
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
// A bare name is taken as a field; the caller who knows the definition may find that it is a table.
std::optional<Place> parsePlace(std::string_view text);

}  // namespace cchc
