// The data sheet of a section, which is printed to be read and signed on paper: its lines, and their division into
// pages. The caller measures the lines.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/definition/definition.h"
#include "core/model/finding.h"
#include "core/model/section_data.h"
#include "core/presentation/window/words.h"
#include "core/rules/evaluation.h"

namespace cchc::presentation {

struct SheetLine {
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
  // One cell, except for a figure (label, value and unit), a table's heading or row (its columns), and a signature (the
  // left and the right block).
  std::vector<std::string> cells;
  bool numbered = false;  // for a table's heading and rows: the first cell is the number of the row
  bool operator==(const SheetLine&) const = default;
};

struct SheetSubject {
  const SectionDefinition& definition;
  const SectionData& data;
  const Evaluation& evaluation;
  std::vector<std::string> paragraphs;  // the narrative as printed in the report
  std::string unitName, periodName;
  std::string state;  // "Đang nhập", "Đã gửi (lần 2)": printed, so that a draft is not mistaken for a submission
  std::vector<Finding> findings;
};
// The lines of a sheet: figures that are filled in or required, tables with rows, the narrative, errors and warnings
// with their explanations, and the signatures.
std::vector<SheetLine> sheetLines(const SheetSubject& subject, Words words);

// The lines of each page. `heightOf` measures a line at the width of the page, in the units of `pageHeight`. A page
// never ends with a heading; a table that continues on the next page repeats its heading there; the signatures stay
// together with the line above them. A line taller than a page has a page to itself.
std::vector<std::vector<SheetLine>> pagesOf(const std::vector<SheetLine>& lines, int pageHeight,
                                            const std::function<int(const SheetLine&)>& heightOf);

}  // namespace cchc::presentation
