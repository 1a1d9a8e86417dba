#include "core/app/section/importer_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/reading/total_label.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/importing/sheet_mapping.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_totals.h"
#include "core/exchange/importing/sheet_units.h"

namespace cchc {
namespace {

using importing::isBlank;

constexpr std::size_t mostShown = 200;  // bytes of a line that is left out

std::optional<Decimal> figureOf(const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::number) return cell.number;
  if (cell.kind != SheetCell::Kind::text || !importing::isFigure(cell)) return std::nullopt;
  const auto read = reading::readFigure(cell.text, reading::Quantity::number, {});
  const auto* figure = std::get_if<reading::Figure>(&read);
  return figure == nullptr ? std::nullopt : figure->number;
}

// The number at the beginning of the place of a refusal, which is a line; 0: there is none.
std::size_t lineOf(std::string_view place) {
  const auto digits = std::min(place.find_first_not_of("0123456789"), place.size());
  const bool line = digits > 0 && digits < 9 && (digits == place.size() || place[digits] == ',');
  if (line) return std::stoul(std::string(place.substr(0, digits)));
  // "Trang!C12"
  const auto mark = place.rfind('!');
  if (mark == std::string_view::npos) return 0;
  auto cell = place.substr(mark + 1);
  while (!cell.empty() && cell.front() >= 'A' && cell.front() <= 'Z') cell.remove_prefix(1);
  const bool number =
      !cell.empty() && cell.size() < 9 && cell.find_first_not_of("0123456789") == std::string_view::npos;
  return number ? std::stoul(std::string(cell)) : 0;
}

class ImporterLines {
 public:
  ImporterLines(Imported& imported, const Sheet& whole, const Sheet& given, std::string_view file)
      : imported_(imported), whole_(whole), given_(given), file_(file) {}

  DryRun run() && {
    run_.values = std::move(imported_.values);
    run_.right = std::max<std::size_t>(run_.values.rows.size(), run_.values.values.empty() ? 0 : 1);
    run_.wrong = imported_.refused.size();
    for (auto& error : imported_.refused) refuse(std::move(error));
    run_.lines = run_.right + run_.wrong;
    for (const auto line : imported_.lines) used_.insert(line);
    used_.erase(0);
    refuseTornLines();
    noteOpenMarks();
    // An importer of running text, or one that names no lines, says nothing of the others.
    if (!imported_.lines.empty() && imported_.ofCells && !used_.empty()) {
      nameOtherColumns();
      nameOtherLines();
    }
    return std::move(run_);
  }

 private:
  void refuse(Error error) {
    const auto given = error.place;
    const auto line = lineOf(error.place);
    const bool whole = !error.place.empty() && error.place.find_first_not_of("0123456789") == std::string::npos;
    const auto column = whole || line == 0 ? std::string() : error.place.substr(error.place.find(',') + 1);
    if (line != 0) used_.insert(line);
    error.place = std::string(file_) + (error.place.empty() ? "" : ":" + error.place);
    run_.findings.push_back({line, line == 0 && !whole ? given : std::string(trim(column)), std::move(error)});
  }

  // A line of delimited text with content beyond all headings, such as a decimal comma makes it that is not quoted.
  void refuseTornLines() {
    if (given_.workbook || !imported_.ofCells || used_.empty()) return;
    std::size_t width = 0;
    for (const auto& row : given_.rows) {
      std::size_t filled = 0;
      for (std::size_t i = 0; i < row.cells.size(); ++i) filled = isBlank(row.cells[i]) ? filled : i + 1;
      if (row.number < *used_.begin()) width = std::max(width, filled);
      if (!used_.contains(row.number) || width == 0 || filled <= width) continue;
      refuse({"values.too-many-cells", std::to_string(row.number), {}, ErrorKind::refusal});
      ++run_.wrong;
    }
  }

  // Amounts in a unit that is not đồng, of which nothing tells how their marks are meant: "94,277" triệu.
  void noteOpenMarks() {
    reading::Context vietnamese, english;
    english.marks = reading::Marks::english;
    std::vector<std::string_view> block;
    for (const auto& row : given_.rows) {
      for (const auto& cell : row.cells) {
        if (!used_.empty() && row.number < *used_.begin())
          vietnamese.power = english.power = reading::namedPower(cell.text).value_or(vietnamese.power);
        else if (used_.contains(row.number) && cell.kind == SheetCell::Kind::text && importing::isFigure(cell))
          block.push_back(cell.text);
      }
    }
    if (vietnamese.power == 0 || reading::marksOf(block)) return;
    for (const auto text : block) {
      const auto read = reading::readMoney(text, vietnamese), other = reading::readMoney(text, english);
      const auto *here = std::get_if<reading::Money>(&read), *there = std::get_if<reading::Money>(&other);
      if (here == nullptr || there == nullptr || here->dong == there->dong) continue;
      run_.findings.push_back(
          {0, "", {"import.marks-assumed", std::string(file_), {{"given", shortened(text)}}}, false});
      return;
    }
  }

  void say(const SheetRow& row, std::string_view code) {
    std::string given;
    for (const auto& cell : row.cells) {
      if (!isBlank(cell) && given.size() < mostShown)
        given += (given.empty() ? "" : " · ") + foldSpace(shortened(cell.text));
    }
    if (given.empty()) return;
    run_.findings.push_back(
        {row.number,
         "",
         {std::string(code), std::string(file_) + ":" + std::to_string(row.number), {{"given", shortened(given)}}},
         false});
  }

  // The columns at which the importer did not look, without those that only number the lines.
  void nameOtherColumns() {
    for (std::size_t i = 0; i < whole_.columnCount(); ++i) {
      std::size_t cells = 0;
      std::string heading;
      for (std::size_t r = 0; r < whole_.rows.size(); ++r) {
        const auto& cell = whole_.at(r, i);
        if (isBlank(cell)) continue;
        if (used_.contains(whole_.rows[r].number))
          ++cells;
        else if (cells == 0)
          heading = foldSpace(cell.text);
      }
      if (cells == 0 || (i < imported_.columns.size() && imported_.columns[i])) continue;
      if (importing::isCountHeading(heading)) continue;
      const auto name = columnLetters(i) + (heading.empty() ? "" : " (" + heading + ")");
      const bool hidden = isHiddenColumn(whole_, i);
      run_.findings.push_back({0,
                               name,
                               {hidden ? "import.column-hidden" : "import.column-left-out",
                                std::string(file_),
                                {{"column", name}, {"count", std::to_string(cells)}}},
                               false});
    }
  }

  void nameOtherLines() {
    importing::SheetTotals totals;
    const auto first = *used_.begin();
    // Fields of the section may come from the line of the totals.
    const bool fields = std::any_of(run_.values.values.begin(), run_.values.values.end(),
                                    [](const ValueEdit& edit) { return edit.place.cell() == nullptr; });
    for (std::size_t r = 0; r < given_.rows.size(); ++r) {
      const auto& row = given_.rows[r];
      const bool total = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const SheetCell& cell) { return reading::isTotalLabel(cell.text); });
      if (used_.contains(row.number)) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (const auto figure = figureOf(row.cells[i])) totals.addRecord(r, i, *figure);
        }
      } else if (total) {
        std::map<std::size_t, Decimal> figures;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (const auto figure = figureOf(row.cells[i])) figures.emplace(i, *figure);
        }
        if (fields) continue;
        say(row, "import.total");
        if (!figures.empty()) totals.addSum(r, false, std::move(figures));
      } else if (row.number > first) {
        say(row, "import.unread-line");
      }
    }
    for (const auto& difference : totals.differences()) {
      const auto& row = given_.rows[difference.row];
      run_.findings.push_back(
          {row.number,
           columnLetters(difference.column),
           {"import.total-differs",
            std::string(file_) + ":" + std::to_string(row.number),
            {{"stated", vietnamese::number(difference.stated)}, {"sum", vietnamese::number(difference.sum)}}},
           false});
    }
    for (const auto& row : whole_.rows) {
      const bool there = std::any_of(given_.rows.begin(), given_.rows.end(),
                                     [&](const SheetRow& each) { return each.number == row.number; });
      if (!there) say(row, "import.row-hidden");
    }
  }

  Imported& imported_;
  const Sheet &whole_, &given_;
  std::string_view file_;
  std::set<std::size_t> used_;
  DryRun run_;
};

}  // namespace

Sheet preparedForImporter(const Sheet& sheet, bool withHidden) {
  auto prepared = sheet;
  const auto columns = sheet.columnCount();
  std::vector<bool> hidden(columns);
  for (std::size_t i = 0; i < columns && !withHidden; ++i) hidden[i] = isHiddenColumn(sheet, i);
  for (std::size_t r = 0; r < prepared.rows.size(); ++r) {
    auto& cells = prepared.rows[r].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto* range = sheet.rangeOf(r, i);
      if (hidden[i]) {
        cells[i] = {};
      } else if (range != nullptr && range->firstColumn == range->lastColumn) {
        const auto& covering = sheet.covering(r, i);
        // What is a name or a choice holds for all rows; a figure would count twice.
        if (covering.kind == SheetCell::Kind::text && !importing::isFigure(covering)) cells[i] = covering;
      }
    }
  }
  if (!withHidden) std::erase_if(prepared.rows, [](const SheetRow& row) { return row.hidden; });
  return prepared;
}

std::optional<ImportFinding> foreignUnitOf(const Sheet& sheet) {
  constexpr std::size_t searched = 20;  // a unit stands above a table
  for (std::size_t r = 0; r < std::min(searched, sheet.rows.size()); ++r) {
    const auto& row = sheet.rows[r];
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (const auto unit = importing::foreignUnit(row.cells[i].text)) {
        return ImportFinding{
            row.number, columnLetters(i), {"import.money-unit-unknown", std::to_string(row.number), {{"unit", *unit}}}};
      }
    }
  }
  return std::nullopt;
}

std::optional<ImportFinding> lineUnitsOf(const Sheet& sheet) {
  constexpr std::size_t searched = 20;
  for (std::size_t r = 0; r < std::min(searched, sheet.rows.size()); ++r) {
    const auto& cells = sheet.rows[r].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!reading::isUnitHeading(cells[i].text)) continue;
      for (auto below = r + 1; below < sheet.rows.size(); ++below) {
        const auto& unit = sheet.at(below, i).text;
        if (!importing::changesFigure(unit)) continue;
        const auto number = sheet.rows[below].number;
        return ImportFinding{
            number,
            columnLetters(i),
            {"import.importer-units", std::to_string(number), {{"column", columnLetters(i)}, {"unit", unit}}}};
      }
    }
  }
  return std::nullopt;
}

DryRun importedRun(Imported& imported, const Sheet& whole, const Sheet& given, std::string_view file) {
  return ImporterLines(imported, whole, given, file).run();
}

}  // namespace cchc
