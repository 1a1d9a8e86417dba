// A table of cells that an importer reads: its heading, where its rows end, and the figures in it.
#pragma once
#include <algorithm>
#include <cstddef>
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
  std::size_t row = 0;                                      // the lower one, if there are two lines of headings
  std::size_t last = 0;                                     // the last line below it that has units or column numbers
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
    // Of two columns with the same heading, as of two years, nobody knows which one is meant.
    if (std::count(folded.begin(), folded.end(), folded[at]) > 1) return std::nullopt;
    taken[at] = true;
    found.emplace(column.id, at);
  }
  return found;
}
}  // namespace detail

namespace detail {
inline bool hasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// Whether each cell of a row that is not blank satisfies `is`, and there are `least` of them.
template <class Is>
bool allCells(const Cells& cells, std::size_t row, std::size_t least, const Is& is) {
  std::size_t filled = 0;
  for (std::size_t column = 0; column < cells.columns(); ++column) {
    const auto cell = cells.at(row, column);
    if (cell.blank()) continue;
    if (!is(cell, column)) return false;
    ++filled;
  }
  return filled >= least;
}

// "(1)", "(4)=(3)/(2)", "5", "A": the number of a column. "(triệu đồng)", "(1.000 đồng)": its unit.
inline bool isColumnNumber(std::string_view text) {
  const bool letter = text.size() == 1 && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'));
  return letter || (text.size() <= 24 && hasDigit(text) &&
                    text.find_first_not_of("0123456789()[]=+-/*: ") == std::string_view::npos);
}
inline bool numbersColumns(const Cells& cells, std::size_t row) {
  int next = 0;
  std::size_t numbers = 0, letters = 0;
  const bool all = allCells(cells, row, 2, [&](const Cell& cell, std::size_t) {
    if (!isColumnNumber(cell.text)) return false;
    const auto at = std::min(cell.text.find_first_of("0123456789"), cell.text.size());
    if (at == cell.text.size()) {
      letters += static_cast<std::size_t>((cell.text[0] | 0x20) - 'a') == letters ? 1 : 0;  // A, B, C
      return true;
    }
    int number = 0;
    for (auto i = at; i < cell.text.size() && i < at + 3 && hasDigit(cell.text.substr(i, 1)); ++i)
      number = number * 10 + (cell.text[i] - '0');
    if (next == 0 ? number > 3 : number < next) return false;  // those of hidden columns are missing
    next = number + 1;
    ++numbers;
    return true;
  });
  return all && (numbers >= 2 || (letters >= 2 && (numbers == 0 || next == 2)));
}
inline bool namesUnits(const Cells& cells, std::size_t row) {
  return allCells(cells, row, 1, [](const Cell& cell, std::size_t) {
    return cell.kind == Cell::Kind::text && cell.text.starts_with('(') && cell.text.ends_with(')') &&
           (moneyPower(cell.text) || fold(cell.text) == "(nguoi)");
  });
}

// The heading of two lines that ends with `row`, in which each column has its own words, or those that stand above it;
// empty: the row ends none. The lower line has something below a heading that goes over several columns alone.
inline std::vector<std::string> twoLines(const Cells& cells, std::size_t row) {
  if (row == 0) return {};
  bool over = false, beside = false, merged = false, whole = true, apart = false;
  std::ptrdiff_t broken = 0;  // lines of a text file over which the upper row goes
  std::vector<std::string> words(cells.columns());
  for (std::size_t column = 0; column < cells.columns(); ++column) {
    const auto upper = cells.at(row - 1, column), lower = cells.at(row, column);
    const auto isText = [](const Cell& cell) { return cell.blank() || cell.kind == Cell::Kind::text; };
    if (!isText(upper) || !isText(lower) || isColumnNumber(lower.text)) return {};
    const bool same = !upper.blank() && upper.text == lower.text;
    merged = merged || same;
    whole = whole && (upper.blank() || !lower.blank());
    const bool grouped = upper.blank() || (column + 1 < cells.columns() && cells.at(row - 1, column + 1).blank());
    apart = apart || (!lower.blank() && !same && !grouped);
    over = over || (!lower.blank() && !same && !upper.blank());
    beside = beside || (!upper.blank() && (same || lower.blank()));
    words[column] = fold(lower.blank() ? upper.text : lower.text);
    broken = std::max(broken, std::count(upper.text.begin(), upper.text.end(), '\n'));
  }
  const auto lines = cells.line(row) - cells.line(row - 1);
  if (lines != 1 && lines != static_cast<std::size_t>(broken) + 1) return {};
  // Each column may have a line above it ("Năm 2022", "Năm 2023") beside columns that go over both lines.
  if (apart && !(merged && whole)) return {};
  return over && beside ? words : std::vector<std::string>();
}
}  // namespace detail

// The first row from `from` on whose cells contain words of all required columns, perhaps together with the row above
// it; nullopt: there is none.
inline std::optional<Heading> findHeading(const Cells& cells, std::span<const HeadingColumn> columns,
                                          std::size_t from = 0) {
  const auto foundAt = [&](std::size_t row, const std::vector<std::string>& folded) -> std::optional<Heading> {
    auto found = detail::headingIn(folded, columns);
    if (!found) return std::nullopt;
    Heading heading{row, row, std::move(*found)};
    for (bool numbers = false, units = false; heading.last + 1 < cells.rows(); ++heading.last) {
      const bool isNumbers = !numbers && detail::numbersColumns(cells, heading.last + 1);
      const bool isUnits = !isNumbers && !units && detail::namesUnits(cells, heading.last + 1);
      if (!isNumbers && !isUnits) break;
      (isNumbers ? numbers : units) = true;
    }
    return heading;
  };
  for (std::size_t row = from; row < cells.rows(); ++row) {
    if (const auto words = row + 1 < cells.rows() ? detail::twoLines(cells, row + 1) : std::vector<std::string>();
        !words.empty()) {
      if (auto heading = foundAt(row + 1, words)) return heading;
    }
    std::vector<std::string> folded;
    for (std::size_t column = 0; column < cells.columns(); ++column) {
      const auto shown = cells.text(row, column);
      folded.push_back(shown.empty() ? std::string() : fold(shown));
    }
    if (auto heading = foundAt(row, folded)) return heading;
  }
  return std::nullopt;
}

namespace detail {
inline bool isFigure(const Cell& cell) {
  if (cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::percent) return true;
  const auto first = cell.text.find_first_not_of(" +-~");
  return cell.kind == Cell::Kind::text && first != std::string_view::npos && hasDigit(cell.text.substr(first, 1));
}
}  // namespace detail

// The first row from `from` on that is not one of the table: another table begins there ("TT", "Phân loại", "Số
// lượng"), or only remarks and signatures follow, each of which stands alone in its row. `figures`: the columns of
// figures; other cells of rows that have figures are not looked at. `from`: the first row of data.
inline std::size_t endOfRows(const Cells& cells, const std::vector<std::size_t>& figures, std::size_t from) {
  auto end = from;
  for (auto row = from; row < cells.rows(); ++row) {
    if (std::any_of(figures.begin(), figures.end(),
                    [&](std::size_t column) { return detail::isFigure(cells.at(row, column)); })) {
      end = row + 1;
      continue;
    }
    std::size_t first = 0;
    while (first < cells.columns() && cells.at(row, first).blank()) ++first;
    const auto word = fold(cells.text(row, first));
    if ((word == "tt" || word == "stt" || word == "so tt") && end > from) {
      const auto text = [](const Cell& cell, std::size_t) {
        return cell.kind == Cell::Kind::text && !detail::isFigure(cell);
      };
      std::size_t filled = 0;
      for (std::size_t column = 0; column < cells.columns(); ++column) filled += cells.at(row, column).blank() ? 0 : 1;
      // The same heading on a new page is as wide.
      if (detail::allCells(cells, row, 2, text) && filled * 2 <= cells.columns()) break;
    }
    const auto filled = std::count_if(figures.begin(), figures.end(),
                                      [&](std::size_t column) { return !cells.at(row, column).blank(); });
    const bool other = std::find(figures.begin(), figures.end(), first) == figures.end() && first < cells.columns();
    if (filled + (other ? 1 : 0) > 1) end = row + 1;
  }
  return end;
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

}  // namespace cchc::plugin
