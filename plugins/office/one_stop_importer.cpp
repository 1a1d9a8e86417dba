#include "plugins/office/one_stop_importer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/plugin/plugin_support.h"
#include "plugins/office/dossier_columns.h"
#include "plugins/office/form_layout.h"

namespace cchc::office {
namespace {

using plugin::view;

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

void refuse(plugin::RowSink& sink, std::size_t line, std::string_view code, std::string_view given) {
  const plugin::Argument argument{view("given"), view(given)};
  sink.refuse(line, view(code), &argument, 1);
}

bool isTotal(std::string_view folded) {
  return folded == "tong" || folded == "cong" || folded.starts_with("tong cong") || folded.starts_with("tong so");
}

// "I", "A.", "II.": the line is a heading for several lines. A line without an ordinal is data.
bool isHeading(std::string_view ordinal) {
  return !ordinal.empty() && (ordinal.front() < '0' || ordinal.front() > '9');
}

// The canonical text of each of the dossierColumns; nullopt: unknown.
using Figures = std::array<std::optional<std::string>, dossierColumns.size()>;

class FormImporter {
 public:
  FormImporter(const FormLayout& layout, plugin::RowSink& sink) : layout_(layout), sink_(sink) {}

  void readLine(const FormLine& line) {
    if (std::all_of(line.cells.begin(), line.cells.end(), [](const std::string& cell) { return cell.empty(); })) return;
    const auto ordinal = layout_.ordinal ? line.cell(*layout_.ordinal) : std::string_view();
    const auto name = line.cell(layout_.name);
    // If cells are merged, the word for totals is in the first column.
    const bool total = isTotal(foldForSearch(name)) || isTotal(foldForSearch(ordinal));
    if (!total && isHeading(ordinal)) return;
    const auto figures = figuresOf(line);
    if (!figures ||
        std::none_of(figures->begin(), figures->end(), [](const auto& figure) { return figure.has_value(); }))
      return;
    if (total)
      totals_ = figures;
    else if (name.empty())
      refuse(sink_, line.number, "office.import-name", ordinal);
    else
      rows_.push_back({std::string(name), *figures});
  }

  // The plain fields come first, since cells belong to the row that was begun last.
  void writeCells() const {
    for (std::size_t i = 0; totals_ && i < dossierColumns.size(); ++i) {
      if ((*totals_)[i]) sink_.cell(view(dossierColumns[i].field), view(*(*totals_)[i]));
    }
    for (const auto& row : rows_) {
      sink_.beginRow(view(dossierTable));
      sink_.cell(view("field"), view(fieldOfWork(row.name)));
      sink_.cell(view("name"), view(row.name));
      for (std::size_t i = 0; i < dossierColumns.size(); ++i) {
        if (row.figures[i]) sink_.cell(view(dossierColumns[i].column), view(*row.figures[i]));
      }
    }
  }

 private:
  struct Row {
    std::string name;
    Figures figures;
  };

  // nullopt: a cell is not a number of dossiers; the line has been refused.
  std::optional<Figures> figuresOf(const FormLine& line) const {
    Figures figures;
    for (std::size_t i = 0; i < dossierColumns.size(); ++i) {
      const auto position = layout_.figures.find(dossierColumns[i].column);
      const auto given = position == layout_.figures.end() ? std::string_view() : line.cell(position->second);
      if (given.empty() || given == "-") continue;
      const auto number = vietnamese::parseNumber(given);
      if (!number || number->isNegative() || number->normalised().scale() != 0) {
        refuse(sink_, line.number, "office.import-count", given);
        return std::nullopt;
      }
      figures[i] = number->normalised().toText();
    }
    return figures;
  }

  const FormLayout& layout_;
  plugin::RowSink& sink_;
  std::vector<Row> rows_;
  std::optional<Figures> totals_;
};

}  // namespace

std::string_view fieldOfWork(std::string_view wording) {
  const auto folded = foldForSearch(foldSpace(wording));
  for (const auto& entry : fieldWords) {
    if (folded.find(entry.words) != std::string::npos) return entry.field;
  }
  return "other";
}

bool importOneStop(const plugin::Text& input, plugin::RowSink& sink) noexcept try {
  const auto text = normaliseText(plugin::text(input));
  for (const char delimiter : {'\t', ';', ','}) {
    if (!text) break;
    const auto lines = splitLines(*text, delimiter);
    const auto layout = findLayout(lines);
    if (!layout) continue;
    FormImporter importer(*layout, sink);
    for (std::size_t i = layout->firstLine; i < lines.size(); ++i) importer.readLine(lines[i]);
    importer.writeCells();
    return true;
  }
  refuse(sink, 1, "office.import-header", "");
  return true;  // the refusal gives the reason
} catch (...) {
  return false;
}

}  // namespace cchc::office
