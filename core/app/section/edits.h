// What can be edited in a section, each with all that is needed to do it again or to undo it.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "core/definition/definition.h"

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
  std::size_t table = 0, position = 0;  // position: index among the rows
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
  ParagraphData paragraph;  // without text and confirmation: the generated one again
};
struct CommentEdit {
  CommentData comment;  // empty text: none
};
using Edit =
    std::variant<FieldEdit, CellEdit, RowInsert, RowRemove, TableNothing, GroupNothing, ParagraphEdit, CommentEdit>;

// Several edits that a person sees as one: "Sửa Thu ngân sách: 177.357 → 178.000".
struct EditStep {
  Label name;
  std::vector<Edit> edits;
};

// Does one edit and answers its inverse. nullopt when its row is not there, or is there already.
std::optional<Edit> applyEdit(SectionData& data, const Edit& edit);

// The edits that lead from one state of a section's data to another.
EditStep stepBetween(const SectionDefinition& definition, const SectionData& before, const SectionData& after);

}  // namespace cchc
