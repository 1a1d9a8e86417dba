// A dry run of an import: which lines of a sheet can be taken, what is wrong with the others and how to mend it, and
// the one step that takes them.
#pragma once
#include <atomic>

#include "core/app/section/edits.h"
#include "core/exchange/values/values_file.h"
#include "core/plugin/plugin_host.h"
#include "core/presentation/import/import_mapping.h"

namespace cchc::presentation {

struct ImportFinding {
  std::size_t line = 0;  // row of the sheet, from 1; 0: of the whole file
  std::string column;    // its letter and heading, "C (Số tiền)"; empty: of the whole line
  Error error;
  bool blocks = true;  // false: a line that is left out on purpose, a total or one that is there already
};

struct DryRun {
  ValuesFile values;      // of the lines that are right
  std::size_t lines = 0;  // that say something
  std::size_t right = 0, wrong = 0;
  std::vector<ImportFinding> findings;
};

// Reads every line by the mapping. Changes nothing. Stopped: what it has so far. Codes import.*, value.*, values.*.
DryRun dryRun(const SectionDefinition& definition, const SectionData& present, const Sheet& sheet,
              const ImportMapping& mapping, const std::atomic<bool>& stopped);
// What a plugin's importer made of a file, in the same form.
DryRun dryRun(const Result<Imported>& imported);
// "12", "C (Số tiền)", what is wrong, how to mend it.
std::string whatIsWrong(const ImportFinding& finding, Words words);

// The step of undo that takes what a dry run found right; no edits where nothing differs. package.too-many-rows,
// values.unknown-row.
Result<EditStep> importStep(const SectionDefinition& definition, const SectionData& present, const ValuesFile& values,
                            const std::string& file);

}  // namespace cchc::presentation
