#include "core/exchange/importing/sheet_units.h"

#include <algorithm>
#include <array>
#include <variant>

#include "core/base/reading/money.h"
#include "core/base/text.h"
#include "core/exchange/importing/sheet_marks.h"
#include "core/exchange/importing/sheet_names.h"
#include "core/exchange/importing/sheet_surroundings.h"

namespace cchc::importing {
namespace {

using Kind = ColumnMeaning::Kind;

bool hasWord(std::string_view folded, std::string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; };
  for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !letter(folded[at - 1])) && (end == folded.size() || !letter(folded[end]))) return true;
  }
  return false;
}

bool isForeignMoney(std::string_view text) {
  constexpr std::array<std::string_view, 12> words = {"usd", "eur",   "euro",     "jpy",         "cny",      "gbp",
                                                      "us$", "do la", "ngoai te", "nhan dan te", "yen nhat", "won"};
  const auto folded = foldForSearch(text);
  return text.find('$') != std::string_view::npos || text.find("€") != std::string_view::npos ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) { return hasWord(folded, word); });
}

// What follows "ĐVT:", "Đơn vị tính:", "Đơn vị:" in a cell; "" if nothing does.
std::string statedUnit(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 >= text.size()) return {};
  auto before = text.substr(0, colon);
  while (!before.empty() && (before.front() == '(' || before.front() == ' ')) before.remove_prefix(1);
  if (!reading::isUnitHeading(before)) return {};
  auto unit = std::string(trim(text.substr(colon + 1)));
  while (!unit.empty() && (unit.back() == ')' || unit.back() == '.')) unit.pop_back();
  return unit;
}

// The content of the last brackets of a heading: "nghìn hồ sơ" of "Tiếp nhận (nghìn hồ sơ)".
std::string bracketed(std::string_view heading) {
  const auto open = heading.rfind('('), close = heading.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return std::string(trim(heading.substr(open + 1, close - open - 1)));
}

}  // namespace

std::optional<std::string> foreignUnit(std::string_view text) {
  auto unit = statedUnit(text);
  // "triệu đồng (quy đổi từ USD)" is in đồng.
  if (unit.empty() || !isForeignMoney(unit) || hasWord(foldForSearch(unit), "dong")) return std::nullopt;
  return unit;
}

bool changesFigure(std::string_view unit) { return reading::beginsWithSize(unit) || isForeignMoney(unit); }

bool isFigure(const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::number || cell.kind == SheetCell::Kind::percent) return true;
  if (cell.kind != SheetCell::Kind::text || cell.text.find_first_of("0123456789") == std::string::npos) return false;
  if (trim(cell.text).find_first_not_of("0123456789., %") == std::string_view::npos) return true;
  constexpr std::size_t longest = 80;  // in bytes
  if (cell.text.size() > longest || trim(cell.text).starts_with('(')) return false;
  // "341431 triệu VNĐ", "1 234" with a space that is not broken
  return !std::holds_alternative<Error>(reading::readMoney(cell.text, {}));
}

SheetUnits::SheetUnits(const SectionDefinition& definition, const Sheet& sheet, const SheetMapping& mapping, int year)
    : definition_(definition), sheet_(sheet), mapping_(mapping) {
  std::vector<std::size_t> figures;
  std::optional<std::size_t> nameColumn;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const auto& meaning = mapping.columns[i];
    if (meaning.kind == Kind::unit && !unitColumn_) unitColumn_ = i;
    if (meaning.kind == Kind::fieldName) nameColumn = i;
    if (meaning.kind == Kind::figure) figures.push_back(i), money_ = true, counts_ = true;
    if (meaning.kind != Kind::column) continue;
    const auto type = definition.tables[*mapping.table].columns[meaning.column].type;
    if (!isNumeric(type)) continue;
    figures.push_back(i);
    (type == FieldType::money ? money_ : counts_) = true;
  }
  const auto marks = marksOfSheet(
      sheet, mapping.heading ? *mapping.heading + 1 : 0, figures,
      [&, names = FieldNames(definition)](std::size_t row, std::size_t column) {
        const auto& meaning = mapping.columns[column];
        const FieldDefinition* field = nullptr;
        if (meaning.kind == Kind::column)
          field = &definition.tables[*mapping.table].columns[meaning.column];
        else if (const auto named = nameColumn ? names.find(sheet.covering(row, *nameColumn).text) : std::nullopt)
          field = named->field;
        return field != nullptr && field->type == FieldType::integer;
      });
  context_.marks = mapping.marks ? *mapping.marks : marks.value_or(reading::Marks::vietnamese);
  marksOpen_ = !mapping.marks && !marks;
  context_.year = year;
  powers_.resize(mapping.columns.size());
  sizes_.resize(mapping.columns.size());
  readAbove();
  readHeading();
  context_.power = mapping.moneyPower.value_or(named_.value_or(0));
}

// Each row above the headings may name a unit. The lowest counts, since it is the nearest.
void SheetUnits::readAbove() {
  const auto end = mapping_.heading.value_or(0) - (mapping_.heading && mapping_.twoLines ? 1 : 0);
  for (std::size_t r = 0; r < end && r < sheet_.rows.size(); ++r) {
    for (std::size_t i = 0; i < sheet_.rows[r].cells.size(); ++i) {
      const auto& text = sheet_.rows[r].cells[i].text;
      if (auto unit = foreignUnit(text)) {
        foreign_ = ForeignUnit{std::move(*unit), r, i};
      } else if (const auto power = reading::namedPower(text)) {
        named_ = power;
        foreign_.reset();
      } else if (const auto stated = statedUnit(text); reading::beginsWithSize(stated)) {
        sizeAbove_ = stated;
      }
    }
  }
}

void SheetUnits::readHeading() {
  if (!mapping_.heading) return;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    auto heading = headingText(sheet_, mapping_, i);
    for (auto r = *mapping_.heading + 1; r <= lastOfHeading(sheet_, *mapping_.heading); ++r) {
      if (namesUnits(sheet_.rows[r])) heading += " " + sheet_.at(r, i).text;
    }
    const auto& meaning = mapping_.columns[i];
    const auto power = reading::namedPower(heading);
    const auto unit = bracketed(heading);
    const bool amount = meaning.kind == Kind::figure ||
                        (meaning.kind == Kind::column &&
                         definition_.tables[*mapping_.table].columns[meaning.column].type == FieldType::money);
    inHeading_ = inHeading_ || power;
    if (amount) {
      powers_[i] = power;
      if (!power && isForeignMoney(unit) && !mapping_.moneyPower) foreign_ = ForeignUnit{unit, *mapping_.heading, i};
    } else if (power && meaning.kind != Kind::column) {
      named_ = power;  // "Nguồn vốn (triệu đồng)" speaks for the amounts beside it
    }
    if (!power && reading::beginsWithSize(unit)) sizes_[i] = unit;
  }
  if (mapping_.moneyPower || !money_) foreign_.reset();
}

Result<reading::Context> SheetUnits::contextOf(std::size_t row, std::size_t column,
                                               const FieldDefinition& field) const {
  auto context = context_;
  const auto* unit = unitColumn_ ? &sheet_.covering(row, *unitColumn_) : nullptr;
  const bool own = unit != nullptr && unit->kind != SheetCell::Kind::blank;
  if (field.type != FieldType::money) {
    const auto& size = own ? unit->text : sizes_[column].empty() && !money_ ? sizeAbove_ : sizes_[column];
    if (isNumeric(field.type) && reading::beginsWithSize(size) && isFigure(sheet_.at(row, column)))
      return fail("import.size-of-count", {}, {{"given", shortened(sheet_.at(row, column).text)}, {"unit", size}});
    return context;
  }
  if (!mapping_.moneyPower && powers_[column]) context.power = *powers_[column];
  if (!own) return context;
  const auto power = reading::namedPower(unit->text);
  if (!power && sheet_.at(row, column).kind != SheetCell::Kind::blank)
    return fail("value.unknown-currency", {},
                {{"given", shortened(sheet_.at(row, column).text)}, {"unit", shortened(unit->text)}});
  context.power = power.value_or(context.power);
  return context;
}

}  // namespace cchc::importing
