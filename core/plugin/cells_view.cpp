#include "core/plugin/cells_view.h"

#include "core/plugin/boundary.h"

namespace cchc {
namespace {

int32_t kindOf(SheetCell::Kind kind) {
  switch (kind) {
    case SheetCell::Kind::blank:
      return CCHC_CELL_BLANK;
    case SheetCell::Kind::text:
      return CCHC_CELL_TEXT;
    case SheetCell::Kind::number:
      return CCHC_CELL_NUMBER;
    case SheetCell::Kind::percent:
      return CCHC_CELL_PERCENT;
    case SheetCell::Kind::date:
      return CCHC_CELL_DATE;
    case SheetCell::Kind::yesNo:
      return CCHC_CELL_YES_NO;
    case SheetCell::Kind::error:
      return CCHC_CELL_ERROR;
    case SheetCell::Kind::formulaWithoutResult:
      return CCHC_CELL_FORMULA_NO_RESULT;
  }
  return CCHC_CELL_ERROR;
}

cchc_cell rawCell(const SheetCell& cell) {
  cchc_cell out{};
  out.size = sizeof out;
  out.kind = kindOf(cell.kind);
  out.flags = (cell.hidden ? CCHC_CELL_HIDDEN : 0) | (cell.merged ? CCHC_CELL_MERGED : 0);
  out.yes = cell.yes ? 1 : 0;
  out.text = boundary::view(cell.text);
  out.number = boundary::numberOf(cell.number);
  out.date = boundary::dateOf(cell.date);
  return out;
}

template <const SheetCell& (Sheet::*find)(std::size_t, std::size_t) const>
int32_t giveCell(void* self, uint64_t row, uint64_t column, cchc_cell* out) noexcept {
  const auto* view = static_cast<const CellsView*>(self);
  if (!LiveSelf::mayUse(self) || !view->contains(row, column)) return 0;
  view->note(row, column);
  return boundary::give(rawCell((view->sheet().*find)(row, column)), out) ? 1 : 0;
}

uint64_t lineOf(void* self, uint64_t row) noexcept {
  const auto* view = static_cast<const CellsView*>(self);
  return !LiveSelf::mayUse(self) || row >= view->sheet().rows.size() ? 0 : view->sheet().rows[row].number;
}

}  // namespace

CellsView::CellsView(const Sheet& sheet) : sheet_(sheet) {
  raw_.size = sizeof raw_;
  raw_.self = this;
  raw_.rows = sheet.rows.size();
  raw_.columns = sheet.columnCount();
  raw_.sheet = boundary::view(sheet.name);
  raw_.cell = &giveCell<&Sheet::at>;
  raw_.line = &lineOf;
  raw_.covering = &giveCell<&Sheet::covering>;
  asked_.resize(sheet.rows.size() * sheet.columnCount());
}

}  // namespace cchc
