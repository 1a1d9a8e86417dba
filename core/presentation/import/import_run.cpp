#include "core/presentation/import/import_run.h"

#include <algorithm>
#include <set>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/values/sheet_context.h"
#include "core/exchange/values/sheet_value.h"
#include "core/exchange/xml/tokens.h"
#include "core/presentation/section/entry.h"
#include "core/presentation/section/step_name.h"

namespace cchc::presentation {
namespace {

using Kind = ColumnMeaning::Kind;

// Whether a row below a heading only numbers the columns: 1, 2, 3 or (1), (2), (3), perhaps with letters among them.
bool numbersColumns(const SheetRow& row) {
  int next = 0, filled = 0;
  for (const auto& cell : row.cells) {
    std::string text(trim(cell.text));
    std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
    text = text.substr(0, text.find('='));
    if (text.empty()) continue;
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') continue;
    if (text.find_first_not_of("0123456789") != std::string::npos || text.size() > 3) return false;
    const int number = std::stoi(text);
    if (next != 0 && number != next) return false;
    next = number + 1;
    ++filled;
  }
  return filled >= 2;
}

// One dry run over a sheet.
class Run {
 public:
  Run(const SectionDefinition& definition, const PartsInForce& parts, const SectionData& present, const Sheet& sheet,
      const ImportMapping& mapping, int year)
      : definition_(definition),
        parts_(parts),
        present_(present),
        sheet_(sheet),
        mapping_(mapping),
        names_(definition),
        context_(contextOf(year)) {
    findUnits();
  }

  DryRun all(const std::stop_token& stop) {
    if (!usable()) return std::move(run_);
    if (mapping_.table) beginTable();
    for (auto i = mapping_.heading ? *mapping_.heading + 1 : 0; i < sheet_.rows.size() && !stop.stop_requested(); ++i) {
      const auto& row = sheet_.rows[i];
      if (mapping_.heading && i == *mapping_.heading + 1 && numbersColumns(row)) continue;
      if (isTooLong(row)) continue;
      if (mapping_.table)
        tableLine(row);
      else
        fieldLine(row);
    }
    return std::move(run_);
  }

 private:
  // A reference to one of the sheet's rows as its index.
  std::size_t indexOf(const SheetRow& row) const { return static_cast<std::size_t>(&row - sheet_.rows.data()); }
  const SheetCell& cell(const SheetRow& row, std::size_t column) const { return sheet_.at(indexOf(row), column); }
  // The text of the cell, or of the one that covers it.
  const std::string& nameAt(const SheetRow& row, std::size_t column) const {
    return sheet_.covering(indexOf(row), column).text;
  }
  // Reports a line of a text file that has content beyond the headings, which would be lost.
  bool isTooLong(const SheetRow& row) {
    const auto beyond =
        mapping_.heading ? firstBeyondHeadings(sheet_, *mapping_.heading, indexOf(row)) : row.cells.size();
    if (beyond == row.cells.size()) return false;
    ++run_.lines, ++run_.wrong;
    reportFinding(row, beyond, {"values.too-many-cells", "", {}, ErrorKind::refusal});
    return true;
  }
  std::optional<std::size_t> columnOf(Kind kind) const {
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      if (mapping_.columns[i].kind == kind) return i;
    }
    return std::nullopt;
  }
  std::string columnName(std::size_t column) const {
    auto name = columnLetters(column);
    if (!mapping_.heading) return name;
    const auto heading = foldSpace(cell(sheet_.rows[*mapping_.heading], column).text);
    return heading.empty() ? name : name + " (" + heading + ")";
  }
  void reportFinding(const SheetRow& row, std::optional<std::size_t> column, Error error, bool blocks = true) {
    run_.findings.push_back({row.number, column ? columnName(*column) : std::string(), std::move(error), blocks});
  }
  void reportFile(std::string_view code, std::vector<Parameter> parameters = {}) {
    run_.findings.push_back({0, "", Error{std::string(code), "", std::move(parameters), ErrorKind::refusal}, true});
  }

  // The marks that all figures of the sheet agree on, and the unit that the user has chosen for its money.
  reading::Context contextOf(int year) const {
    std::vector<std::size_t> figures;
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const auto& meaning = mapping_.columns[i];
      if (meaning.kind == Kind::figure ||
          (meaning.kind == Kind::column && isNumeric(definition_.tables[*mapping_.table].columns[meaning.column].type)))
        figures.push_back(i);
    }
    auto context = sheetContext(sheet_, mapping_.heading, figures, year);
    context.power = mapping_.moneyPower;
    return context;
  }
  // Finds the column that names the unit of each line ("ĐVT"), and the units of the columns where their headings name
  // several ("Kế hoạch (triệu đồng)", "Giải ngân (đồng)"): then the user's choice cannot be that of all of them.
  void findUnits() {
    powers_.assign(mapping_.columns.size(), std::nullopt);
    if (!mapping_.heading) return;
    const auto& heading = sheet_.rows[*mapping_.heading];
    std::set<int> different;
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const bool ignored = mapping_.columns[i].kind == Kind::ignored;
      if (ignored && reading::isUnitHeading(nameAt(heading, i))) unitColumn_ = i;
      powers_[i] = ignored ? std::nullopt : reading::namedPower(nameAt(heading, i));
      if (powers_[i]) different.insert(*powers_[i]);
    }
    if (different.size() < 2) powers_.assign(mapping_.columns.size(), std::nullopt);
  }
  // Errors: those of unitPower and sheetValue.
  Result<Value> valueOf(const SheetRow& row, std::size_t column, const FieldDefinition& field) const {
    auto context = context_;
    context.power = powers_[column].value_or(context.power);
    if (unitColumn_) {
      const auto& unit = sheet_.covering(indexOf(row), *unitColumn_);
      CCHC_TRY(context.power, unitPower(unit, cell(row, column), field, context.power));
    }
    return sheetValue(sheet_, indexOf(row), column, field, context);
  }

  // Whether the mapping can be used: it has no meaning twice, and everything that the target needs. Reports why it
  // cannot.
  bool usable() {
    std::set<std::pair<int, std::size_t>> seen;
    bool any = false;
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const auto& meaning = mapping_.columns[i];
      if (meaning.kind == Kind::ignored) continue;
      any = any || meaning.kind == Kind::column;
      if (!seen.insert({static_cast<int>(meaning.kind), meaning.column}).second)
        return reportFile("import.column-twice", {{"column", columnName(i)}}), false;
    }
    const bool lines = columnOf(Kind::fieldName) && columnOf(Kind::figure);
    if (mapping_.table ? !any : !lines)
      return reportFile(mapping_.table ? "import.no-column" : "import.no-figures"), false;
    if (mapping_.table && definition_.tables[*mapping_.table].fixed && !columnOf(Kind::rowName))
      return reportFile("import.no-row-names"), false;
    return true;
  }

  void fieldLine(const SheetRow& row) {
    const auto nameColumn = *columnOf(Kind::fieldName), figure = *columnOf(Kind::figure);
    const auto name = foldSpace(nameAt(row, nameColumn));
    const auto& given = cell(row, figure);
    const bool unnamed = name.empty() && isFigure(given);
    if (!unnamed && (name.empty() || (given.kind == SheetCell::Kind::blank && !given.merged)))
      return;  // a title, or a field that is not filled in
    ++run_.lines;
    const auto field = names_.find(name);
    const auto wrong = [&](std::size_t column, Error error) {
      ++run_.wrong;
      reportFinding(row, column, std::move(error));
    };
    if (unnamed)
      return wrong(figure, {"values.unnamed-figure", "", {{"given", shortened(given.text)}}, ErrorKind::refusal});
    if (!field) return wrong(nameColumn, {"import.unknown-indicator", "", {{"given", name}}, ErrorKind::refusal});
    const auto& form = definition_.fields[*field];
    if (!form.enterable()) {
      --run_.lines;
      return reportFinding(row, nameColumn,
                           {"import.computed",
                            "",
                            {{"label", form.label.vi}, {"label_en", form.label.in(Language::en)}},
                            ErrorKind::refusal},
                           false);
    }
    if (!seen_.insert(form.id).second)
      return wrong(nameColumn, {"values.duplicate",
                                "",
                                {{"label", form.label.vi}, {"label_en", form.label.in(Language::en)}},
                                ErrorKind::refusal});
    auto value = valueOf(row, figure, form);
    if (!value) return wrong(figure, value.error());
    if (auto allowed = checkInForce(definition_, parts_, Place::ofField(form.id), *value); !allowed)
      return wrong(figure, std::move(allowed).error());
    ++run_.right;
    run_.values.values.push_back({Place::ofField(form.id), std::move(*value)});
  }

  void beginTable() {
    const auto& form = definition_.tables[*mapping_.table];
    if (mapping_.replace && !form.fixed) run_.values.tables.push_back({form.id, true, std::nullopt});
    if (mapping_.replace || form.fixed) return;
    count_ = present_.tables[*mapping_.table].rows.size();
    for (const auto& row : present_.tables[*mapping_.table].rows) {
      std::string key;
      for (const auto& meaning : mapping_.columns)
        key += meaning.kind == Kind::column ? encodeValue(row.cells[meaning.column]) + "\x1f" : std::string();
      there_.insert(std::move(key));
    }
  }

  // The id of the line's row; "" if there is none, which is then reported.
  std::string rowId(const TableDefinition& form, const SheetRow& row) {
    const auto named = columnOf(Kind::rowName);
    const auto text = named ? std::string(trim(nameAt(row, *named))) : std::string();
    if (form.fixed) {
      const auto found = fixedRowNamed(form, text);
      if (!found)
        return reportFinding(row, named, {"import.unknown-row", "", {{"given", text}}, ErrorKind::refusal}), "";
      return form.fixedRows[*found].id;
    }
    if (text.empty()) return "n" + salt_ + std::to_string(row.number);
    if (!isRowId(text))
      return reportFinding(row, named, {"import.row-id", "", {{"given", text}}, ErrorKind::refusal}), "";
    return text;
  }

  void tableLine(const SheetRow& row) {
    const auto& form = definition_.tables[*mapping_.table];
    bool content = false, total = false;
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const auto& given = cell(row, i);
      const auto& text = given.text;
      content = content || (mapping_.columns[i].kind == Kind::column && given.kind != SheetCell::Kind::blank);
      total = total || reading::isTotalLabel(text);
    }
    if (!content) return;
    if (total && !form.fixed)
      return reportFinding(row, std::nullopt, {"import.total", "", {}, ErrorKind::refusal}, false);
    ++run_.lines;
    std::vector<ValueEdit> cells;
    std::string key;
    const auto before = run_.findings.size();
    const auto id = rowId(form, row);
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      if (mapping_.columns[i].kind != Kind::column) continue;
      const auto& column = form.columns[mapping_.columns[i].column];
      auto value = valueOf(row, i, column);
      auto allowed =
          value ? checkInForce(definition_, parts_, Place::ofCell(form.id, id, column.id), *value) : Status();
      if (!value || !allowed) {
        reportFinding(row, i, value ? std::move(allowed).error() : value.error());
        continue;
      }
      key += encodeValue(*value) + "\x1f";
      cells.push_back({Place::ofCell(form.id, id, column.id), std::move(*value)});
    }
    if (run_.findings.size() == before && !seen_.insert(id).second) {
      const auto label = placeLabel(definition_, Place::ofRow(form.id, id));
      reportFinding(
          row, columnOf(Kind::rowName),
          {"values.duplicate", "", {{"label", label.vi}, {"label_en", label.in(Language::en)}}, ErrorKind::refusal});
    }
    if (run_.findings.size() == before && there_.contains(key)) {
      --run_.lines;
      return reportFinding(row, std::nullopt, {"import.there-already", "", {}, ErrorKind::refusal}, false);
    }
    if (run_.findings.size() == before && !form.fixed && count_ >= form.maxRows) {
      reportFinding(row, std::nullopt,
                    {"package.too-many-rows",
                     "",
                     {{"table", form.title.vi},
                      {"table_en", form.title.in(Language::en)},
                      {"limit", std::to_string(form.maxRows)}},
                     ErrorKind::refusal});
    }
    if (run_.findings.size() != before) return void(++run_.wrong);
    ++run_.right, ++count_;
    run_.values.rows.push_back({form.id, id, false});
    std::move(cells.begin(), cells.end(), std::back_inserter(run_.values.values));
  }

  const SectionDefinition& definition_;
  const PartsInForce& parts_;
  const SectionData& present_;
  const Sheet& sheet_;
  const ImportMapping& mapping_;
  FieldNames names_;
  const reading::Context context_;
  std::vector<std::optional<int>> powers_;  // of money in each column, if it is not that of context_
  std::optional<std::size_t> unitColumn_;
  const std::string salt_ = newId().substr(0, 8);  // part of new ids, so that no row of the table is overwritten
  std::set<std::string> seen_, there_;
  std::size_t count_ = 0;
  DryRun run_;
};

}  // namespace

DryRun dryRun(const SectionDefinition& definition, const PartsInForce& parts, const SectionData& present,
              const Sheet& sheet, const ImportMapping& mapping, int year, const std::stop_token& stop) {
  return Run(definition, parts, present, sheet, mapping, year).all(stop);
}

DryRun dryRun(const Result<Imported>& imported) {
  DryRun run;
  if (!imported) {
    run.findings.push_back({0, "", imported.error(), true});
    return run;
  }
  run.values = imported->values;
  run.right = std::max<std::size_t>(imported->values.rows.size(), imported->values.values.empty() ? 0 : 1);
  run.wrong = imported->refused.size();
  run.lines = run.right + run.wrong;
  for (const auto& error : imported->refused) {
    const bool line = !error.place.empty() && error.place.find_first_not_of("0123456789") == std::string::npos &&
                      error.place.size() < 9;
    run.findings.push_back({line ? std::stoul(error.place) : 0, line ? std::string() : error.place, error, true});
  }
  return run;
}

std::string whatIsWrong(const ImportFinding& finding, Words words) {
  const auto [what, fix] = message(finding.error, words.language);
  return upperFirst(what) + (fix.empty() ? "" : ". " + upperFirst(fix));
}

Result<EditStep> importStep(const SectionDefinition& definition, const PartsInForce& parts, const SectionData& present,
                            const ValuesFile& values, const std::string& file) {
  CCHC_TRY(auto step, stepOf(definition, present, values));
  CCHC_CHECK(checkStepInForce(definition, parts, step));
  step.name = stepName("undo.import", {{"file", {file, file}}});
  return step;
}

}  // namespace cchc::presentation
