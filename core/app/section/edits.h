// The edits of a section. Each contains everything needed to apply it again or to undo it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/definition/in_force.h"
#include "core/model/address.h"
#include "core/model/section_data.h"

namespace cchc {

struct FieldEdit {
  std::size_t field = 0;
  Value value;
};
struct CellEdit {
  std::size_t table = 0;
  std::string row;
  std::size_t column = 0;
  Value value;
};
struct RowInsert {
  std::size_t table = 0, position = 0;  // `position`: index among the rows
  Row row;
};
struct RowRemove {
  std::size_t table = 0;
  std::string row;
};
struct TableNothing {
  std::size_t table = 0;
  bool nothing = false;
};
struct GroupNothing {
  std::size_t group = 0;
  bool nothing = false;
};
struct ParagraphEdit {
  ParagraphData paragraph;  // without text and confirmation: goes back to the generated paragraph
};
struct ExplanationEdit {
  ExplanationData explanation;  // an empty text removes the explanation
};
// Notes in the journal that the step imports a file, or takes the import back. It changes no data.
struct ImportNote {
  std::string digest;         // SHA-256 of the file's bytes
  std::string before, after;  // the file's name; empty: not imported
};
using Edit = std::variant<FieldEdit, CellEdit, RowInsert, RowRemove, TableNothing, GroupNothing, ParagraphEdit,
                          ExplanationEdit, ImportNote>;

// Several edits that a person sees and undoes as one.
struct EditStep {
  Label name;  // "Sửa Thu ngân sách: 177.357 → 178.000"
  std::vector<Edit> edits;
};

// The place that the edit changes: of a field, a cell, a row, a table, a group, a paragraph, or of what is explained.
Place placeOf(const SectionDefinition& definition, const Edit& edit);

// Applies one edit and returns its inverse. Changes nothing and returns nullopt if its row does not exist, or if a row
// to insert already exists.
std::optional<Edit> applyEdit(SectionData& data, const Edit& edit);

// Checks that nothing is entered where it is not in force. What is there may be removed.
// Errors, with the place:
//   values.not-in-force, values.choice-not-in-force
Status checkStepInForce(const SectionDefinition& definition, const PartsInForce& parts, const EditStep& step);

// The edits that lead from one state of the data to another, as a step without a name. Kept values are not compared.
EditStep stepBetween(const SectionDefinition& definition, const SectionData& before, const SectionData& after);

}  // namespace cchc
