#include "core/definition/in_force.h"

#include <algorithm>

#include "core/definition/located_place.h"
#include "core/model/units/unit_form.h"

namespace cchc {
namespace {

// The tier of units that report for another one, and are no child units of it.
constexpr std::string_view departmentKind = "department";

}  // namespace

void addForm(Circumstances& circumstances, const std::string& form, bool isFirst) {
  auto& forms = circumstances.forms;
  if (!isFirst && forms.empty()) return;
  if (form.empty()) return forms.clear();
  const auto at = std::lower_bound(forms.begin(), forms.end(), form);
  if (at == forms.end() || *at != form) forms.insert(at, form);
}

Circumstances joined(const std::optional<Date>& day, const std::vector<Circumstances>& units) {
  Circumstances sum{day, {}, std::nullopt};
  bool isFirst = true;
  for (const auto& unit : units) {
    if (unit.forms.empty()) addForm(sum, {}, isFirst);
    for (const auto& form : unit.forms) {
      addForm(sum, form, isFirst);
      isFirst = false;
    }
    isFirst = false;
  }
  return sum;
}

bool isInForce(const InForce& limits, const Circumstances& circumstances) {
  const auto& day = circumstances.day;
  if (day && ((limits.from && *day < *limits.from) || (limits.until && *limits.until < *day))) return false;
  const auto& forms = circumstances.forms;
  return limits.unitForms.empty() || forms.empty() ||
         std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
           return std::find(limits.unitForms.begin(), limits.unitForms.end(), form) != limits.unitForms.end();
         });
}

PartsInForce::PartsInForce(const SectionDefinition& definition, Circumstances circumstances)
    : everything_(!definition.limited), circumstances_(std::move(circumstances)) {
  if (everything_) return;
  const auto within = [&](const InForce& limits) { return isInForce(limits, circumstances_); };
  for (const auto& group : definition.groups) groups_.push_back(within(group.inForce));
  for (const auto& field : definition.fields) fields_.push_back(groups_[field.group] && within(field.inForce));
  for (const auto& table : definition.tables) {
    auto& of = tables_.emplace_back();
    of.whole = groups_[table.group] && within(table.inForce);
    for (const auto& column : table.columns) of.columns.push_back(of.whole && within(column.inForce));
    for (const auto& row : table.fixedRows) of.rows.push_back(of.whole && within(row.inForce));
  }
  for (const auto& narrative : definition.narratives)
    narratives_.push_back(groups_[narrative.group] && within(narrative.inForce));
  for (const auto& rule : definition.rules) {
    const bool shown = rule.place.empty() || place(definition, Place(rule.place));
    rules_.push_back(shown && within(rule.inForce));
  }
}

bool PartsInForce::choice(const Choice& choice) const {
  return everything_ || isInForce(choice.inForce, circumstances_);
}

const Choice* PartsInForce::choiceNotInForce(const FieldDefinition& field, const Value& value) const {
  if (everything_ || field.choices.empty()) return nullptr;
  const auto* one = value.text();
  const auto* several = std::get_if<Choices>(&value.content);
  for (const auto& each : field.choices) {
    const bool given =
        (one != nullptr && *one == each.value) ||
        (several != nullptr && std::find(several->begin(), several->end(), each.value) != several->end());
    if (given && !choice(each)) return &each;
  }
  return nullptr;
}

bool PartsInForce::place(const SectionDefinition& definition, const Place& place) const {
  if (everything_) return true;
  if (const auto* paragraph = place.paragraph()) {
    const auto& all = definition.narratives;
    const auto found = std::find_if(all.begin(), all.end(), [&](const NarrativeDefinition& narrative) {
      return narrative.id == paragraph->narrative();
    });
    return found == all.end() || narratives_[static_cast<std::size_t>(found - all.begin())];
  }
  const auto found = locate(definition, place);
  if (!found) return true;
  if (found->group) return groups_[*found->group];
  if (found->field) return fields_[*found->field];
  const auto& of = tables_[*found->table];
  if (found->column && !of.columns[*found->column]) return false;
  const auto& rows = definition.tables[*found->table].fixedRows;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].id == found->row) return of.rows[row];
  }
  return of.whole;
}

Circumstances UnitCircumstances::of(const OrgUnitId& unit, const Date& day) {
  const auto then = units_ ? units_->asOn(unit, day) : std::nullopt;
  return then ? of(*then, day) : Circumstances{day, {}, std::nullopt};
}

Circumstances UnitCircumstances::of(const OrgUnit& unit, const Date& day) {
  Circumstances circumstances{day, {}, std::nullopt};
  addForm(circumstances, formOf(unit), true);
  if (!units_) return circumstances;
  if (counted_ != day) {
    children_.clear();
    for (const auto& state : units_->states()) {
      if (state.on(day) && !state.parent.empty() && state.kind != departmentKind) ++children_[state.parent];
    }
    counted_ = day;
  }
  // The parent is named by its code, which means whoever has it.
  const auto* holder = units_->nearestHolder(unit.code, day);
  const auto found = children_.find(unit.code);
  const bool own = holder != nullptr && holder->unit == unit.id;
  circumstances.children = own && found != children_.end() ? found->second : 0;
  return circumstances;
}

}  // namespace cchc
