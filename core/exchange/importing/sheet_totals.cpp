#include "core/exchange/importing/sheet_totals.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cchc::importing {
namespace {

constexpr auto end = std::numeric_limits<std::size_t>::max();

}  // namespace

void SheetTotals::addRecord(std::size_t row, std::size_t column, const Decimal& figure) {
  records_[column].emplace(row, figure);
}

void SheetTotals::addSum(std::size_t row, bool section, std::map<std::size_t, Decimal> figures) {
  sums_.push_back({row, section, std::move(figures)});
}

std::optional<Decimal> SheetTotals::between(std::size_t column, std::size_t after, std::size_t before) const {
  std::optional<Decimal> sum(Decimal(0));
  const auto found = records_.find(column);
  if (found == records_.end()) return sum;
  for (const auto& [row, figure] : found->second) {
    if (sum && (after == end || row > after) && row < before) sum = add(*sum, figure);
  }
  return sum;
}

std::vector<SheetTotals::Difference> SheetTotals::differences() const {
  std::vector<Difference> all;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const auto& sum = sums_[i];
    const auto previous = i == 0 ? end : sums_[i - 1].row;
    const auto next = i + 1 == sums_.size() ? end : sums_[i + 1].row;
    // A section ends at the next section, whatever totals stand in it.
    auto nextSection = end;
    for (auto k = i + 1; k < sums_.size() && nextSection == end; ++k) {
      if (sums_[k].section) nextSection = sums_[k].row;
    }
    for (const auto& [column, stated] : sum.figures) {
      using Range = std::pair<std::size_t, std::size_t>;
      const std::vector<Range> ranges =
          sum.section
              ? std::vector<Range>{{sum.row, nextSection}, {sum.row, next}, {sum.row, end}}
              : std::vector<Range>{{end, end}, {end, sum.row}, {previous, sum.row}, {sum.row, next}, {sum.row, end}};
      const bool known =
          std::any_of(ranges.begin(), ranges.end(), [&, at = column, value = stated](const Range& range) {
            const auto given = between(at, range.first, range.second);
            return given && *given == value;
          });
      if (known) continue;
      const auto likely = between(column, ranges.front().first, ranges.front().second);
      all.push_back({sum.row, column, stated, likely.value_or(Decimal(0)), sum.section});
    }
  }
  return all;
}

}  // namespace cchc::importing
