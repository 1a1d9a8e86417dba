// The charts of the overview: bars with labelled values. Lengths are thousandths of the longest bar, computed exactly.
#pragma once
#include <string>
#include <vector>

#include "core/presentation/office/board.h"

namespace cchc::presentation {

struct Bar {
  std::string label;
  struct Part {
    int permille = 0;   // thousandths of the chart's longest bar
    std::string value;  // the label, with its qualifier
    std::size_t series = 0;
  };
  std::vector<Part> parts;  // one per series
};
struct Chart {
  std::string title, unit;
  std::vector<std::string> series;  // the name of each; empty if there is only one
  std::vector<Bar> bars;
};
// In this order: sections received, by unit; every rate of a form that several units fill in for themselves, by unit;
// then, for each section of the unit `whole`, figures against their targets, tables of money by row, and figures
// against the previous period and the same period last year. Charts without a figure are left out.
// Errors: period.unknown, period.none, those of loadSection
Result<std::vector<Chart>> overviewCharts(Suite& suite, const Board& board, const OrgUnitId& whole,
                                          const PeriodId& period, Words words);

}  // namespace cchc::presentation
