// Totals and their parts, and what may not be added.
#include <algorithm>

#include "core/base/reading/label_kind.h"
#include "core/rules/figure_text.h"
#include "core/rules/sanity/sanity.h"

namespace cchc::rules {
namespace {

// Whether figures of this type can be added; rates cannot.
bool isAddable(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

const Decimal* figureOf(const Effective& effective) {
  return effective.relevant ? effective.value().number() : nullptr;
}

struct Sum {
  Decimal known;
  std::size_t figures = 0;
  bool complete = true;  // no figure is unknown
  void add(const Decimal* number) {
    const auto next = number != nullptr ? cchc::add(known, *number) : std::nullopt;
    complete = complete && next.has_value();
    if (!next) return;
    known = *next;
    ++figures;
  }
};

bool isNamedPart(const Label& label) { return reading::isPartLabel(label.vi); }

}  // namespace

// Parts that are called "Trong đó" need not be all of them (`mayBeSome`), so their sum may be less than the whole.
void Sanity::checkParts(const Slot& whole, const std::vector<Slot>& parts, bool mayBeSome) {
  const auto* total = figureOf(whole.effective);
  if (total == nullptr || !isAddable(whole.field.type) || parts.empty()) return;
  Sum sum;
  std::string names;
  for (const auto& part : parts) {
    if (!isAddable(part.field.type)) return;
    const auto* figure = figureOf(part.effective);
    sum.add(figure);
    mayBeSome = mayBeSome || isNamedPart(part.field.label);
    if (figure != nullptr) names += (names.empty() ? "" : " + ") + figureText(part.effective.value(), part.field);
  }
  // "trên 45" says nothing about the sum of the parts.
  if (sum.figures == 0 || whole.effective.value().qualifier == Qualifier::over) return;
  if (!(sum.known > *total) && (mayBeSome || !sum.complete || sum.known == *total)) return;
  warn("core.parts-differ", whole, {{"sum", figureText(Value{sum.known}, whole.field)}, {"parts", names}});
}

void Sanity::checkRowsOfColumn(std::size_t table, std::size_t column) {
  const auto& form = form_.tables[table];
  const auto& data = data_.tables[table];
  if (!isAddable(form.columns[column].type)) return;
  const auto asked = [&](std::size_t row) { return evaluation_.inForce.row(table, row); };
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> wholes;
  std::vector<std::size_t> totals;
  Sum others;
  for (std::size_t row = 0; row < data.rows.size(); ++row) {
    if (!asked(row)) continue;
    if (const auto whole = wholeOfRow(form, data, row)) {
      auto known = std::find_if(wholes.begin(), wholes.end(), [&](const auto& each) { return each.first == *whole; });
      if (known == wholes.end()) known = wholes.insert(wholes.end(), {*whole, {}});
      known->second.push_back(row);
    } else if (form.fixed && form.fixedRows[row].total) {
      totals.push_back(row);
    } else {
      others.add(figureOf(evaluation_.cells[table][row][column]));
    }
  }
  for (const auto& [whole, rows] : wholes) {
    std::vector<Slot> parts;
    // Rows that are marked by a column are "trong đó" by what the mark says.
    bool some = !form.partOf.empty();
    for (const auto row : rows) {
      parts.push_back(cellSlot(table, row, column));
      some = some || (form.fixed && isNamedPart(form.fixedRows[row].label));
    }
    if (asked(whole)) checkParts(cellSlot(table, whole, column), parts, some);
  }
  // Several totals are subtotals, of which nobody has said what they add.
  if (totals.size() != 1 || others.figures == 0) return;
  const auto slot = cellSlot(table, totals.front(), column);
  const auto* total = figureOf(slot.effective);
  if (total == nullptr || (!(others.known > *total) && (!others.complete || others.known == *total))) return;
  const bool unlike = unlikeUnits(form, data).has_value();
  if (!unlike) warn("core.total-differs", slot, {{"sum", figureText(Value{others.known}, slot.field)}});
}

void Sanity::checkTotalRows(std::size_t table) {
  const auto& form = form_.tables[table];
  const auto& data = data_.tables[table];
  if (form.fixed || data.rows.size() < 2) return;
  const bool adds =
      std::any_of(form.columns.begin(), form.columns.end(), [](const auto& each) { return isAddable(each.type); });
  for (std::size_t row = 0; row < data.rows.size() && adds; ++row) {
    if (!isTotalRow(form, data, row)) continue;
    warnAt("core.total-row", Place::ofRow(form.id, data.rows[row].id),
           {{"row", *data.rows[row].cells[*form.nameColumn].text()},
            {"number", std::to_string(row + 1)},
            {"table", form.title.vi},
            {"table_en", form.title.in(Language::en)}});
  }
}

// A sum of all rows whose units differ, or a sum of figures of which one is of length, area or weight, or an amount.
std::optional<UnlikeUnits> Sanity::unlikeUnitsIn(std::uint32_t index) const {
  const auto& node = program_.nodes[index];
  if (node.op == Op::sum && node.arity == 0 && evaluation_.inForce.table(node.table))
    return unlikeUnits(form_.tables[node.table], data_.tables[node.table]);
  if (node.op != Op::add && node.op != Op::sumKnown) return std::nullopt;
  std::string first;
  for (std::uint32_t i = 0; i < node.arity; ++i) {
    const auto part = program_.parts[node.firstPart + i];
    if (auto inner = unlikeUnitsIn(part)) return inner;
    const auto& named = program_.nodes[part];
    if (named.op != Op::field || !evaluation_.inForce.field(named.field)) continue;
    const auto& field = form_.fields[named.field];
    const auto unit =
        field.type == FieldType::money ? std::string(text("report.money-unit", Language::vi)) : field.unit;
    if (unit.empty()) continue;
    const bool measures =
        field.type == FieldType::money || reading::isUnitOfMeasure(unit) || reading::isUnitOfMeasure(first);
    if (first.empty())
      first = unit;
    else if (first != unit && measures)
      return UnlikeUnits{first, unit};
  }
  return std::nullopt;
}

void Sanity::checkUnits(std::size_t index) {
  const auto formula = program_.fields[index].formula;
  const auto slot = fieldSlot(index);
  if (formula == none || figureOf(slot.effective) == nullptr) return;
  if (const auto unlike = unlikeUnitsIn(static_cast<std::uint32_t>(formula)))
    warn("core.unlike-units", slot, {{"one", unlike->one}, {"other", unlike->other}});
}

}  // namespace cchc::rules
