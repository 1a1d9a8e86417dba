// What the overview draws: bars with labelled values. Lengths are thousandths of the longest bar, worked out exactly.
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
// Completeness by unit; every rate of the communes' form by commune; every figure beside its target; tables of money by
// row; this period against the last and the same last year. Charts without a figure are left out.
Result<std::vector<Chart>> overviewCharts(Suite& suite, const Board& board, const OrgUnitId& whole,
                                          const PeriodId& period, Words words);

}  // namespace cchc::presentation
