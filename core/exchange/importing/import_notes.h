// Collects what is said about the lines and columns of a sheet. Private to importing/.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/importing/dry_run.h"
#include "core/exchange/importing/row_matching.h"
#include "core/exchange/importing/sheet_mapping.h"

namespace cchc::importing {

// Writes into a dry run. Rows and columns by their indexes. Borrows its arguments.
class ImportNotes {
 public:
  ImportNotes(const Sheet& sheet, std::string_view file, const SheetMapping& mapping, DryRun& run)
      : sheet_(sheet), file_(file), mapping_(mapping), run_(run) {}

  std::string columnName(std::size_t column) const;  // "C (Số tiền)"
  // What is wrong; it blocks the line. `label`: of the field whose value it is.
  void refuse(std::size_t row, std::optional<std::size_t> column, Error error, const Label& label = {});
  void refuseFile(std::string_view code, std::vector<Parameter> parameters);
  // What is only said.
  void say(std::size_t row, std::optional<std::size_t> column, Error error);
  void sayFile(std::string_view code, std::vector<Parameter> parameters);
  // A line that is left out, with what it says ({given}).
  void leaveOut(std::size_t row, std::string_view code);
  // The lines above the heading, and the columns that are not imported though they have something. `computed`: those
  // that the program computes.
  void noteAbove();
  // `own`: only the columns without a heading, which the program has not written.
  void noteColumns(const std::set<std::size_t>& computed, bool own);
  // Whether something of the row stands in a column without a heading.
  bool standsBeside(std::size_t row) const;
  // A value below a merged range, which nobody sees.
  void noteCovered(std::size_t row, std::size_t column);
  // A total that differs from its rows ({stated}, {sum}); of a section it blocks, since it may be a row of its own.
  void differs(std::size_t row, std::size_t column, bool section, std::vector<Parameter> parameters);

 private:
  void add(std::optional<std::size_t> row, std::optional<std::size_t> column, Error error, bool blocks,
           const Label& label);

  const Sheet& sheet_;
  std::string_view file_;
  const SheetMapping& mapping_;
  DryRun& run_;
};

// Removes the rows that the file does not have if they are replaced, and says how many stay otherwise.
void endRows(const TableDefinition& table, const RowMatcher& matcher, const RowChoices& choices, DryRun& run);

// The labels of all columns of a table, for a message.
std::string columnLabels(const TableDefinition& table, Language language);
// The columns of a sheet whose headings name columns that the table computes.
std::set<std::size_t> computedColumns(const TableDefinition& table, const Sheet& sheet, const SheetMapping& mapping);

}  // namespace cchc::importing
