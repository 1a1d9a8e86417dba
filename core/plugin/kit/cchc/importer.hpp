// What an importer reads, a table of cells or running text, and where it writes what it found.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/readers.hpp"

namespace cchc::plugin {

struct Cell {
  enum class Kind : std::int32_t { blank, text, number, date, yesNo, error, formulaWithoutResult, percent };
  Kind kind = Kind::blank;
  bool hidden = false;    // in a row or column that is hidden
  bool merged = false;    // covered by a merged cell
  std::string_view text;  // as it is shown
  Decimal number;         // of Kind::number and Kind::percent
  CalendarDate date;      // of Kind::date
  bool yes = false;       // of Kind::yesNo
  bool blank() const { return kind == Kind::blank; }
};

// One sheet of a workbook, or a delimited text. Rows and columns count from 0. A cheap handle, valid during the import;
// so are the views of its cells.
class Cells {
 public:
  explicit Cells(const cchc_cells& cells) : cells_(&cells) {}
  std::size_t rows() const { return static_cast<std::size_t>(cells_->rows); }
  std::size_t columns() const { return static_cast<std::size_t>(cells_->columns); }
  std::string_view sheet() const { return plugin::text(cells_->sheet); }
  // The number of the row as people see it, from 1.
  std::size_t line(std::size_t row) const { return static_cast<std::size_t>(cells_->line(cells_->self, row)); }
  // A blank cell outside the table.
  Cell at(std::size_t row, std::size_t column) const { return asked(cells_->cell, row, column); }
  std::string_view text(std::size_t row, std::size_t column) const { return at(row, column).text; }
  // The cell that covers a merged one, which is blank itself; the cell itself if no other covers it.
  Cell covering(std::size_t row, std::size_t column) const { return asked(cells_->covering, row, column); }

 private:
  Cell asked(int32_t (*function)(void*, uint64_t, uint64_t, cchc_cell*), std::size_t row, std::size_t column) const {
    cchc_cell out{};
    out.size = static_cast<std::uint32_t>(sizeof out);
    if (function(cells_->self, row, column, &out) == 0) return {};
    return {static_cast<Cell::Kind>(out.kind),
            (out.flags & CCHC_CELL_HIDDEN) != 0,
            (out.flags & CCHC_CELL_MERGED) != 0,
            plugin::text(out.text),
            Decimal(out.number),
            dateOf(out.date),
            out.yes != 0};
  }
  const cchc_cells* cells_;
};

// A column that an importer looks for: the first cell of the heading that contains one of the words belongs to it.
// Columns are looked for in the order in which they are given, and a cell belongs to one column only.
struct HeadingColumn {
  std::string_view id;
  std::vector<std::string_view> words;  // folded (see fold): "giai ngan"
  bool required = true;
};
struct Heading {
  std::size_t row = 0;
  std::map<std::string, std::size_t, std::less<>> columns;  // id -> position; only those that were found

  std::optional<std::size_t> column(std::string_view id) const {
    const auto found = columns.find(id);
    return found == columns.end() ? std::nullopt : std::optional(found->second);
  }
};

namespace detail {
inline std::optional<decltype(Heading::columns)> headingIn(const std::vector<std::string>& folded,
                                                           std::span<const HeadingColumn> columns) {
  decltype(Heading::columns) found;
  std::vector<bool> taken(folded.size());
  for (const auto& column : columns) {
    const auto says = [&](const std::string& cell) {
      return std::any_of(column.words.begin(), column.words.end(),
                         [&](std::string_view word) { return cell.find(word) != std::string::npos; });
    };
    std::size_t at = 0;
    while (at < folded.size() && (taken[at] || !says(folded[at]))) ++at;
    if (at == folded.size() && column.required) return std::nullopt;
    if (at == folded.size()) continue;
    taken[at] = true;
    found.emplace(column.id, at);
  }
  return found;
}
}  // namespace detail

// The first row from `from` on whose cells contain words of all required columns; nullopt: there is none.
inline std::optional<Heading> findHeading(const Cells& cells, std::span<const HeadingColumn> columns,
                                          std::size_t from = 0) {
  Heading heading;
  for (std::size_t row = from; row < cells.rows(); ++row) {
    std::vector<std::string> folded;
    for (std::size_t column = 0; column < cells.columns(); ++column) {
      const auto shown = cells.text(row, column);
      folded.push_back(shown.empty() ? std::string() : fold(shown));
    }
    if (auto found = detail::headingIn(folded, columns)) {
      heading.row = row;
      heading.columns = std::move(*found);
      return heading;
    }
  }
  return std::nullopt;
}

// A figure or an amount of money in a cell: a number by its value, a text as readFigure and readMoney read it. A
// percentage is no other quantity: 50 % is not 50 people. Other kinds of cells are refused, and so is a cell that a
// merged one covers, since its figure would count twice.
inline Reading<Decimal> readFigure(const Cell& cell, Quantity quantity, const ReadingContext& context = {}) {
  Reading<Decimal> out;
  if (cell.merged) return out;
  if (cell.kind == Cell::Kind::text) return readFigure(cell.text, quantity, context);
  const bool number =
      cell.kind == Cell::Kind::number || (cell.kind == Cell::Kind::percent && quantity == Quantity::percent);
  if (cell.blank()) out.outcome = Reading<Decimal>::Outcome::blank;
  if (!number || (quantity == Quantity::whole && !cell.number.isWhole())) return out;
  out.outcome = Reading<Decimal>::Outcome::value;
  out.value = cell.number;
  return out;
}
// A unit that a number shows ("5 triệu đồng", by the format of its cell) comes before that of the context; if it is no
// money of this country, the number is refused.
inline Reading<Decimal> readMoney(const Cell& cell, const ReadingContext& context = {}) {
  if (cell.kind == Cell::Kind::text && !cell.merged) return readMoney(cell.text, context);
  auto out = readFigure(cell, Quantity::number, context);
  if (!out) return out;
  auto power = context.moneyPower;
  if (cell.text.find_first_not_of("0123456789.,-() ") != std::string_view::npos) {
    if (!readMoney(cell.text, context)) return {};
    power = moneyPower(cell.text.substr(cell.text.find_last_of("0123456789") + 1)).value_or(power);
  }
  auto dong = std::optional(out.value);
  for (int i = 0; i < power && dong; ++i) dong = multiply(*dong, Decimal(10));
  if (!dong || !dong->isWhole()) return {};
  out.value = dong->rounded(0).value_or(*dong);
  return out;
}

// A row below a heading. A column that the heading lacks is blank.
class HeadedRow {
 public:
  HeadedRow(const Cells& cells, const Heading& heading, std::size_t row)
      : cells_(cells), heading_(heading), row_(row) {}
  std::size_t row() const { return row_; }
  std::size_t line() const { return cells_.line(row_); }
  Cell cell(std::string_view id) const {
    const auto column = heading_.column(id);
    return column ? cells_.at(row_, *column) : Cell();
  }
  std::string_view text(std::string_view id) const { return cell(id).text; }  // as it is shown
  bool blank() const {
    return std::all_of(heading_.columns.begin(), heading_.columns.end(),
                       [this](const auto& column) { return cells_.at(row_, column.second).blank(); });
  }

 private:
  const Cells& cells_;
  const Heading& heading_;
  std::size_t row_;
};
// Calls `visit` with each row below the heading that has something in one of its columns.
template <class Visit>
void forEachRow(const Cells& cells, const Heading& heading, const Visit& visit) {
  for (auto row = heading.row + 1; row < cells.rows(); ++row) {
    const HeadedRow headed(cells, heading, row);
    if (!headed.blank()) visit(headed);
  }
}

// A choice of a field, and the words by which a file names it: folded, with '|' between them.
struct ChoiceWords {
  std::string_view choice, words;
};
// The first choice one of whose words is in the wording; nullopt: none.
inline std::optional<std::string_view> choiceIn(std::string_view wording, std::span<const ChoiceWords> choices) {
  const auto folded = fold(wording);
  for (const auto& [choice, words] : choices) {
    for (std::size_t from = 0; from < words.size();) {
      const auto to = std::min(words.find('|', from), words.size());
      if (folded.find(words.substr(from, to - from)) != std::string::npos) return choice;
      from = to + 1;
    }
  }
  return std::nullopt;
}

// The codes of the texts with which an importer refuses a figure: one that is wrong ({given}), or that has several
// meanings ({given}, {meanings}).
struct FigureCodes {
  std::string_view wrong, ambiguous;
};

// Receives the rows of an importer. The host reads and checks each value by its field, and names what it refuses.
class RowSink {
 public:
  explicit RowSink(const cchc_import_context& context) : context_(&context) {}
  // Begins a new row, to which the following values belong. Values before the first row belong to plain fields. `line`
  // is where it stands in the input, for messages about its values; 0: nowhere.
  void beginRow(std::string_view table, std::size_t line = 0) {
    context_->begin_row(context_->self, view(table), line);
  }
  // A value as it is written in the file; without a context its figures have Vietnamese marks, and its money is in
  // đồng.
  void value(std::string_view fieldOrColumn, std::string_view value) {
    context_->value(context_->self, view(fieldOrColumn), view(value), nullptr);
  }
  void value(std::string_view fieldOrColumn, std::string_view value, const ReadingContext& reading) {
    const auto with = detail::raw(reading);
    context_->value(context_->self, view(fieldOrColumn), view(value), &with);
  }
  // A cell of the input, which the host reads by its kind; without a context its figures have the marks of its column,
  // and its money is in đồng. readingOf gives the context that its table states.
  void cell(std::string_view fieldOrColumn, std::size_t row, std::size_t column) {
    context_->cell(context_->self, view(fieldOrColumn), row, column, nullptr);
  }
  void cell(std::string_view fieldOrColumn, std::size_t row, std::size_t column, const ReadingContext& reading) {
    const auto with = detail::raw(reading);
    context_->cell(context_->self, view(fieldOrColumn), row, column, &with);
  }
  void number(std::string_view fieldOrColumn, const Decimal& number) {
    context_->number(context_->self, view(fieldOrColumn), number.raw());
  }
  void document(std::string_view fieldOrColumn, const Document& document) {
    const auto given = raw(document);
    context_->document(context_->self, view(fieldOrColumn), &given);
  }
  // Reports a line that is not imported, with the code of its text in messages.tsv.
  void refuse(std::size_t line, std::string_view code, const Arguments& arguments = {}) {
    const auto given = detail::raw(arguments);
    context_->refuse(context_->self, line, view(code), given.data(), given.size());
  }
  // Whether `read`, the figure in a cell of the line, is a count or an amount that number() can take. Otherwise the
  // line is refused: the figure is ambiguous or none, is negative, or has a word of quantity ("trên 45"), which would
  // be lost.
  bool accepts(std::size_t line, const Reading<Decimal>& read, std::string_view given, const FigureCodes& codes) {
    if (read && !read.value.isNegative() && read.qualifier == Qualifier::exact) return true;
    if (read.meanings.empty())
      refuse(line, codes.wrong, {{"given", std::string(given)}});
    else
      refuse(line, codes.ambiguous, {{"given", std::string(given)}, {"meanings", read.meanings}});
    return false;
  }

 private:
  const cchc_import_context* context_;
};

class ImportContext {
 public:
  explicit ImportContext(const cchc_import_context& context) : context_(&context) {}
  std::int32_t periodYear() const { return context_->period_year; }
  CalendarDate periodStart() const { return dateOf(context_->period_start); }
  CalendarDate periodEnd() const { return dateOf(context_->period_end); }
  PeriodSpan periodSpan() const { return static_cast<PeriodSpan>(context_->period_span); }
  std::uint32_t version() const { return context_->version; }             // of the section's definition
  Cells cells() const { return Cells(*context_->cells); }                 // of an importer of cells
  std::string_view text() const { return plugin::text(context_->text); }  // of an importer of running text

 private:
  const cchc_import_context* context_;
};

// How the figures of a table are to be read: by the marks on which the texts in the columns of `figures` agree, in the
// unit that the lowest of the rows above the heading names ("ĐVT: triệu đồng"), and with the year of the period.
inline ReadingContext readingOf(const ImportContext& context, const Cells& cells, const Heading& heading,
                                const std::vector<std::string_view>& figures) {
  std::vector<std::string_view> block;
  forEachRow(cells, heading, [&](const HeadedRow& row) {
    for (const auto id : figures) {
      const auto cell = row.cell(id);
      if (cell.kind == Cell::Kind::text) block.push_back(cell.text);
    }
  });
  ReadingContext reading;
  reading.marks = marksOf(block).value_or(Marks::vietnamese);
  reading.year = context.periodYear();
  for (std::size_t row = 0; row < heading.row; ++row) {
    for (std::size_t column = 0; column < cells.columns(); ++column)
      reading.moneyPower = moneyPower(cells.text(row, column)).value_or(reading.moneyPower);
  }
  return reading;
}

}  // namespace cchc::plugin
