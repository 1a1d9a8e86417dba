#include "core/exchange/importing/sheet_import.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/definition/located_place.h"
#include "core/definition/not_in_force.h"
#include "core/exchange/importing/beside_value.h"
#include "core/exchange/importing/import_notes.h"
#include "core/exchange/importing/sheet_lines.h"
#include "core/exchange/importing/sheet_marks.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_totals.h"
#include "core/exchange/importing/sheet_units.h"
#include "core/exchange/values/cell_value.h"
#include "core/exchange/values/sheet_value.h"

namespace cchc {
namespace {

using Kind = ColumnMeaning::Kind;
using importing::ImportNotes;
using importing::isBlank;
using importing::LineKind;

std::vector<Parameter> labelParameters(const Label& label) {
  return {{"label", label.vi}, {"label_en", label.in(Language::en)}};
}

// One dry run over a sheet.
class Run {
 public:
  Run(const ImportTarget& target, const Sheet& sheet, std::string_view file, const SheetMapping& mapping,
      const SheetChoices& choices)
      : target_(target),
        form_(target.definition),
        sheet_(sheet),
        mapping_(mapping),
        choices_(choices),
        notes_(sheet, file, mapping, run_),
        names_(form_),
        units_(form_, sheet, mapping, target.year),
        lines_(form_, sheet, mapping) {}

  DryRun all(const std::stop_token& stop) {
    if (!usable()) return std::move(run_);
    noteOtherCells();
    if (mapping_.table) beginTable();
    for (auto i = mapping_.heading ? *mapping_.heading + 1 : 0; i < sheet_.rows.size() && !stop.stop_requested(); ++i) {
      if (std::all_of(sheet_.rows[i].cells.begin(), sheet_.rows[i].cells.end(), isBlank)) continue;
      if (isTooLong(i)) continue;
      if (mapping_.table)
        tableLine(i);
      else
        fieldLine(i);
    }
    if (matcher_) endTable();
    noteBlanks();
    noteMoney();
    if (openFigure_)
      notes_.say(
          openFigure_->first, openFigure_->second,
          {"import.marks-assumed", "", {{"given", shortened(cell(openFigure_->first, openFigure_->second).text)}}});
    return std::move(run_);
  }

 private:
  const SheetCell& cell(std::size_t row, std::size_t column) const { return sheet_.at(row, column); }
  // The text of the cell, or of the one that covers it.
  const std::string& nameAt(std::size_t row, std::size_t column) const { return sheet_.covering(row, column).text; }
  std::optional<std::size_t> columnOf(Kind kind) const {
    const auto found = std::find_if(mapping_.columns.begin(), mapping_.columns.end(),
                                    [&](const ColumnMeaning& meaning) { return meaning.kind == kind; });
    return found == mapping_.columns.end() ? std::nullopt
                                           : std::optional<std::size_t>(found - mapping_.columns.begin());
  }
  const TableDefinition& table() const { return form_.tables[*mapping_.table]; }

  // A line of a text file that has content beyond the headings, which would be lost.
  bool isTooLong(std::size_t row) {
    const auto& cells = sheet_.rows[row].cells;
    auto beyond = mapping_.heading ? firstBeyondHeadings(sheet_, *mapping_.heading, row) : cells.size();
    if (mapping_.heading && mapping_.twoLines)
      beyond = std::max(beyond, firstBeyondHeadings(sheet_, *mapping_.heading - 1, row));
    if (beyond == cells.size()) return false;
    ++run_.lines, ++run_.wrong;
    notes_.refuse(row, beyond, {"values.too-many-cells", "", {}});
    return true;
  }

  // Whether the mapping can be used: it has no meaning twice, and everything that the target needs. Reports why it
  // cannot.
  bool usable() {
    std::map<std::pair<Kind, std::pair<std::size_t, std::size_t>>, std::size_t> seen;
    bool any = false;
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const auto& meaning = mapping_.columns[i];
      if (meaning.kind == Kind::ignored || meaning.kind == Kind::count) continue;
      any = any || meaning.kind == Kind::column;
      const auto [first, isNew] = seen.try_emplace({meaning.kind, {meaning.column, meaning.part}}, i);
      if (!isNew) {
        notes_.refuseFile("import.column-twice",
                          {{"column", notes_.columnName(i)}, {"first", notes_.columnName(first->second)}});
        return false;
      }
    }
    const bool lines = columnOf(Kind::fieldName) && columnOf(Kind::figure);
    if (mapping_.table ? !any : !lines) {
      if (mapping_.table)
        notes_.refuseFile("import.no-column", {{"columns", importing::columnLabels(table(), Language::vi)},
                                               {"columns_en", importing::columnLabels(table(), Language::en)}});
      else
        notes_.refuseFile("import.no-figures", {});
      return false;
    }
    if (mapping_.table && table().fixed && !columnOf(Kind::rowName))
      return notes_.refuseFile("import.no-row-names", {}), false;
    if (const auto& foreign = units_.foreign()) {
      notes_.refuse(foreign->row, foreign->column, {"import.money-unit-unknown", "", {{"unit", foreign->unit}}});
      return false;
    }
    return true;
  }

  // What stands above the headings, and in columns that are not imported.
  void noteOtherCells() {
    if (!choices_.own) notes_.noteAbove();
    notes_.noteColumns(mapping_.table ? importing::computedColumns(table(), sheet_, mapping_) : std::set<std::size_t>(),
                       choices_.own);
  }

  // Errors: those of contextOf and sheetValue.
  Result<Value> valueOf(std::size_t row, std::size_t column, const FieldDefinition& field) {
    CCHC_TRY(const auto context, units_.contextOf(row, column, field));
    if (field.type == FieldType::money && isFigure(cell(row, column))) money_ = true;
    CCHC_TRY(auto value, sheetValue(sheet_, row, column, field, context));
    if (!units_.areMarksOpen()) return value;
    if (!openFigure_ && hasOtherMeaning(field, cell(row, column), context, value)) openFigure_ = {row, column};
    return value;
  }
  static bool isFigure(const SheetCell& cell) { return importing::isFigure(cell); }

  // What the program itself has written into a section's own workbook need not be named.
  void leaveOut(std::size_t row, std::string_view code) {
    if (!choices_.own || notes_.standsBeside(row)) notes_.leaveOut(row, code);
  }

  // --- fields

  void fieldLine(std::size_t row) {
    const auto kind = lines_.kindOf(row);
    if (kind == LineKind::heading) return;
    if (kind == LineKind::hidden) return notes_.leaveOut(row, "import.row-hidden");
    if (kind == LineKind::otherTable) return notes_.leaveOut(row, "import.other-table");
    const auto nameColumn = *columnOf(Kind::fieldName), figure = *columnOf(Kind::figure);
    const auto name = foldSpace(nameAt(row, nameColumn));
    const auto& given = cell(row, figure);
    const bool blank = isBlank(given) && !given.merged;
    if (name.empty() && !isFigure(given)) return leaveOut(row, "import.note");
    const auto field = names_.find(name);
    const auto wrong = [&](std::size_t column, Error error, const Label& label = {}) {
      ++run_.lines, ++run_.wrong;
      notes_.refuse(row, column, std::move(error), label);
    };
    if (name.empty()) return wrong(figure, {"values.unnamed-figure", "", {{"given", shortened(given.text)}}});
    if (!field && reading::isTotalLabel(name)) return notes_.leaveOut(row, "import.total");
    if (!field && (blank || (given.kind == SheetCell::Kind::text && !isFigure(given) && !hasDigits(given.text))))
      return leaveOut(row, "import.note");
    if (!field) return wrong(nameColumn, {"import.unknown-indicator", "", {{"given", name}}});
    const auto& form = *field->field;
    if (!form.enterable())
      return choices_.own || blank ? void()
                                   : notes_.say(row, nameColumn, {"import.computed", "", labelParameters(form.label)});
    // A title may be worded like a field, and has no figure.
    if (!blank && !seen_.insert(placeText(field->place)).second)
      return wrong(nameColumn, {"values.duplicate", "", labelParameters(form.label)});
    auto value = valueOf(row, figure, form);
    if (!value) return wrong(figure, value.error(), form.label);
    if (const auto at = columnOf(Kind::qualifier); at && !isBlank(cell(row, *at))) {
      const auto named = importing::namedQualifier(trim(cell(row, *at).text), form, *value);
      if (!named) return wrong(*at, named.error(), form.label);
      value->qualifier = *named;
    }
    if (auto allowed = checkInForce(form_, target_.parts, field->place, *value); !allowed)
      return wrong(figure, std::move(allowed).error());
    addField(*field, std::move(*value));
  }

  void addField(const importing::NamedField& field, Value value) {
    const auto* present = valueAt(form_, target_.present, field.place);
    const bool there = present != nullptr && !present->blank();
    if (value.blank() && !(choices_.rows.replace && there)) {
      blanks_ += there ? 1 : 0;
      return;
    }
    ++run_.lines, ++run_.right;
    if (there && saysTheSame(*field.field, *present, value)) return;
    if (there) value = withHiddenParts(*field.field, *present, std::move(value));
    run_.values.values.push_back({field.place, std::move(value)});
  }

  static bool hasDigits(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // --- rows of a table

  void beginTable() {
    if (!table().fixed)
      matcher_.emplace(table(), target_.present.tables[*mapping_.table], choices_.rows, choices_.idsFrom);
    else
      fixedNames_.emplace(table());
  }

  void tableLine(std::size_t row) {
    const auto kind = lines_.kindOf(row);
    if (kind == LineKind::record) return recordLine(row);
    if (kind == LineKind::heading) return;
    if (kind == LineKind::hidden) return notes_.leaveOut(row, "import.row-hidden");
    if (kind == LineKind::notMapped) return leaveOut(row, "import.not-mapped");
    if (kind == LineKind::note) return notes_.leaveOut(row, "import.note");
    if (kind == LineKind::otherTable) return notes_.leaveOut(row, "import.other-table");
    if (kind == LineKind::part) return notes_.leaveOut(row, "import.part");
    auto figures = figuresOf(row);
    notes_.leaveOut(row, kind == LineKind::total ? "import.total" : "import.section");
    if (!figures.empty()) totals_.addSum(row, kind == LineKind::section, std::move(figures));
  }

  // What may be summed up in a row, by column.
  std::map<std::size_t, Decimal> figuresOf(std::size_t row) {
    std::map<std::size_t, Decimal> figures;
    for (const auto i : lines_.sums()) {
      const auto value = valueOf(row, i, table().columns[mapping_.columns[i].column]);
      if (value && value->number() != nullptr) figures.emplace(i, *value->number());
    }
    return figures;
  }

  // Whether a row has figures alone, of which each is the sum of the rows above or below it: a total without its word.
  bool isNamelessSum(std::size_t row) {
    if (fixedNames_ || lines_.names(row)) return false;
    const auto figures = figuresOf(row);
    if (figures.empty()) return false;
    importing::SheetTotals others;
    bool any = false;
    for (auto r = mapping_.heading ? *mapping_.heading + 1 : 0; r < sheet_.rows.size(); ++r) {
      if (r == row || lines_.kindOf(r) != LineKind::record || !lines_.names(r)) continue;
      any = true;
      for (const auto& [column, figure] : figuresOf(r)) others.addRecord(r, column, figure);
    }
    others.addSum(row, false, figures);
    return any && others.differences().empty();
  }

  void recordLine(std::size_t row) {
    ++run_.lines;
    const auto before = run_.findings.size();
    const auto line = readCells(row);
    if (!blockedSince(before) && isNamelessSum(row)) {
      --run_.lines;
      return notes_.leaveOut(row, "import.total");
    }
    for (const auto& [column, figure] : figuresOf(row)) totals_.addRecord(row, column, figure);
    if (!blockedSince(before)) {
      if (fixedNames_)
        fixedRow(row, line);
      else
        matchedRow(row, line);
    }
    if (blockedSince(before)) ++run_.wrong;
  }
  bool blockedSince(std::size_t finding) const {
    return std::any_of(run_.findings.begin() + static_cast<std::ptrdiff_t>(finding), run_.findings.end(),
                       [](const ImportFinding& each) { return each.blocks; });
  }

  // The cells of a row; what is wrong with them is reported.
  IncomingRow readCells(std::size_t row) {
    IncomingRow line;
    line.line = sheet_.rows[row].number;
    const auto named = columnOf(Kind::rowName);
    if (named) line.id = std::string(trim(nameAt(row, *named)));
    for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
      const auto& meaning = mapping_.columns[i];
      if (meaning.kind != Kind::column) continue;
      const auto& column = table().columns[meaning.column];
      auto value = valueOf(row, i, column);
      if (value) value = importing::withParts(sheet_, mapping_, row, meaning.column, std::move(*value));
      auto allowed =
          value ? checkInForce(form_, target_.parts, Place::ofCell(table().id, idInForce(line.id), column.id), *value)
                : Status();
      if (!value || !allowed) {
        notes_.refuse(row, i, value ? std::move(allowed).error() : value.error(), column.label);
        continue;
      }
      notes_.noteCovered(row, i);
      line.cells.emplace_back(meaning.column, std::move(*value));
    }
    return line;
  }
  // Of a fixed row, the id by which it may be out of force.
  std::string idInForce(const std::string& name) const {
    if (!fixedNames_) return name.empty() ? "-" : name;
    const auto found = fixedNames_->find(name);
    return found ? table().fixedRows[*found].id : name;
  }
  void fixedRow(std::size_t row, const IncomingRow& line) {
    const auto named = columnOf(Kind::rowName);
    const auto found = fixedNames_->find(line.id);
    if (!found) {
      const bool figures =
          std::any_of(line.cells.begin(), line.cells.end(), [](const auto& each) { return !each.second.blank(); });
      if (figures && !reading::isTotalLabel(line.id))
        return notes_.refuse(row, named, {"import.unknown-row", "", {{"given", line.id}}});
      --run_.lines;
      return notes_.leaveOut(row, reading::isTotalLabel(line.id) ? "import.total" : "import.note");
    }
    const auto& id = table().fixedRows[*found].id;
    const auto label = placeLabel(form_, Place::ofRow(table().id, id));
    if (!seen_.insert(id).second) return notes_.refuse(row, named, {"values.duplicate", "", labelParameters(label)});
    ++run_.right;
    for (const auto& [column, value] : line.cells) {
      const auto place = Place::ofCell(table().id, id, table().columns[column].id);
      const auto* present = valueAt(form_, target_.present, place);
      const bool there = present != nullptr && !present->blank();
      if (value.blank() && !(choices_.rows.replace && there))
        blanks_ += there ? 1 : 0;
      else if (!there || !saysTheSame(table().columns[column], *present, value))
        run_.values.values.push_back(
            {place, there ? withHiddenParts(table().columns[column], *present, value) : value});
    }
  }

  void matchedRow(std::size_t row, const IncomingRow& line) {
    const auto match = matcher_->match(line);
    if (!match) return notes_.refuse(row, std::nullopt, match.error());
    ++run_.right;
    if (match->kind == RowMatcher::Match::Kind::same) {
      ++run_.same;
      if (!choices_.own) notes_.say(row, std::nullopt, {"import.there-already", "", {}});
    } else {
      ++(match->kind == RowMatcher::Match::Kind::added ? run_.added : run_.updated);
    }
    matcher_->write(line, *match, run_.values, blanks_);
  }

  void endTable() {
    for (const auto& difference : totals_.differences()) {
      if (difference.section) ++run_.wrong;
      notes_.differs(difference.row, difference.column, difference.section,
                     {{"stated", vietnamese::number(difference.stated)}, {"sum", vietnamese::number(difference.sum)}});
    }
    importing::endRows(table(), *matcher_, choices_.rows, run_);
  }

  void noteBlanks() {
    if (blanks_ > 0) notes_.sayFile("import.blanks-kept", {{"count", std::to_string(blanks_)}});
  }
  void noteMoney() {
    const bool said = mapping_.moneyPower || units_.namedPower() || units_.namedInHeading() || columnOf(Kind::unit);
    if (!money_ || choices_.own || said) return;
    notes_.sayFile("import.money-in-dong", {});
  }

  const ImportTarget& target_;
  const SectionDefinition& form_;
  const Sheet& sheet_;
  const SheetMapping& mapping_;
  const SheetChoices& choices_;
  DryRun run_;
  ImportNotes notes_;
  importing::FieldNames names_;
  importing::SheetUnits units_;
  importing::SheetLines lines_;
  importing::SheetTotals totals_;
  std::optional<RowMatcher> matcher_;                   // of a table without fixed rows
  std::optional<importing::FixedRowNames> fixedNames_;  // of one with them
  std::set<std::string> seen_;
  std::size_t blanks_ = 0;                                         // cells that are blank where the section has a value
  std::optional<std::pair<std::size_t, std::size_t>> openFigure_;  // the first one that is another by other marks
  bool money_ = false;                                             // an amount of money was read
};

}  // namespace

DryRun importSheet(const ImportTarget& target, const Sheet& sheet, std::string_view file, const SheetMapping& mapping,
                   const SheetChoices& choices, const std::stop_token& stop) {
  return Run(target, sheet, file, mapping, choices).all(stop);
}

}  // namespace cchc
