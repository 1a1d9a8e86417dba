#include "core/model/units/unit_history.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace cchc {
namespace {

// An open beginning precedes every day.
Date firstDay(const UnitState& state) { return state.from.value_or(Date{}); }

// Of states in order of day: the one on that day, or else the last before it, or else the first.
template <class States, class StateOf>
const UnitState* nearestOf(const States& states, const Date& day, const StateOf& stateOf) {
  const UnitState* nearest = nullptr;
  for (const auto& each : states) {
    const UnitState& state = stateOf(each);
    if (nearest == nullptr || firstDay(state) <= day) nearest = &state;
  }
  return nearest;
}

}  // namespace

UnitHistory::UnitHistory(std::vector<UnitState> states, std::vector<UnitLineage> lineage)
    : states_(std::move(states)), lineage_(std::move(lineage)) {
  const auto earlier = [](const UnitState& a, const UnitState& b) {
    return std::tuple(std::string_view(a.unit.value), firstDay(a)) <
           std::tuple(std::string_view(b.unit.value), firstDay(b));
  };
  // A store gives them in order already, and sorting a country's units takes memory.
  if (!std::is_sorted(states_.begin(), states_.end(), earlier))
    std::stable_sort(states_.begin(), states_.end(), earlier);
  std::stable_sort(lineage_.begin(), lineage_.end(), [](const UnitLineage& a, const UnitLineage& b) {
    return std::tie(a.day, a.after, a.before) < std::tie(b.day, b.after, b.before);
  });
  byCode_.resize(states_.size());
  std::iota(byCode_.begin(), byCode_.end(), std::size_t(0));
  std::stable_sort(byCode_.begin(), byCode_.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(std::string_view(states_[a].code), firstDay(states_[a])) <
           std::tuple(std::string_view(states_[b].code), firstDay(states_[b]));
  });
  const auto byUnit = [&](OrgUnitId UnitLineage::*unit) {
    std::vector<std::size_t> indices(lineage_.size());
    std::iota(indices.begin(), indices.end(), std::size_t(0));
    std::stable_sort(indices.begin(), indices.end(),
                     [&](std::size_t a, std::size_t b) { return lineage_[a].*unit < lineage_[b].*unit; });
    return indices;
  };
  byAfter_ = byUnit(&UnitLineage::after);
  byBefore_ = byUnit(&UnitLineage::before);
}

std::span<const UnitState> UnitHistory::statesOf(const OrgUnitId& unit) const {
  const auto first = std::lower_bound(states_.begin(), states_.end(), unit,
                                      [](const UnitState& state, const OrgUnitId& id) { return state.unit < id; });
  auto last = first;
  while (last != states_.end() && last->unit == unit) ++last;
  return {first, last};
}

std::span<const std::size_t> UnitHistory::indicesOf(std::string_view code) const {
  const auto first =
      std::lower_bound(byCode_.begin(), byCode_.end(), code,
                       [&](std::size_t index, std::string_view wanted) { return states_[index].code < wanted; });
  auto last = first;
  while (last != byCode_.end() && states_[*last].code == code) ++last;
  return {first, last};
}

namespace {

// The part of `indices` whose lines have the unit. They are in order of that unit.
std::span<const std::size_t> linesOf(const std::vector<UnitLineage>& lines, const std::vector<std::size_t>& indices,
                                     OrgUnitId UnitLineage::*unit, const OrgUnitId& wanted) {
  const auto first = std::lower_bound(indices.begin(), indices.end(), wanted,
                                      [&](std::size_t index, const OrgUnitId& id) { return lines[index].*unit < id; });
  auto last = first;
  while (last != indices.end() && lines[*last].*unit == wanted) ++last;
  return {first, last};
}

}  // namespace

std::span<const std::size_t> UnitHistory::linesInto(const OrgUnitId& after) const {
  return linesOf(lineage_, byAfter_, &UnitLineage::after, after);
}
std::span<const std::size_t> UnitHistory::linesOutOf(const OrgUnitId& before) const {
  return linesOf(lineage_, byBefore_, &UnitLineage::before, before);
}

std::vector<const UnitState*> UnitHistory::statesWithCode(std::string_view code) const {
  std::vector<const UnitState*> states;
  for (const auto index : indicesOf(code)) states.push_back(&states_[index]);
  return states;
}

const UnitState* UnitHistory::on(const OrgUnitId& unit, const Date& day) const {
  for (const auto& state : statesOf(unit)) {
    if (state.on(day)) return &state;
  }
  return nullptr;
}

const UnitState* UnitHistory::nearest(const OrgUnitId& unit, const Date& day) const {
  return nearestOf(statesOf(unit), day, [](const UnitState& state) -> const UnitState& { return state; });
}

const UnitState* UnitHistory::holder(std::string_view code, const Date& day) const {
  for (const auto index : indicesOf(code)) {
    if (states_[index].on(day)) return &states_[index];
  }
  return nullptr;
}

const UnitState* UnitHistory::nearestHolder(std::string_view code, const Date& day) const {
  const auto* found = holder(code, day);
  if (found != nullptr) return found;
  return nearestOf(statesWithCode(code), day, [](const UnitState* state) -> const UnitState& { return *state; });
}

OrgUnit UnitHistory::viewOf(const UnitState& state, const Date& day) const {
  OrgUnit unit{state.unit, state.code, state.kind, state.form, state.name, std::nullopt, state.identifier};
  if (state.parent.empty()) return unit;
  const auto* parent = nearestHolder(state.parent, day);
  unit.parent = parent != nullptr ? parent->unit : OrgUnitId(state.parent);
  return unit;
}

std::optional<OrgUnit> UnitHistory::asOn(const OrgUnitId& unit, const Date& day) const {
  const auto* state = nearest(unit, day);
  return state == nullptr ? std::nullopt : std::optional(viewOf(*state, day));
}

std::vector<OrgUnit> UnitHistory::allOn(const Date& day) const {
  std::vector<OrgUnit> units;
  for (const auto& state : states_) {
    if (state.on(day)) units.push_back(viewOf(state, day));
  }
  return units;
}

std::vector<OrgUnit> UnitHistory::below(const OrgUnitId& root, const Date& day) const {
  std::vector<OrgUnit> units;
  forEachBelow(root, day, [&](OrgUnit unit) { units.push_back(std::move(unit)); });
  return units;
}

void UnitHistory::forEachBelow(const OrgUnitId& root, const Date& day,
                               const std::function<void(OrgUnit)>& visit) const {
  // Whether a unit is below the root, for every unit that was met on the way up. A circle of parents is below nothing.
  std::unordered_map<OrgUnitId, bool> inside;
  const auto isBelow = [&](std::optional<OrgUnitId> parent) {
    std::vector<OrgUnitId> way;
    bool found = false;
    while (parent) {
      if (*parent == root) {
        found = true;
        break;
      }
      const auto [known, isNew] = inside.try_emplace(*parent, false);
      if (!isNew) {
        found = known->second;
        break;
      }
      way.push_back(*parent);
      const auto above = asOn(*parent, day);
      parent = above ? above->parent : std::nullopt;
    }
    for (const auto& each : way) inside[each] = found;
    return found;
  };
  for (const auto& state : states_) {
    if (!state.on(day) || state.unit == root) continue;
    auto unit = viewOf(state, day);
    if (isBelow(unit.parent)) visit(std::move(unit));
  }
}

UnitOrigins UnitHistory::originsOf(const OrgUnitId& unit, const Date& on, const Date& earlier) const {
  UnitOrigins origins;
  std::set<OrgUnitId> seen;
  // Each with the day until which what it gave away is not in the unit.
  std::vector<std::pair<OrgUnitId, Date>> open{{unit, on}};
  while (!open.empty()) {
    const auto [at, last] = std::move(open.back());
    open.pop_back();
    if (!seen.insert(at).second) continue;
    bool stated = false, gaveAway = false;
    for (const auto index : linesOutOf(at)) {
      const auto& line = lineage_[index];
      if (line.day > earlier && line.day <= last && !line.whole && line.after != unit) gaveAway = true;
    }
    for (const auto index : linesInto(at)) {
      const auto& line = lineage_[index];
      if (line.day <= earlier || line.day > last) continue;
      stated = true;
      if (line.whole)
        open.emplace_back(line.before, line.day);
      else
        origins.partial.push_back(line.before);
    }
    const auto own = statesOf(at);
    const bool doubtful = std::any_of(own.begin(), own.end(), [&, until = last](const UnitState& state) {
      return state.originUnstated && state.from && *state.from > earlier && *state.from <= until;
    });
    if (this->on(at, earlier) != nullptr)
      (gaveAway ? origins.partial : doubtful ? origins.unstated : origins.whole).push_back(at);
    else if (gaveAway)
      origins.partial.push_back(at);
    else if (!stated)
      origins.unstated.push_back(at);
  }
  for (auto* each : {&origins.whole, &origins.partial, &origins.unstated}) {
    std::sort(each->begin(), each->end());
    each->erase(std::unique(each->begin(), each->end()), each->end());
  }
  return origins;
}

std::vector<Date> UnitHistory::changeDays(const OrgUnitId& unit, const Date& on, const Date& earlier) const {
  std::set<Date> days;
  std::set<OrgUnitId> seen;
  std::vector<OrgUnitId> open{unit};
  const auto note = [&](const Date& day) {
    if (earlier < day && day <= on) days.insert(day);
  };
  while (!open.empty()) {
    const auto at = std::move(open.back());
    open.pop_back();
    if (!seen.insert(at).second) continue;
    for (const auto index : linesOutOf(at)) note(lineage_[index].day);
    for (const auto index : linesInto(at)) {
      note(lineage_[index].day);
      if (lineage_[index].day > earlier) open.push_back(lineage_[index].before);
    }
    for (const auto& state : statesOf(at)) {
      if (state.from) note(*state.from);
    }
  }
  std::vector<Date> changes;
  for (const auto& day : days) {
    if (originsOf(unit, on, day) != originsOf(unit, on, dayBefore(day))) changes.push_back(day);
  }
  return changes;
}

}  // namespace cchc
