// The options of commands that read the values of a section from a file.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "core/app/section/import.h"
#include "core/cli/commands.h"

namespace cchc::cli {

struct ImportArguments : SectionArguments {
  std::string file, table, sheet, importer, moneyUnit, marks;
  OldTexts oldTexts = OldTexts::refuse;
  bool withHidden = false, replace = false, update = false, again = false, skipBad = false, dryRun = false;
};

// --sheet, --money-unit, --marks, --with-hidden, --replace, --update, --again
void addSheetOptions(CLI::App& command, ImportArguments& arguments);
// --skip-bad, --dry-run
void addTryOptions(CLI::App& command, ImportArguments& arguments);

// Errors:
//   import.option   the unit or the marks are none of the words that are offered ({option}, {given}, {choices})
Result<ImportChoices> choicesOf(const ImportArguments& arguments);

// Imports the file, or only tries to, prints what was done and what is left out, and returns the exit status.
Result<int> importFile(Session& session, const ImportArguments& arguments);

}  // namespace cchc::cli
