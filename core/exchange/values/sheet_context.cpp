#include "core/exchange/values/sheet_context.h"

#include <string_view>
#include <vector>

#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/text.h"

namespace cchc {
namespace {

// Each row above the headings may name a unit. The lowest counts, since it is the nearest.
int powerAbove(const Sheet& sheet, std::size_t heading) {
  int power = 0;
  for (std::size_t i = 0; i < heading && i < sheet.rows.size(); ++i) {
    for (const auto& cell : sheet.rows[i].cells) power = reading::namedPower(cell.text).value_or(power);
  }
  return power;
}

}  // namespace

reading::Context sheetContext(const Sheet& sheet, std::optional<std::size_t> heading,
                              std::span<const std::size_t> figures, int year) {
  std::vector<std::string_view> block;
  for (auto i = heading ? *heading + 1 : 0; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    for (const auto column : figures) {
      // Texts without marks decide nothing, and most of a sheet is such text.
      if (column < cells.size() && cells[column].kind == SheetCell::Kind::text &&
          cells[column].text.find_first_of(".,") != std::string::npos)
        block.push_back(cells[column].text);
    }
  }
  reading::Context context;
  context.marks = reading::marksOf(block).value_or(reading::Marks::vietnamese);
  context.power = powerAbove(sheet, heading.value_or(0));
  context.year = year;
  return context;
}

Result<int> unitPower(const SheetCell& unit, const SheetCell& amount, const FieldDefinition& field, int otherwise) {
  if (unit.kind == SheetCell::Kind::blank || field.type != FieldType::money) return otherwise;
  if (const auto power = reading::namedPower(unit.text)) return *power;
  if (amount.kind == SheetCell::Kind::blank) return otherwise;
  return fail("value.unknown-currency", {}, {{"given", shortened(amount.text)}, {"unit", shortened(unit.text)}});
}

bool isFigure(const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::number || cell.kind == SheetCell::Kind::percent) return true;
  return cell.kind == SheetCell::Kind::text && cell.text.find_first_of("0123456789") != std::string::npos &&
         trim(cell.text).find_first_not_of("0123456789., %") == std::string_view::npos;
}

}  // namespace cchc
