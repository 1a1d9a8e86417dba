// The data of one section, laid out by its definition: the n-th value belongs to the n-th field of the definition, the
// n-th table to its n-th table, the n-th cell of a row to the n-th column.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/address.h"
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
// A paragraph as one text of lines for the store and the journal: the confirmed year, the basis, and the edited text,
// which is absent if the paragraph was not edited.
std::string encodeParagraph(const ParagraphData& paragraph);
ParagraphData decodeParagraph(std::string id, std::string_view text);
// What is kept of a paragraph that the definition no longer has: its text, or else the year of its confirmation.
std::string keptText(const ParagraphData& paragraph);

// The explanation that a warning asks for.
struct ExplanationData {
  std::string code;
  Place place;  // of the finding
  std::string text;
  bool operator==(const ExplanationData&) const = default;
};
// A value of an older definition for which the current one has no place. It is kept and shown, never dropped.
struct KeptValue {
  Place place;  // where it was
  std::string value;
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

// Adds a kept value. If there is one of the same place, `value` becomes a further line of it, so that neither is lost.
// Does nothing if `value` is empty or is kept there already.
void keepValue(SectionData& data, const Place& place, std::string value);

}  // namespace cchc
