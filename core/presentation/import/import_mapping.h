// The meaning of each column of a sheet in a section: guessed from headings and labels, then changed by the user.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/presentation/import/import_source.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct ColumnMeaning {
  // For the section's fields, one per line: `fieldName` names the field, `figure` is its value. For a table: `rowName`
  // names the row, `column` is the cell of a column.
  enum class Kind : unsigned char { ignored, fieldName, figure, rowName, column } kind = Kind::ignored;
  std::size_t column = 0;
  bool operator==(const ColumnMeaning&) const = default;
};

struct ImportMapping {
  std::optional<std::size_t> table;  // the table to fill; none: the section's fields, one per line
  // Index of the heading among the sheet's rows; rows above it are ignored. None: the first row already has values.
  std::optional<std::size_t> heading;
  std::vector<ColumnMeaning> columns;  // one per column of the sheet
  int moneyPower = 0;                  // amounts of money are in 10^n đồng: 0, 3, 6 or 9
  bool replace = false;                // the table's existing rows are removed first
  bool operator==(const ImportMapping&) const = default;
};

// The guess for a given target: a table, or the fields. guessImport chooses the target that the sheet fits best.
ImportMapping guessMapping(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::size_t> table);
ImportMapping guessImport(const SectionDefinition& definition, const Sheet& sheet);

// A possible meaning of a column for a target, with its text; the first choice is "not imported".
struct MeaningChoice {
  ColumnMeaning meaning;
  std::string text;
};
std::vector<MeaningChoice> meaningsFor(const SectionDefinition& definition, std::optional<std::size_t> table,
                                       Words words);
// Whether the import includes amounts of money, so that their unit has to be asked for.
bool hasMoney(const SectionDefinition& definition, const ImportMapping& mapping);

// Finds fields by their names in a sheet: the id, the code, or a label that only one field has.
class FieldNames {
 public:
  explicit FieldNames(const SectionDefinition& definition);
  std::optional<std::size_t> find(const std::string& text) const;

 private:
  std::unordered_map<std::string, std::size_t> exact_;                  // ids, codes
  std::unordered_map<std::string, std::optional<std::size_t>> labels_;  // none: several fields have that label
};
// Index of the fixed row with that id or label.
std::optional<std::size_t> fixedRowNamed(const TableDefinition& table, const std::string& text);

}  // namespace cchc::presentation
