// Imports a file into a section. The command line, the window and the importers of plugins come this way: the file is
// opened, tried without changing anything, shown, and applied as one step, which the journal notes with the file's name
// and digest.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/app/section/edits.h"
#include "core/app/suite/suite.h"
#include "core/exchange/importing/dry_run.h"
#include "core/exchange/importing/row_matching.h"
#include "core/exchange/importing/sheet_mapping.h"
#include "core/exchange/sheets/section_workbook.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

struct ImportSource {
  // own: a workbook that was written for a section. values: a values file (.xml). Neither needs a mapping.
  enum class Kind : unsigned char { sheets, own, values } kind = Kind::sheets;
  std::filesystem::path file;
  std::string name;     // of the file, without its folder, in UTF-8
  std::string digest;   // SHA-256 of its bytes
  SheetFile content;    // no sheets for a values file
  WorkbookAbout about;  // of an own workbook
  std::string bytes;    // of a values file
};

// Reads a workbook, delimited text or a values file (.xml). It may take a while.
// Errors:
//   file.*                    the file cannot be read, or is larger than 100 MB
//   values.unknown-format     another kind of file
//   those of readSheetFile (exchange/sheets/sheet_file.h), among them values.old-encoding: the user is then asked
Result<ImportSource> openImport(const std::filesystem::path& file, OldTexts old = OldTexts::refuse);
// Whether a file is a sheet, judged by its name (hasSheetEnding, but no .txt): if it is dropped on the window, it is
// imported and not received.
bool isImportable(const std::filesystem::path& file);

// A file that the journal says was imported and not taken back.
struct ImportedFile {
  std::string name;
  Actor who;
  Time at{};
};
// By the digest of the file. Errors: those of the store.
Result<std::map<std::string, ImportedFile>> importedFiles(Suite& suite, const SectionKey& key);

// The section into which a file is imported.
struct ImportSection {
  SectionKey key;
  Period period;
  std::shared_ptr<const CompiledDefinition> definition;
  PartsInForce parts;
  std::shared_ptr<const SectionData> data;
  std::map<std::string, ImportedFile> imported;
};
// Errors: those of SectionDraft::read and of locked(), when the section cannot be changed; those of the store
Result<ImportSection> importSection(Suite& suite, const SectionKey& key);

// What a person has chosen; the rest is found from the file.
struct ImportChoices {
  std::optional<std::string> table;     // its id; nullopt: the target that the sheet fits best
  std::string sheet;                    // its name; empty: found
  std::string importer;                 // of a plugin; empty: none
  std::optional<SheetMapping> mapping;  // of the sheet `at`
  std::size_t at = 0;
  std::optional<int> moneyPower;
  std::optional<reading::Marks> marks;
  bool withHidden = false;
  RowChoices rows;
};

// One change, as the section has the place now and as it would have it.
struct ImportChange {
  Place place;  // of a field, a cell, or a row that is added or removed
  Label label;
  std::string before, after;  // as cells show them; empty: blank, or no row
};
struct ImportPlan {
  DryRun run;
  EditStep step;  // imports the correct lines; no edits if nothing differs
  std::vector<ImportChange> changes;
};
// Tries the import. May run on any thread. What is wrong with lines is in the dry run; further findings there:
//   import.same-file        the file was imported before, and would add rows again ({file}, {who}, {when})
//   import.sheet-left-out   another sheet has content
//   import.unread-line      an importer neither imported nor refused the line
// Errors:
//   import.unknown-table    the section has no such table
//   import.importer-choice  marks or a unit of money are chosen for an importer, which cannot follow them
//   those of chooseSheet, readValuesXml, PluginHost::import, stepOf and checkStepInForce
Result<ImportPlan> planImport(const PluginHost& plugins, const ImportSection& section, const ImportSource& source,
                              const ImportChoices& choices, const std::stop_token& stop = {});

// The findings as errors of the file: what is wrong, or with `blocks` false what is only said. A wrong value is named
// with its field (values.wrong-value).
std::vector<Error> importErrors(const DryRun& run, const std::string& file, bool blocks);

// The values of a file for a section that is entered as a whole (enter_for.h): nothing of it may be wrong.
// Errors: those of openImport, importSection, planImport, and the first of importErrors.
Result<ValuesFile> valuesOfFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                const ImportChoices& choices, OldTexts old = OldTexts::refuse);

}  // namespace cchc
