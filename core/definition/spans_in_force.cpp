#include "core/definition/spans_in_force.h"

#include <algorithm>

#include "core/model/units/unit_form.h"

namespace cchc {
namespace {

using Set = SpansInForce::Set;

std::uint16_t bitsOf(const std::vector<std::string>& forms) {
  const auto known = unitForms();
  unsigned bits = 0;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (forms.empty() || std::find(forms.begin(), forms.end(), known[i]) != forms.end()) bits |= 1U << i;
  }
  return static_cast<std::uint16_t>(bits);
}

template <class Combine>
Set combined(const Set& a, const Set& b, const Combine& combine) {
  Set result(a.size());
  std::transform(a.begin(), a.end(), b.begin(), result.begin(), [&](std::uint16_t one, std::uint16_t other) {
    return static_cast<std::uint16_t>(combine(unsigned{one}, unsigned{other}));
  });
  return result;
}

}  // namespace

Set common(const Set& a, const Set& b) {
  return combined(a, b, [](unsigned one, unsigned other) { return one & other; });
}
Set united(const Set& a, const Set& b) {
  return combined(a, b, [](unsigned one, unsigned other) { return one | other; });
}
bool isEmpty(const Set& set) {
  return std::all_of(set.begin(), set.end(), [](std::uint16_t forms) { return forms == 0; });
}

SpansInForce::SpansInForce(const SectionDefinition& definition) : definition_(definition) {
  noteDays(definition.inForce);
  for (const auto& group : definition.groups) note(group.inForce);
  const auto noteField = [&](const FieldDefinition& field) {
    note(field.inForce);
    for (const auto& choice : field.choices) note(choice.inForce);
  };
  for (const auto& field : definition.fields) noteField(field);
  for (const auto& table : definition.tables) {
    note(table.inForce);
    for (const auto& column : table.columns) noteField(column);
    for (const auto& row : table.fixedRows) note(row.inForce);
  }
  for (const auto& narrative : definition.narratives) note(narrative.inForce);
  for (const auto& rule : definition.rules) note(rule.inForce);
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

void SpansInForce::note(const InForce& limits) {
  if (limits == InForce{}) return;
  anyLimits_ = true;
  noteDays(limits);
}

void SpansInForce::noteDays(const InForce& limits) {
  if (limits.from) days_.push_back(*limits.from);
  if (limits.until) days_.push_back(dayAfter(*limits.until));
}

Set SpansInForce::always() const { return Set(days_.size() + 1, bitsOf({})); }

Set SpansInForce::of(const InForce& limits) const {
  Set set(days_.size() + 1, bitsOf(limits.unitForms));
  for (std::size_t i = 0; i < set.size(); ++i) {
    const bool tooEarly = limits.from && (i == 0 || days_[i - 1] < *limits.from);
    const bool tooLate = limits.until && i > 0 && *limits.until < days_[i - 1];
    if (tooEarly || tooLate) set[i] = 0;
  }
  return set;
}

Set SpansInForce::group(std::size_t group) const {
  return common(of(definition_.inForce), of(definition_.groups[group].inForce));
}
Set SpansInForce::field(std::size_t field) const {
  const auto& one = definition_.fields[field];
  return common(group(one.group), of(one.inForce));
}
Set SpansInForce::table(std::size_t table) const {
  const auto& one = definition_.tables[table];
  return common(group(one.group), of(one.inForce));
}
Set SpansInForce::column(std::size_t table, std::size_t column) const {
  return common(this->table(table), of(definition_.tables[table].columns[column].inForce));
}
Set SpansInForce::row(std::size_t table, std::size_t row) const {
  return common(this->table(table), of(definition_.tables[table].fixedRows[row].inForce));
}
Set SpansInForce::narrative(std::size_t narrative) const {
  const auto& one = definition_.narratives[narrative];
  return common(group(one.group), of(one.inForce));
}
Set SpansInForce::rule(std::size_t rule) const {
  const auto& one = definition_.rules[rule];
  const auto own = common(of(definition_.inForce), of(one.inForce));
  if (const auto at = definition_.fieldIndex(one.place)) return common(own, field(*at));
  if (const auto at = definition_.tableIndex(one.place)) return common(own, table(*at));
  return own;
}

}  // namespace cchc
