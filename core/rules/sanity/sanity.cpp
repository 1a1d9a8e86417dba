#include "core/rules/sanity/sanity.h"

#include <algorithm>

#include "core/rules/figure_text.h"

namespace cchc::rules {
namespace {

bool isSumOfRows(const Program& program, std::uint32_t node, std::uint32_t table) {
  const auto& each = program.nodes[node];
  if (each.op == Op::sum && each.table == table) return true;
  for (std::uint32_t i = 0; i < each.arity; ++i) {
    if (isSumOfRows(program, program.parts[each.firstPart + i], table)) return true;
  }
  return false;
}

}  // namespace

const std::vector<Sanity::TestOfTypes>& Sanity::tests() {
  using enum FieldType;
  static const std::vector<TestOfTypes> all = {
      {{percent, rate}, &Sanity::rateInRange},
      {{money}, &Sanity::amountOfScale},
      {{integer, decimal}, &Sanity::figureOfScale},
      {{date, dateRange}, &Sanity::dateInReach},
      {{document, documents}, &Sanity::documentsInReach},
  };
  return all;
}

void Sanity::checkSlot(const Slot& slot) {
  // What another section owns is checked there.
  if (!slot.effective.relevant || slot.effective.origin == Origin::referred || slot.effective.value().blank()) return;
  for (const auto& [types, test] : tests()) {
    if (std::find(types.begin(), types.end(), slot.field.type) != types.end()) (this->*test)(slot);
  }
}

void Sanity::checkField(std::size_t index, std::vector<Finding>& findings) {
  if (!evaluation_.inForce.field(index)) return;
  findings_ = &findings;
  const auto& field = form_.fields[index];
  checkSlot(fieldSlot(index));
  if (field.hasParts) {
    std::vector<Slot> parts;
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      if (form_.fields[i].partOf == field.id && evaluation_.inForce.field(i)) parts.push_back(fieldSlot(i));
    }
    checkParts(fieldSlot(index), parts, false);
  }
  if (!field.formula.empty()) checkUnits(index);
}

void Sanity::checkTable(std::size_t index, std::vector<Finding>& findings) {
  const auto& table = form_.tables[index];
  const auto& rows = data_.tables[index].rows;
  if (rows.empty() || !evaluation_.inForce.table(index)) return;
  findings_ = &findings;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!evaluation_.inForce.row(index, r)) continue;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!evaluation_.inForce.column(index, c)) continue;
      checkSlot(cellSlot(index, r, c));
      if (!table.columns[c].hasParts) continue;
      std::vector<Slot> parts;
      for (std::size_t part = 0; part < table.columns.size(); ++part) {
        if (table.columns[part].partOf == table.columns[c].id && evaluation_.inForce.column(index, part))
          parts.push_back(cellSlot(index, r, part));
      }
      checkParts(cellSlot(index, r, c), parts, false);
    }
  }
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (evaluation_.inForce.column(index, c)) checkRowsOfColumn(index, c);
  }
  checkTotalRows(index);
}

Place Sanity::placeOf(const Slot& slot) const {
  if (!slot.table) return Place::ofField(slot.field.id);
  return Place::ofCell(form_.tables[*slot.table].id, data_.tables[*slot.table].rows[slot.row].id, slot.field.id);
}

void Sanity::warn(std::string_view code, const Slot& slot, std::vector<Parameter> parameters) {
  auto place = placeOf(slot);
  const auto label = placeLabel(form_, data_, place);
  parameters.push_back({"label", label.vi});
  parameters.push_back({"label_en", label.in(Language::en)});
  parameters.push_back({"figure", figureText(slot.effective.value(), slot.field)});
  warnAt(code, std::move(place), parameters);
}

void Sanity::warnAt(std::string_view code, Place place, const std::vector<Parameter>& parameters) {
  auto finding = makeFinding(code, Severity::warning, key_, std::move(place), parameters);
  setExplanation(finding, data_);
  findings_->push_back(std::move(finding));
}

std::vector<std::vector<Cell>> sanityDependants(const CompiledDefinition& definition) {
  const auto& form = definition.definition();
  const auto& program = definition.program();
  std::vector<std::vector<Cell>> dependants(form.fields.size() + form.tables.size());
  const auto add = [&](std::size_t on, std::size_t field) { dependants[on].push_back(static_cast<Cell>(field)); };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    if (!field.target.empty()) add(*form.fieldIndex(field.target), i);
    if (!field.partOf.empty()) add(i, *form.fieldIndex(field.partOf));
    if (field.type == FieldType::money) {
      if (const auto plan = planInRates(program, program.fields, i)) add(*plan, i);
    }
    const auto formula = program.fields[i].formula;
    for (std::size_t t = 0; t < form.tables.size() && formula != none; ++t) {
      if (isSumOfRows(program, static_cast<std::uint32_t>(formula), static_cast<std::uint32_t>(t)))
        add(form.fields.size() + t, i);
    }
  }
  return dependants;
}

}  // namespace cchc::rules
