#include "one_stop_importer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "dossier_columns.h"
#include "form_layout.h"

namespace cchc::office {
namespace {

using plugin::Decimal;

// The first match counts: "Giáo dục và Đào tạo" comes before "đào tạo nghề", "Nông nghiệp" before "công nghiệp".
constexpr std::array<plugin::ChoiceWords, 13> fields = {{
    {"finance", "tai chinh|ke hoach|kinh doanh|hop tac xa"},
    {"education", "giao duc"},
    {"labour", "lao dong|thuong binh|bao tro xa hoi|nguoi co cong|tre em"},
    {"environment", "tai nguyen|moi truong|dat dai"},
    {"justice", "tu phap|ho tich|chung thuc"},
    {"agriculture", "nong nghiep|nong thon|thuy loi"},
    {"infrastructure", "ha tang|xay dung|giao thong|cong thuong"},
    {"home_affairs", "noi vu|thi dua|ton giao"},
    {"culture", "van hoa|the thao|thong tin"},
    {"health", "y te"},
    {"inspection", "thanh tra|khieu nai|to cao"},
    {"ethnic", "dan toc"},
    {"police", "cong an"},
}};

// "I", "A.", "II.": the row is a heading for several rows. A row without an ordinal is data.
bool isHeading(std::string_view ordinal) {
  return !ordinal.empty() && (ordinal.front() < '0' || ordinal.front() > '9');
}

// One for each of the dossierColumns; nullopt: unknown.
using Figures = std::array<std::optional<Decimal>, dossierColumns.size()>;

class FormImporter {
 public:
  FormImporter(const plugin::Cells& cells, const FormLayout& layout, const plugin::ReadingContext& context,
               plugin::RowSink& sink)
      : cells_(cells), layout_(layout), context_(context), sink_(sink) {}

  void readRow(std::size_t row) {
    const auto ordinal = layout_.ordinal ? cells_.text(row, *layout_.ordinal) : std::string_view();
    const auto name = cells_.text(row, layout_.name);
    // If cells are merged, the word for totals is in the first column.
    const bool total = plugin::isTotalLabel(name) || plugin::isTotalLabel(ordinal);
    if (!total && isHeading(ordinal)) return noteHeading(row, ordinal);
    const auto figures = figuresOf(row);
    if (!figures ||
        std::none_of(figures->begin(), figures->end(), [](const auto& figure) { return figure.has_value(); }))
      return;
    if (total)
      noteTotals(row, *figures);
    else if (name.empty())
      sink_.refuse(cells_.line(row), "office.import-name", {{"given", std::string(ordinal)}});
    else
      rows_.push_back({cells_.line(row), std::string(name), *figures}), headings_.clear();
  }

  // A heading may have the sums of its rows; without rows its figures are data that would be lost.
  void refuseHeadingsWithoutRows() {
    for (const auto& heading : headings_)
      sink_.refuse(heading.line, "office.import-heading", {{"given", heading.name}});
    headings_.clear();
  }

  // The plain fields come first, since values belong to the row that was begun last.
  void writeRows() const {
    for (std::size_t i = 0; totals_ && i < dossierColumns.size(); ++i) {
      if ((*totals_)[i]) sink_.number(dossierColumns[i].field, *(*totals_)[i]);
    }
    for (const auto& row : rows_) {
      sink_.beginRow(dossierTable, row.line);
      sink_.value("field", fieldOfWork(row.name));
      sink_.value("name", row.name);
      for (std::size_t i = 0; i < dossierColumns.size(); ++i) {
        if (row.figures[i]) sink_.number(dossierColumns[i].column, *row.figures[i]);
      }
    }
  }

 private:
  void noteHeading(std::size_t row, std::string_view ordinal) {
    const bool figures = std::any_of(layout_.figures.begin(), layout_.figures.end(), [&](const auto& figure) {
      return !!plugin::readFigure(cells_.at(row, figure.second), plugin::Quantity::whole, context_);
    });
    if (figures) headings_.push_back({cells_.line(row), std::string(ordinal), {}});
  }

  // Of two lines of totals that differ nobody knows which is the section's own, so none is imported.
  void noteTotals(std::size_t row, const Figures& figures) {
    refuseHeadingsWithoutRows();
    if (!totals_ && !twoTotals_) totals_ = figures;
    if (totals_ == figures) return;
    sink_.refuse(cells_.line(row), "office.import-two-totals");
    totals_.reset();
    twoTotals_ = true;
  }

  struct Row {
    std::size_t line;
    std::string name;
    Figures figures;
  };

  // nullopt: a cell is not a number of dossiers; the line has been refused.
  std::optional<Figures> figuresOf(std::size_t row) const {
    Figures figures;
    for (std::size_t i = 0; i < dossierColumns.size(); ++i) {
      const auto position = layout_.figures.find(dossierColumns[i].column);
      if (position == layout_.figures.end()) continue;
      const auto cell = cells_.at(row, position->second);
      const auto read = plugin::readFigure(cell, plugin::Quantity::whole, context_);
      if (read.blank()) continue;
      if (!sink_.accepts(cells_.line(row), read, cell.text, {"office.import-count", "office.import-ambiguous"}))
        return std::nullopt;
      figures[i] = read.value;
    }
    return figures;
  }

  const plugin::Cells& cells_;
  const FormLayout& layout_;
  plugin::ReadingContext context_;
  plugin::RowSink& sink_;
  std::vector<Row> rows_;
  std::vector<Row> headings_;  // with figures, and without rows so far
  std::optional<Figures> totals_;
  bool twoTotals_ = false;
};

// The marks on which all figures of the form agree.
plugin::ReadingContext readingOf(const plugin::Cells& cells, const FormLayout& layout) {
  std::vector<std::string_view> block;
  for (auto row = layout.firstRow; row < cells.rows(); ++row) {
    for (const auto& [column, position] : layout.figures) {
      if (const auto cell = cells.at(row, position); cell.kind == plugin::Cell::Kind::text) block.push_back(cell.text);
    }
  }
  plugin::ReadingContext context;
  context.marks = plugin::marksOfWholes(block).value_or(plugin::Marks::vietnamese);
  return context;
}

}  // namespace

std::string_view fieldOfWork(std::string_view wording) { return plugin::choiceIn(wording, fields).value_or("other"); }

void importOneStop(const plugin::ImportContext& context, plugin::RowSink& sink) {
  const auto cells = context.cells();
  const auto layout = findLayout(cells);
  if (!layout) return sink.refuse(1, "office.import-header");
  FormImporter importer(cells, *layout, readingOf(cells, *layout), sink);
  std::vector<std::size_t> figures;
  for (const auto& [column, position] : layout->figures) figures.push_back(position);
  const auto end = plugin::endOfRows(cells, figures, layout->firstRow);
  for (auto row = layout->firstRow; row < end; ++row) importer.readRow(row);
  importer.refuseHeadingsWithoutRows();
  importer.writeRows();
}

}  // namespace cchc::office
