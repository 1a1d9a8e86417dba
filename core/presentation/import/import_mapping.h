// Which column of a sheet means what in a section: guessed from headings and labels, changed by the person.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/presentation/import/import_source.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct ColumnMeaning {
  // indicator: names the field of the line; figure: its value; rowName: names the row of a table; column: a column of
  // the table.
  enum class Kind : unsigned char { ignored, indicator, figure, rowName, column } kind = Kind::ignored;
  std::size_t column = 0;
  bool operator==(const ColumnMeaning&) const = default;
};

struct ImportMapping {
  std::optional<std::size_t> table;  // none: the section's fields, one a line
  std::optional<std::size_t>
      heading;  // index among the sheet's rows; what stands above is passed over. None: values begin at once
  std::vector<ColumnMeaning> columns;  // one for each column of the sheet
  int moneyPower = 0;                  // figures of money stand in 10^n đồng: 0, 3, 6, 9
  bool replace = false;                // the rows that the table has go first
  bool operator==(const ImportMapping&) const = default;
};

// For this target; and for the one that the sheet fits best.
ImportMapping guessMapping(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::size_t> table);
ImportMapping guessImport(const SectionDefinition& definition, const Sheet& sheet);

// What a column may mean for a target, with the words for it; the first is "not imported".
struct MeaningChoice {
  ColumnMeaning meaning;
  std::string text;
};
std::vector<MeaningChoice> meaningsFor(const SectionDefinition& definition, std::optional<std::size_t> table,
                                       Words words);
// Some column that is imported holds money: its unit is then asked for, once.
bool hasMoney(const SectionDefinition& definition, const ImportMapping& mapping);
// Fields by what a line of their sheet may call them: id, code, or a label that only one field has.
class FieldNames {
 public:
  explicit FieldNames(const SectionDefinition& definition);
  std::optional<std::size_t> find(const std::string& text) const;

 private:
  std::unordered_map<std::string, std::size_t> exact_;                  // ids, codes
  std::unordered_map<std::string, std::optional<std::size_t>> labels_;  // none: two have it
};
// Index of the fixed row of that id or label.
std::optional<std::size_t> fixedRowNamed(const TableDefinition& table, const std::string& text);

}  // namespace cchc::presentation
