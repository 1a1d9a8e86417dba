// Holds the totals of a sheet against the sums of its rows. Private to importing/.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"

namespace cchc::importing {

// Rows by their indexes, in order.
class SheetTotals {
 public:
  void addRecord(std::size_t row, std::size_t column, const Decimal& figure);
  // A total, or a heading with the sum of the rows below it.
  void addSum(std::size_t row, bool section, std::map<std::size_t, Decimal> figures);

  struct Difference {
    std::size_t row = 0, column = 0;
    Decimal stated, sum;  // sum: of the rows that it most likely stands for
    bool section = false;
  };
  // The figures that are the sum of no group of rows that they may stand for: all rows, those up to the total, those
  // since the sum before it, those up to the next one, or other sums.
  std::vector<Difference> differences() const;

 private:
  struct Sum {
    std::size_t row = 0;
    bool section = false;
    std::map<std::size_t, Decimal> figures;
  };
  // Of the records between two rows, without them; nullopt: a sum is out of range.
  std::optional<Decimal> between(std::size_t column, std::size_t after, std::size_t before) const;

  std::map<std::size_t, std::map<std::size_t, Decimal>> records_;  // by column, then row
  std::vector<Sum> sums_;
};

}  // namespace cchc::importing
