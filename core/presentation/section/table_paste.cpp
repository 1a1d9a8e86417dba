// What is pasted into a table: read as Excel writes it, taken as one step or not at all.
#include <set>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/presentation/section/table.h"
#include "core/presentation/section/tsv.h"

namespace cchc::presentation {

Status Table::paste(std::size_t row, std::size_t column, std::string_view tsv, std::optional<EntryUnit> unit) {
  if (editing_.locked()) return fail(*editing_.locked());
  const auto lines = readTsv(tsv);
  std::vector<Edit> edits;
  if (data().nothing) edits.push_back(TableNothing{table_, false});
  auto columns = definition().columns;
  for (auto& each : columns) {
    if (unit && each.type == FieldType::money) each.entryUnit = *unit;
  }
  std::set<std::string> taken;
  for (const auto& each : data().rows) taken.insert(each.id);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto at = row + i;
    std::string id;
    if (at < order_.size()) {
      id = rowId(at);
    } else {
      if (fixed())
        return fail("table.no-more-rows", definition().title.in(words_.language),
                    {{"rows", std::to_string(order_.size())}});
      const auto position = data().rows.size() + (at - order_.size());
      if (position >= definition().maxRows)
        return fail("package.too-many-rows", definition().id,
                    {{"table", definition().id}, {"limit", std::to_string(definition().maxRows)}});
      do id = newRowId(0);
      while (!taken.insert(id).second);
      edits.push_back(RowInsert{table_, position, {id, std::vector<Value>(columnCount())}});
    }
    for (std::size_t j = 0; j < lines[i].size(); ++j) {
      const auto c = column + j;
      if (c >= columnCount())
        return fail("table.no-more-columns", definition().title.in(words_.language),
                    {{"columns", std::to_string(columnCount() - column)}});
      const bool computed = !definition().columns[c].enterable();
      if (computed) continue;  // worked out again from what is pasted beside it
      const auto before = at < order_.size() ? entered(at, c) : Value{};
      auto value = typeValue(columns[c], lines[i][j], before);
      if (!value) return fail(located(value.error(), at, c));
      if (*value != before) edits.push_back(CellEdit{table_, id, c, std::move(*value)});
    }
  }
  return edits.empty() ? Status() : apply("Dán", "Paste", std::move(edits));
}

// A column in million đồng whose figures would make tens of thousands of billions was copied from a sheet in đồng; one
// in đồng whose figures are all small, or have decimals, from a sheet in millions.
std::optional<EntryUnit> Table::doubtfulUnit(std::size_t column, std::string_view tsv) const {
  bool smallDong = false, largeDong = false;
  for (const auto& line : readTsv(tsv)) {
    for (std::size_t j = 0; j < line.size() && column + j < columnCount(); ++j) {
      const auto& one = definition().columns[column + j];
      if (one.type != FieldType::money || !one.enterable()) continue;
      const auto number =
          vietnamese::parseNumber(trim(line[j]));  // one that names its unit is not read here, and in no doubt
      if (!number || number->isZero()) continue;
      const auto size = number->isNegative() ? subtract(Decimal(0), *number).value_or(*number) : *number;
      if (one.entryUnit == EntryUnit::dong) {
        const bool small = size < Decimal(100'000) || number->normalised().scale() > 0;
        (small ? smallDong : largeDong) = true;
      } else if (!(size < Decimal(one.entryUnit == EntryUnit::million ? 10'000'000 : 100'000))) {
        return EntryUnit::dong;
      }
    }
  }
  return smallDong && !largeDong ? std::optional(EntryUnit::million) : std::nullopt;
}

}  // namespace cchc::presentation
