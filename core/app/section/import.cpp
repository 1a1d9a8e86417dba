#include "core/app/section/import.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/app/section/importer_lines.h"
#include "core/app/section/section_content.h"
#include "core/app/section/section_draft.h"
#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/importing/own_workbook.h"
#include "core/exchange/importing/sheet_import.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/value_errors.h"

namespace cchc {
namespace {

constexpr std::size_t largest = std::size_t(100) << 20U;

std::string endingOf(const std::filesystem::path& file) { return foldForSearch(file.extension().string()); }

// One import that is tried.
class Plan {
 public:
  Plan(const PluginHost& plugins, const ImportSection& section, const ImportSource& source,
       const ImportChoices& choices, const std::stop_token& stop)
      : plugins_(plugins), section_(section), source_(source), choices_(choices), stop_(stop) {}

  Result<ImportPlan> make() {
    CCHC_CHECK(read());
    noteSameFile();
    CCHC_TRY(plan_.step, stepOf(form(), *section_.data, plan_.run.values));
    CCHC_CHECK(checkStepInForce(form(), section_.parts, plan_.step));
    for (const auto& edit : plan_.step.edits) noteChange(edit);
    const auto named = [&](Language language) { return text("undo.import", language, {{"file", source_.name}}); };
    plan_.step.name = {named(Language::vi), named(Language::en)};
    if (!plan_.step.edits.empty()) plan_.step.edits.push_back(ImportNote{source_.digest, "", source_.name});
    return std::move(plan_);
  }

 private:
  const SectionDefinition& form() const { return section_.definition->definition(); }
  ImportTarget target() const { return {form(), section_.parts, *section_.data, onlyYear(section_.period)}; }
  // New rows have the same ids whenever the same file is imported.
  std::string idsFrom() const { return "n" + source_.digest.substr(0, 8) + "-"; }

  Status read() {
    if (source_.kind == ImportSource::Kind::values) {
      CCHC_TRY(plan_.run.values, readValuesXml(source_.bytes, source_.file, form()));
      plan_.run.right = plan_.run.lines = plan_.run.values.values.size() + plan_.run.values.rows.size();
      return {};
    }
    if (source_.kind == ImportSource::Kind::own) {
      plan_.run = importWorkbook(target(), section_.key, source_.about, source_.content, fileText(source_.file),
                                 choices_.rows, idsFrom());
      return {};
    }
    std::optional<std::optional<std::size_t>> wanted;
    if (choices_.table) {
      const auto index = form().tableIndex(*choices_.table);
      if (!index) return fail("import.unknown-table", {}, {{"given", *choices_.table}, {"tables", tableIds()}});
      wanted = index;
    }
    // An importer reads figures in its own way, so a choice that it cannot follow is not passed over.
    if (!choices_.importer.empty() && (choices_.marks || choices_.moneyPower))
      return fail("import.importer-choice", fileText(source_.file), {{"importer", choices_.importer}},
                  ErrorKind::usage);
    auto at = choices_.at;
    if (!choices_.mapping) {
      const bool byImporter = !choices_.importer.empty() && choices_.sheet.empty();
      CCHC_TRY(at, byImporter ? sheetForImporter()
                              : chooseSheet(form(), source_.content, choices_.sheet, wanted, choices_.withHidden));
    }
    const auto& sheet = source_.content.sheets[at];
    if (!choices_.importer.empty()) {
      CCHC_CHECK(readByImporter(at));
    } else {
      auto mapping = choices_.mapping ? *choices_.mapping
                     : wanted         ? guessMapping(form(), sheet, *wanted, choices_.withHidden)
                                      : guessImport(form(), sheet, choices_.withHidden);
      if (choices_.moneyPower) mapping.moneyPower = choices_.moneyPower;
      if (choices_.marks) mapping.marks = choices_.marks;
      plan_.run = importSheet(target(), sheet, fileText(source_.file), mapping, {choices_.rows, idsFrom()}, stop_);
    }
    for (std::size_t i = 0; i < source_.content.sheets.size(); ++i) {
      const auto& other = source_.content.sheets[i];
      if (i == at || other.rows.empty()) continue;
      say(other.hidden ? "import.hidden-sheet-left-out" : "import.sheet-left-out", {{"sheet", other.name}});
    }
    return {};
  }

  Status readByImporter(std::size_t at) {
    SheetFile content;
    content.text = source_.content.text;
    content.sheets.push_back(preparedForImporter(source_.content.sheets[at], choices_.withHidden));
    const auto& sheet = content.sheets.front();
    for (const auto& unread : {foreignUnitOf(sheet), lineUnitsOf(sheet)}) {
      if (!unread) continue;
      plan_.run.findings.push_back(*unread);
      ++plan_.run.wrong;
      return {};
    }
    CCHC_TRY(auto imported, plugins_.import(form(), section_.parts, choices_.importer, content, 0, &section_.period));
    plan_.run = importedRun(imported, source_.content.sheets[at], sheet, fileText(source_.file));
    matchRows(target(), {choices_.rows, idsFrom()}, imported.lines, plan_.run);
    // A line of the importer is one of the file.
    const auto file = fileText(source_.file);
    for (auto& finding : plan_.run.findings) {
      if (!finding.error.place.starts_with(file))
        finding.error.place = file + (finding.error.place.empty() ? "" : ":" + finding.error.place);
    }
    return {};
  }

  // The visible sheet in which the importer finds something, if it is one alone.
  Result<std::size_t> sheetForImporter() {
    const auto& sheets = source_.content.sheets;
    std::vector<std::size_t> fitting;
    std::string names;
    for (std::size_t i = 0; i < sheets.size() && sheets.size() > 1; ++i) {
      if (sheets[i].hidden || sheets[i].rows.empty()) continue;
      const auto tried = readByImporter(i);
      const auto& values = plan_.run.values;
      // A sheet whose units cannot be read has something as well.
      const bool refused = foreignUnitOf(sheets[i]) || lineUnitsOf(sheets[i]);
      if (refused || (tried && (!values.rows.empty() || !values.values.empty()))) {
        fitting.push_back(i);
        names += (names.empty() ? "" : ", ") + sheets[i].name;
      }
      plan_ = {};
    }
    if (fitting.size() > 1) return fail("import.which-sheet", fileText(source_.file), {{"sheets", names}});
    return fitting.empty() ? source_.content.firstVisible() : fitting.front();
  }

  std::string tableIds() const {
    std::string ids;
    for (const auto& table : form().tables) ids += (ids.empty() ? "" : ", ") + table.id;
    return ids;
  }

  void say(std::string_view code, std::vector<Parameter> parameters) {
    plan_.run.findings.push_back({0, "", {std::string(code), fileText(source_.file), std::move(parameters)}, false});
  }

  // A file that adds rows to a table without a key would double them. With a key they are found again.
  void noteSameFile() {
    const auto before = section_.imported.find(source_.digest);
    if (before == section_.imported.end() || choices_.rows.again || choices_.rows.replace) return;
    if (source_.kind == ImportSource::Kind::values) return;  // its rows have ids
    const auto& rows = plan_.run.values.rows;
    const bool adds = std::any_of(rows.begin(), rows.end(), [&](const RowEdit& row) {
      return !row.remove && form().tables[*form().tableIndex(row.table)].key.empty();
    });
    if (!adds) return;
    const auto& [name, who, when] = before->second;
    plan_.run.findings.push_back({0,
                                  "",
                                  {"import.same-file",
                                   fileText(source_.file),
                                   {{"file", name}, {"who", who.name}, {"when", vietnamese::moment(when)}}}});
    ++plan_.run.wrong;
    // None of its lines may come in, also if wrong lines are skipped.
    plan_.run.values = {};
    plan_.run.right = 0;
  }

  std::string shown(const FieldDefinition& field, const Value& value) const {
    return cellText(field, value, Language::vi);
  }
  std::string shown(const TableDefinition& table, const Row& row) const {
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (const auto cell = shown(table.columns[c], row.cells[c]); !cell.empty())
        text += (text.empty() ? "" : "; ") + cell;
    }
    return text;
  }
  void noteChange(const Edit& edit) {
    const auto& data = *section_.data;
    const auto add = [&](const Place& place, std::string before, std::string after) {
      plan_.changes.push_back({place, placeLabel(form(), data, place), std::move(before), std::move(after)});
    };
    if (const auto* field = std::get_if<FieldEdit>(&edit)) {
      const auto& form = this->form().fields[field->field];
      add(Place::ofField(form.id), shown(form, data.fields[field->field]), shown(form, field->value));
    } else if (const auto* cell = std::get_if<CellEdit>(&edit)) {
      const auto& table = form().tables[cell->table];
      const auto& rows = data.tables[cell->table].rows;
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.id == cell->row; });
      const auto& column = table.columns[cell->column];
      add(Place::ofCell(table.id, cell->row, column.id),
          row == rows.end() ? std::string() : shown(column, row->cells[cell->column]), shown(column, cell->value));
    } else if (const auto* insert = std::get_if<RowInsert>(&edit)) {
      const auto& table = form().tables[insert->table];
      // The row is not in the data yet, and its id means nothing to people.
      auto label = placeLabel(form(), data, Place::ofTable(table.id));
      const std::vector<Parameter> number{{"row", std::to_string(insert->position + 1)}};
      label.en = label.in(Language::en) + ", " + text("form.row", Language::en, number);
      label.vi += ", " + text("form.row", Language::vi, number);
      plan_.changes.push_back(
          {Place::ofRow(table.id, insert->row.id), std::move(label), "", shown(table, insert->row)});
    } else if (const auto* remove = std::get_if<RowRemove>(&edit)) {
      const auto& table = form().tables[remove->table];
      const auto& rows = data.tables[remove->table].rows;
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.id == remove->row; });
      add(Place::ofRow(table.id, remove->row), row == rows.end() ? std::string() : shown(table, *row), "");
    }
  }

  const PluginHost& plugins_;
  const ImportSection& section_;
  const ImportSource& source_;
  const ImportChoices& choices_;
  const std::stop_token& stop_;
  ImportPlan plan_;
};

}  // namespace

bool isImportable(const std::filesystem::path& file) { return hasSheetEnding(file) && endingOf(file) != ".txt"; }

Result<ImportSource> openImport(const std::filesystem::path& file, OldTexts old) {
  ImportSource source;
  source.file = file;
  source.name = fileText(file.filename());
  const auto ending = endingOf(file);
  CCHC_TRY(auto bytes, readFile(file, largest));
  const auto whole = fileText(file);
  if (ending != ".xml" && !hasSheetEnding(file))
    return fail("values.unknown-format", whole, {{"extension", ending}}, ErrorKind::usage);
  source.digest = sha256(bytes);
  if (ending == ".xml") {
    source.kind = ImportSource::Kind::values;
    source.bytes = std::move(bytes);
    return source;
  }
  CCHC_TRY(auto about, aboutWorkbook(bytes, whole));
  CCHC_TRY(source.content, readSheetFile(bytes, whole, old));
  if (about) {
    source.kind = ImportSource::Kind::own;
    source.about = std::move(*about);
  }
  return source;
}

Result<std::map<std::string, ImportedFile>> importedFiles(Suite& suite, const SectionKey& key) {
  CCHC_TRY(auto entries, suite.store.journal(key));
  std::map<std::string, ImportedFile> files;
  for (auto& entry : entries) {
    const auto* file = entry.change.place.import();
    if (file == nullptr) continue;
    if (entry.change.newValue.empty())
      files.erase(file->digest);
    else
      files[file->digest] = {entry.change.newValue, entry.change.who, entry.change.at};
  }
  return files;
}

Result<ImportSection> importSection(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto draft, SectionDraft::read(suite, key));
  if (draft.locked()) return fail(*draft.locked());
  ImportSection section;
  section.key = key;
  section.period = draft.period();
  section.definition = draft.compiled();
  section.parts = draft.inForce();
  section.data = std::make_shared<SectionData>(draft.data());
  CCHC_TRY(section.imported, importedFiles(suite, key));
  return section;
}

Result<ImportPlan> planImport(const PluginHost& plugins, const ImportSection& section, const ImportSource& source,
                              const ImportChoices& choices, const std::stop_token& stop) {
  return Plan(plugins, section, source, choices, stop).make();
}

std::vector<Error> importErrors(const DryRun& run, const std::string& file, bool blocks) {
  std::vector<Error> errors;
  for (const auto& finding : run.findings) {
    if (finding.blocks != blocks) continue;
    auto error = finding.label.empty()
                     ? finding.error
                     : wrongValueError(finding.error, finding.error.place, finding.label.vi, finding.label);
    if (error.place.empty()) error.place = file;
    errors.push_back(std::move(error));
  }
  return errors;
}

Result<ValuesFile> valuesOfFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                const ImportChoices& choices, OldTexts old) {
  CCHC_TRY(const auto source, openImport(file, old));
  ImportSection section;
  section.key = key;
  CCHC_TRY(section.period, periodOf(suite, key.period));
  CCHC_TRY(section.definition, definitionFor(suite, key));
  CCHC_TRY(section.parts, partsInForce(suite, section.definition->definition(), key));
  CCHC_TRY(auto loaded, loadSection(suite, key));
  if (loaded) {
    section.data = std::make_shared<SectionData>(std::move(loaded->data));
  } else {
    CCHC_TRY(auto starting, startingDataOf(suite, key, section.period, section.definition));
    section.data = std::make_shared<SectionData>(std::move(starting));
  }
  CCHC_TRY(auto plan, planImport(suite.catalogue.plugins, section, source, choices));
  if (auto errors = importErrors(plan.run, fileText(file), true); !errors.empty())
    return fail(std::move(errors.front()));
  return std::move(plan.run.values);
}

}  // namespace cchc
