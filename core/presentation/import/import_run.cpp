#include "core/presentation/import/import_run.h"

#include <algorithm>
#include <set>

#include "core/app/section/section_content.h"
#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/xml/tokens.h"
#include "core/presentation/section/entry.h"
#include "core/presentation/section/step_name.h"

namespace cchc::presentation {
namespace {

using Kind = ColumnMeaning::Kind;

Result<Value> valueOf(const FieldDefinition& field, const SheetCell& cell, int power) {
  if (field.type != FieldType::money) return cellValue(field, cell);
  if (trim(cell.text).empty()) return Value{};
  if (cell.kind == SheetCell::Kind::text) return readMoney(field, cell.text, power);
  auto number = Decimal::parse(cell.text);
  for (int i = 0; number && i < power; ++i) number = multiply(*number, Decimal(10));
  if (!number || cell.kind == SheetCell::Kind::date) return fail("value.not-a-number", {}, {{"given", cell.text}});
  return cellValue(field, {SheetCell::Kind::number, number->normalised().toText()});
}

bool isTotal(std::string_view text) {
  const auto folded = foldSpace(foldForSearch(text));
  return folded == "tong" || folded == "cong" || folded.starts_with("tong cong") || folded.starts_with("tong so") ||
         folded == "total";
}

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
  Run(const SectionDefinition& definition, const SectionData& present, const Sheet& sheet, const ImportMapping& mapping)
      : definition_(definition), present_(present), sheet_(sheet), mapping_(mapping), names_(definition) {}

  DryRun all(const std::atomic<bool>& stopped) {
    if (!usable()) return std::move(run_);
    if (mapping_.table) beginTable();
    for (auto i = mapping_.heading ? *mapping_.heading + 1 : 0; i < sheet_.rows.size() && !stopped; ++i) {
      const auto& row = sheet_.rows[i];
      if (mapping_.heading && i == *mapping_.heading + 1 && numbersColumns(row)) continue;
      if (mapping_.table)
        tableLine(row);
      else
        fieldLine(row);
    }
    return std::move(run_);
  }

 private:
  const SheetCell& cell(const SheetRow& row, std::size_t column) const {
    static const SheetCell blank;
    return column < row.cells.size() ? row.cells[column] : blank;
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
    const auto name = foldSpace(cell(row, nameColumn).text);
    const auto& given = cell(row, figure);
    if (name.empty() || trim(given.text).empty()) return;  // a title, or a field that is not filled in
    ++run_.lines;
    const auto field = names_.find(name);
    const auto wrong = [&](std::size_t column, Error error) {
      ++run_.wrong;
      reportFinding(row, column, std::move(error));
    };
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
    auto value = valueOf(form, given, mapping_.moneyPower);
    if (!value) return wrong(figure, value.error());
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
    const auto text = named ? std::string(trim(cell(row, *named).text)) : std::string();
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
      const auto& text = cell(row, i).text;
      content = content || (mapping_.columns[i].kind == Kind::column && !trim(text).empty());
      total = total || isTotal(text);
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
      auto value = valueOf(column, cell(row, i), mapping_.moneyPower);
      if (!value) {
        reportFinding(row, i, value.error());
        continue;
      }
      key += encodeValue(*value) + "\x1f";
      cells.push_back({Place::ofCell(form.id, id, column.id), std::move(*value)});
    }
    if (run_.findings.size() == before && !seen_.insert(id).second) {
      const auto label = placeLabel(definition_, placeText(Place::ofCell(form.id, id, {})));
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
  const SectionData& present_;
  const Sheet& sheet_;
  const ImportMapping& mapping_;
  FieldNames names_;
  const std::string salt_ = newId().substr(0, 8);  // part of new ids, so that no row of the table is overwritten
  std::set<std::string> seen_, there_;
  std::size_t count_ = 0;
  DryRun run_;
};

}  // namespace

DryRun dryRun(const SectionDefinition& definition, const SectionData& present, const Sheet& sheet,
              const ImportMapping& mapping, const std::atomic<bool>& stopped) {
  return Run(definition, present, sheet, mapping).all(stopped);
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

Result<EditStep> importStep(const SectionDefinition& definition, const SectionData& present, const ValuesFile& values,
                            const std::string& file) {
  auto after = present;
  CCHC_CHECK(applyValues(definition, values, after));
  auto step = stepBetween(definition, present, after);
  step.name = stepName("undo.import", {{"file", {file, file}}});
  return step;
}

}  // namespace cchc::presentation
