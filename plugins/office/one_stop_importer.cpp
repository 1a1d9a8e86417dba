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

struct FieldWords {
  std::string_view field, words;
};
// The first match counts: "Giáo dục và Đào tạo" comes before "đào tạo nghề", "Nông nghiệp" before "công nghiệp".
constexpr std::array fieldWords = {FieldWords{"finance", "tai chinh"},
                                   FieldWords{"finance", "ke hoach"},
                                   FieldWords{"finance", "kinh doanh"},
                                   FieldWords{"finance", "hop tac xa"},
                                   FieldWords{"education", "giao duc"},
                                   FieldWords{"labour", "lao dong"},
                                   FieldWords{"labour", "thuong binh"},
                                   FieldWords{"labour", "bao tro xa hoi"},
                                   FieldWords{"labour", "nguoi co cong"},
                                   FieldWords{"labour", "tre em"},
                                   FieldWords{"environment", "tai nguyen"},
                                   FieldWords{"environment", "moi truong"},
                                   FieldWords{"environment", "dat dai"},
                                   FieldWords{"justice", "tu phap"},
                                   FieldWords{"justice", "ho tich"},
                                   FieldWords{"justice", "chung thuc"},
                                   FieldWords{"agriculture", "nong nghiep"},
                                   FieldWords{"agriculture", "nong thon"},
                                   FieldWords{"agriculture", "thuy loi"},
                                   FieldWords{"infrastructure", "ha tang"},
                                   FieldWords{"infrastructure", "xay dung"},
                                   FieldWords{"infrastructure", "giao thong"},
                                   FieldWords{"infrastructure", "cong thuong"},
                                   FieldWords{"home_affairs", "noi vu"},
                                   FieldWords{"home_affairs", "thi dua"},
                                   FieldWords{"home_affairs", "ton giao"},
                                   FieldWords{"culture", "van hoa"},
                                   FieldWords{"culture", "the thao"},
                                   FieldWords{"culture", "thong tin"},
                                   FieldWords{"health", "y te"},
                                   FieldWords{"inspection", "thanh tra"},
                                   FieldWords{"inspection", "khieu nai"},
                                   FieldWords{"inspection", "to cao"},
                                   FieldWords{"ethnic", "dan toc"},
                                   FieldWords{"police", "cong an"}};

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
    if (!total && isHeading(ordinal)) return;
    const auto figures = figuresOf(row);
    if (!figures ||
        std::none_of(figures->begin(), figures->end(), [](const auto& figure) { return figure.has_value(); }))
      return;
    if (total)
      totals_ = figures;
    else if (name.empty())
      sink_.refuse(cells_.line(row), "office.import-name", {{"given", std::string(ordinal)}});
    else
      rows_.push_back({cells_.line(row), std::string(name), *figures});
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
      if (!read || read.value.isNegative()) {
        sink_.refuse(cells_.line(row), read.meanings.empty() ? "office.import-count" : "office.import-ambiguous",
                     {{"given", std::string(cell.text)}, {"meanings", read.meanings}});
        return std::nullopt;
      }
      figures[i] = read.value;
    }
    return figures;
  }

  const plugin::Cells& cells_;
  const FormLayout& layout_;
  plugin::ReadingContext context_;
  plugin::RowSink& sink_;
  std::vector<Row> rows_;
  std::optional<Figures> totals_;
};

// The marks on which all figures of the form agree.
plugin::ReadingContext readingOf(const plugin::Cells& cells, const FormLayout& layout) {
  std::vector<std::string_view> block;
  for (auto row = layout.firstRow; row < cells.rows(); ++row) {
    for (const auto& [column, position] : layout.figures) block.push_back(cells.text(row, position));
  }
  plugin::ReadingContext context;
  context.marks = plugin::marksOf(block).value_or(plugin::Marks::vietnamese);
  return context;
}

}  // namespace

std::string_view fieldOfWork(std::string_view wording) {
  const auto folded = plugin::fold(wording);
  for (const auto& entry : fieldWords) {
    if (folded.find(entry.words) != std::string::npos) return entry.field;
  }
  return "other";
}

void importOneStop(const plugin::ImportContext& context, plugin::RowSink& sink) {
  const auto cells = context.cells();
  const auto layout = findLayout(cells);
  if (!layout) return sink.refuse(1, "office.import-header");
  FormImporter importer(cells, *layout, readingOf(cells, *layout), sink);
  for (auto row = layout->firstRow; row < cells.rows(); ++row) importer.readRow(row);
  importer.writeRows();
}

}  // namespace cchc::office
