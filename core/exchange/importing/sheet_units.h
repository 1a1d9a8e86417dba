// In which unit and with which marks each figure of a sheet is written. Private to importing/.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/importing/sheet_mapping.h"

namespace cchc::importing {

// The nearest unit counts: one in the cell itself (its reader sees to that), the line's own ("ĐVT"), what a person has
// chosen, the column's heading, the headings of other columns, a cell above the heading ("Đơn vị tính: triệu đồng");
// otherwise amounts are in đồng. The marks are those that all figures agree on, unless a person has chosen; if nothing
// decides, they are the Vietnamese ones.
class SheetUnits {
 public:
  // `year`: of the period; 0: not known. Borrows all its arguments.
  SheetUnits(const SectionDefinition& definition, const Sheet& sheet, const SheetMapping& mapping, int year);

  // How to read the figure in a column of a row, given by its index.
  // Errors, without a place:
  //   value.unknown-currency   the unit of an amount is none of đồng
  //   import.size-of-count     the unit multiplies what is no money ("nghìn hồ sơ")
  Result<reading::Context> contextOf(std::size_t row, std::size_t column, const FieldDefinition& field) const;
  // The power of amounts that no line, cell or own heading has a unit for; nullopt: no unit is named at all.
  std::optional<int> namedPower() const { return named_; }
  // Whether nothing decides on the marks, so that they are taken for the Vietnamese ones.
  bool areMarksOpen() const { return marksOpen_; }
  // Whether the heading of a column, or the line below it, names a unit.
  bool namedInHeading() const { return inHeading_; }
  // A unit above the heading, or in it, that is no đồng though there are amounts of money.
  struct ForeignUnit {
    std::string unit;
    std::size_t row = 0, column = 0;
  };
  const std::optional<ForeignUnit>& foreign() const { return foreign_; }

 private:
  void readAbove();
  void readHeading();

  const SectionDefinition& definition_;
  const Sheet& sheet_;
  const SheetMapping& mapping_;
  reading::Context context_;
  std::optional<int> named_;
  std::vector<std::optional<int>> powers_;  // named by the headings of columns
  std::vector<std::string> sizes_;          // of counts, named by the headings of columns: "nghìn hồ sơ"
  std::string sizeAbove_;
  std::optional<std::size_t> unitColumn_;
  std::optional<ForeignUnit> foreign_;
  bool inHeading_ = false, marksOpen_ = false;
  bool money_ = false, counts_ = false;  // what the imported columns have
};

inline bool isBlank(const SheetCell& cell) { return cell.kind == SheetCell::Kind::blank; }
// Whether the cell has a number, or a text of digits. Below a table there may be other cells: a place, a date, names.
bool isFigure(const SheetCell& cell);

// The unit that a cell states for the sheet if it is no đồng: "USD" of "Đơn vị tính: USD". nullopt: it states none, or
// one of đồng.
std::optional<std::string> foreignUnit(std::string_view text);
// Whether a cell of a column of units ("ĐVT") says that the figure of its line is not in the plain unit: "triệu đồng",
// "nghìn hồ sơ", "USD".
bool changesFigure(std::string_view unit);

}  // namespace cchc::importing
