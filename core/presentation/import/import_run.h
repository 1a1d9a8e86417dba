// The dry run of an import: which lines of a sheet can be imported, what is wrong with the others and how to fix it;
// and the undo step that then imports them.
#pragma once
#include <stop_token>
#include <string>
#include <vector>

#include "core/app/section/edits.h"
#include "core/exchange/values/values_file.h"
#include "core/plugin/plugin_host.h"
#include "core/presentation/import/import_mapping.h"

namespace cchc::presentation {

struct ImportFinding {
  std::size_t line = 0;  // row of the sheet, from 1; 0: the whole file
  std::string column;    // its letters and heading, "C (Số tiền)"; empty: the whole line
  Error error;
  bool blocks = true;  // false: the line is left out on purpose: a total, or a row that the table already has
};

struct DryRun {
  ValuesFile values;      // from the correct lines
  std::size_t lines = 0;  // the number of lines that have something to import
  std::size_t right = 0, wrong = 0;
  std::vector<ImportFinding> findings;
};

// Reads every line according to the mapping, without changing anything. `parts`: what is in force for the section; a
// line with a value elsewhere is wrong. May run on any thread; if a stop is requested,
// it returns what it has so far. `year`: of the period, to complete dates without theirs; 0: not known. The findings
// have codes import.*, value.*, values.duplicate, values.not-in-force, values.choice-not-in-force and
// package.too-many-rows.
DryRun dryRun(const SectionDefinition& definition, const PartsInForce& parts, const SectionData& present,
              const Sheet& sheet, const ImportMapping& mapping, int year, const std::stop_token& stop);
// The outcome of a plugin's importer in the same form.
DryRun dryRun(const Result<Imported>& imported);
// What is wrong and how to fix it, as complete sentences.
std::string whatIsWrong(const ImportFinding& finding, Words words);

// The undo step that imports the correct lines of a dry run, named after the file; it has no edits if nothing differs.
// Errors: those of stepOf (values.unknown-row, package.too-many-rows) and of checkStepInForce
Result<EditStep> importStep(const SectionDefinition& definition, const PartsInForce& parts, const SectionData& present,
                            const ValuesFile& values, const std::string& file);

}  // namespace cchc::presentation
