// Reads a sheet into values of a section: the one reader of tables and lists of fields, whichever way they come in.
#pragma once
#include <cstddef>
#include <stop_token>
#include <string>

#include "core/definition/in_force.h"
#include "core/exchange/importing/dry_run.h"
#include "core/exchange/importing/row_matching.h"
#include "core/exchange/importing/sheet_mapping.h"
#include "core/model/section_data.h"

namespace cchc {

// The section into which a file is read. Borrows all of it.
struct ImportTarget {
  const SectionDefinition& definition;
  const PartsInForce& parts;  // what is in force for the section
  const SectionData& present;
  int year = 0;  // of the period, to complete dates without theirs; 0: not known
};
struct SheetChoices {
  RowChoices rows;
  std::string idsFrom;  // the beginning of the ids of new rows: of the file's digest
  bool own = false;     // the section's own workbook, whose other cells are known
};

// Reads every line according to the mapping, and changes nothing. Every cell that is not blank is imported, or a
// finding names it, its line or its column. May run on any thread; if a stop is requested, it returns what it has so
// far. `file`: its name, for positions. The findings that block have the codes
//   import.column-twice, import.no-column, import.no-figures, import.no-row-names   of the whole file
//   import.money-unit-unknown   the sheet states a unit of money that is no đồng
//   import.unknown-indicator, values.unnamed-figure, values.duplicate               of a line with a field
//   import.unknown-row, import.section-differs, those of RowMatcher::match           of a row of a table
//   values.too-many-cells       a line of a text file is longer than its heading
//   value.*                     a cell is no value of its field, those of SheetUnits::contextOf among them
//   values.not-in-force, values.choice-not-in-force
// and those that only say something
//   import.above-heading, import.column-left-out, import.column-computed, import.column-hidden
//   import.row-hidden, import.total, import.total-differs, import.section, import.note, import.not-mapped
//   import.computed, import.no-figure-in-line, import.there-already, import.blanks-kept, import.rows-kept
//   import.rows-removed, import.money-in-dong, import.merged-value
DryRun importSheet(const ImportTarget& target, const Sheet& sheet, std::string_view file, const SheetMapping& mapping,
                   const SheetChoices& choices, const std::stop_token& stop = {});

// Decides about rows of tables that something else than importSheet has read, an importer of a plugin: like lines of a
// sheet, they are matched with the present rows. Replaces the rows and cells in `run.values`, whose rows are new.
// `lines`: of the rows, in order. Adds findings of RowMatcher::match, import.there-already, import.rows-kept and
// import.rows-removed.
void matchRows(const ImportTarget& target, const SheetChoices& choices, const std::vector<std::size_t>& lines,
               DryRun& run);

}  // namespace cchc
