// What an importer reads, a table of cells or running text, and where it writes what it found.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/cells.hpp"
#include "cchc/readers.hpp"

namespace cchc::plugin {

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

  // A text alone, as the name of a section is, between rows of three columns or more.
  bool standsAlone() const {
    std::size_t filled = 0;
    bool text = true;
    for (const auto& [id, column] : heading_.columns) {
      const auto cell = cells_.at(row_, column);
      filled += cell.blank() ? 0 : 1;
      text = text && (cell.blank() || (cell.kind == Cell::Kind::text && !detail::isFigure(cell)));
    }
    return text && filled == 1 && heading_.columns.size() > 2;
  }

  // Figures alone, whose word for a total stands in another column, such as that of the line numbers.
  bool isTotalBeside() const {
    if (!std::all_of(heading_.columns.begin(), heading_.columns.end(), [&](const auto& column) {
          const auto cell = cells_.at(row_, column.second);
          return cell.blank() || detail::isFigure(cell);
        }))
      return false;
    for (std::size_t column = 0; column < cells_.columns(); ++column) {
      if (isTotalLabel(cells_.text(row_, column))) return true;
    }
    return false;
  }

 private:
  const Cells& cells_;
  const Heading& heading_;
  std::size_t row_;
};
// Calls `visit` with each row below the heading that has something in one of its columns, up to endOfRows. The heading
// may stand there once more, on a new page.
template <class Visit>
void forEachRow(const Cells& cells, const Heading& heading, const Visit& visit) {
  std::vector<std::size_t> columns;
  for (const auto& [id, column] : heading.columns) columns.push_back(column);
  const auto end = endOfRows(cells, columns, heading.last + 1);
  for (auto row = heading.last + 1; row < end; ++row) {
    const HeadedRow headed(cells, heading, row);
    const bool again = std::all_of(heading.columns.begin(), heading.columns.end(), [&](const auto& column) {
      const auto text = cells.text(row, column.second);
      return text == cells.text(heading.row, column.second) ||
             (heading.row > 0 && text == cells.text(heading.row - 1, column.second));
    });
    if (!headed.blank() && !again && !headed.standsAlone() && !headed.isTotalBeside()) visit(headed);
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

// The marks of a block of whole numbers: as marksOf, or the English ones if those of this country read none of them.
inline std::optional<Marks> marksOfWholes(const std::vector<std::string_view>& block) {
  if (const auto marks = marksOf(block)) return marks;
  std::size_t english = 0;
  ReadingContext context;
  for (const auto text : block) {
    if (text.find_first_of(".,") == std::string_view::npos) continue;
    context.marks = Marks::vietnamese;
    const auto here = readFigure(text, Quantity::whole, context);
    if (here || (!here.meanings.empty() && text.find(',') != std::string_view::npos)) return std::nullopt;
    context.marks = Marks::english;
    english += readFigure(text, Quantity::whole, context) ? 1 : 0;
  }
  return english > 1 ? std::optional(Marks::english) : std::nullopt;
}

// How the figures of a table are to be read: by the marks on which the texts in the columns of `figures` agree, in the
// unit that the lowest of the rows above the heading names ("ĐVT: triệu đồng"), and with the year of the period.
inline ReadingContext readingOf(const ImportContext& context, const Cells& cells, const Heading& heading,
                                const std::vector<std::string_view>& figures, Quantity quantity = Quantity::number) {
  std::vector<std::string_view> block;
  forEachRow(cells, heading, [&](const HeadedRow& row) {
    for (const auto id : figures) {
      const auto cell = row.cell(id);
      if (cell.kind == Cell::Kind::text) block.push_back(cell.text);
    }
  });
  ReadingContext reading;
  reading.marks = (quantity == Quantity::whole ? marksOfWholes(block) : marksOf(block)).value_or(Marks::vietnamese);
  reading.year = context.periodYear();
  for (std::size_t row = 0; row < heading.row; ++row) {
    for (std::size_t column = 0; column < cells.columns(); ++column)
      reading.moneyPower = moneyPower(cells.text(row, column)).value_or(reading.moneyPower);
  }
  return reading;
}

}  // namespace cchc::plugin
