// The charts of the overview: bars with labelled values. Lengths are thousandths of the longest bar, computed exactly.
#pragma once
#include <string>
#include <vector>

#include "core/presentation/office/board.h"

namespace cchc::presentation {

struct Bar {
  std::string label;
  struct Part {
    int permille = 0;   // of the chart's longest bar
    std::string value;  // as labelled, with its qualifier
    std::size_t series = 0;
  };
  std::vector<Part> parts;  // one for each series
};
struct Chart {
  std::string title, unit;
  std::vector<std::string> series;  // one name for each; empty when there is one
  std::vector<Bar> bars;
};
// In this order: sections received by unit; every rate of a form that several units fill in for themselves, by unit;
// then of each section of the unit `whole`: figures against their targets, tables of money by row, figures against the
// previous period and the same period last year. Charts without a figure are left out.
// Errors: period.unknown, those of loadSection
Result<std::vector<Chart>> overviewCharts(Suite& suite, const Board& board, const OrgUnitId& whole,
                                          const PeriodId& period, Words words);

}  // namespace cchc::presentation
