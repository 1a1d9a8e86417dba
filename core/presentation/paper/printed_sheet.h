// A section as it is printed to be read and signed on paper: lines, and the pages that they make. What measures text is
// handed in.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct SheetLine {
  // columns: label, value, unit of a field; cells of a table's row. signature: left and right block, which stay
  // together with the line before.
  enum class Kind : unsigned char {
    heading,
    title,
    subtitle,
    group,
    figure,
    tableTitle,
    tableHeading,
    tableRow,
    paragraph,
    signature,
    space
  } kind = Kind::paragraph;
  std::vector<std::string> cells;  // one, but for figure, tableHeading, tableRow and signature
  bool numbered = false;           // of a table's heading and rows: the first cell is a row's number
  bool operator==(const SheetLine&) const = default;
};

struct SheetSubject {
  const SectionDefinition& definition;
  const SectionData& data;
  const Evaluation& evaluation;
  std::vector<std::string> paragraphs;  // its text, as it would be printed
  std::string unitName, periodName;
  std::string state;  // "Đang nhập", "Đã gửi (lần 2)": said on the sheet, so that a draft is never taken for more
  std::vector<Finding> findings;
};
// Figures that are there, tables with rows, the text, findings that remain with their explanations, and where to sign.
std::vector<SheetLine> sheetLines(const SheetSubject& subject, Words words);

// The lines of each page. `heightOf` measures a line at the width of the page. A heading never ends a page; a table
// that goes on has its heading again; the signatures stay with what stands above them.
std::vector<std::vector<SheetLine>> pagesOf(const std::vector<SheetLine>& lines, int pageHeight,
                                            const std::function<int(const SheetLine&)>& heightOf);

}  // namespace cchc::presentation
