#include "core/exchange/importing/sheet_surroundings.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_units.h"

namespace cchc::importing {

bool numbersColumns(const SheetRow& row) {
  int next = 0;
  std::size_t numbers = 0, letters = 0;
  for (const auto& cell : row.cells) {
    std::string text(trim(cell.text));
    std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
    text = text.substr(0, text.find('='));
    if (text.empty()) continue;
    if (text.size() == 1 && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'))) {
      const auto letter = static_cast<std::size_t>((text[0] | 0x20) - 'a');
      letters += letter == letters ? 1 : 0;  // A, B, C
      continue;
    }
    if (text.find_first_not_of("0123456789") != std::string::npos || text.size() > 3) return false;
    const int number = std::stoi(text);
    if (next != 0 && number != next) return false;
    next = number + 1;
    ++numbers;
  }
  return numbers >= 2 || (letters >= 2 && (numbers == 0 || next == 2));
}

bool namesUnits(const SheetRow& row) {
  bool any = false;
  for (const auto& cell : row.cells) {
    if (isBlank(cell)) continue;
    const auto text = trim(cell.text);
    if (cell.kind != SheetCell::Kind::text || !text.starts_with('(') || !nameKey(text).empty()) return false;
    const auto folded = foldForSearch(text);
    any = any || std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  return any;
}

std::size_t lastOfHeading(const Sheet& sheet, std::size_t heading) {
  auto last = heading;
  bool numbers = false, units = false;
  while (last + 1 < sheet.rows.size()) {
    const auto& next = sheet.rows[last + 1];
    const bool isNumbers = !numbers && numbersColumns(next), isUnits = !isNumbers && !units && namesUnits(next);
    if (!isNumbers && !isUnits) break;
    (isNumbers ? numbers : units) = true;
    ++last;
  }
  return last;
}

bool followsGap(const Sheet& sheet, std::size_t row) {
  if (row == 0) return false;
  std::ptrdiff_t broken = 0;  // lines of a text file over which the row before goes
  for (const auto& cell : sheet.rows[row - 1].cells) {
    if (!sheet.workbook) broken = std::max(broken, std::count(cell.text.begin(), cell.text.end(), '\n'));
  }
  return sheet.rows[row - 1].number + 1 + static_cast<std::size_t>(broken) < sheet.rows[row].number;
}

bool beginsTable(const Sheet& sheet, std::size_t after, std::size_t row) {
  if (row <= after) return false;
  std::size_t texts = 0;
  bool counts = false, repeats = true;
  const auto& cells = sheet.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (isBlank(cells[i])) continue;
    if (cells[i].kind != SheetCell::Kind::text || isFigure(cells[i])) return false;
    ++texts;
    counts = counts || isCountHeading(cells[i].text);
    bool same = false;
    for (std::size_t r = after > 3 ? after - 3 : 0; r <= after && !same; ++r)
      same = nameKey(sheet.at(r, i).text) == nameKey(cells[i].text);
    repeats = repeats && same;
  }
  return counts && texts >= 2 && !repeats;
}

}  // namespace cchc::importing
