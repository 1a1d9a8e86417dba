#include "core/model/units/unit_plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/vietnamese.h"
#include "core/model/units/unit_circles.h"

namespace cchc {
namespace {

constexpr Date calendarStart{1, 1, 1}, calendarEnd{9999, 12, 31};

Date firstOf(const std::optional<Date>& from) { return from.value_or(calendarStart); }
Date lastOf(const std::optional<Date>& until) { return until.value_or(calendarEnd); }
std::optional<Date> blankIfOpen(const Date& day) {
  return day == calendarStart || day == calendarEnd ? std::nullopt : std::optional(day);
}

// A blank form says nothing of the form, since tables of before 2025 have no such column.
bool hasOtherForm(const UnitRow& row, const UnitState& state) {
  return !row.form.empty() && !state.form.empty() && row.form != state.form;
}
bool saysTheSame(const UnitRow& row, const UnitState& state) {
  return row.kind == state.kind && row.name == state.name && row.parent == state.parent && !hasOtherForm(row, state);
}

// What the row says otherwise: "thị trấn Mẫu → xã Mẫu; 90 → 91".
std::string differences(const UnitRow& row, const UnitState& state) {
  std::string text;
  const auto form = hasOtherForm(row, state) ? row.form : state.form;
  for (const auto& [was, is] : {std::tie(state.name, row.name), std::tie(state.kind, row.kind),
                                std::tie(state.form, form), std::tie(state.parent, row.parent)}) {
    if (was != is) text += (text.empty() ? "" : "; ") + (was.empty() ? "–" : was) + " → " + (is.empty() ? "–" : is);
  }
  return text;
}

std::string dayText(const Date& day) { return vietnamese::numericDate(day); }

// Of a row or a state.
template <class Unit>
std::string unitText(const Unit& unit) {
  return unit.name + " (" + unit.code + ")";
}

// Works through the rows on a copy of the known states.
class Planner {
 public:
  Planner(const UnitHistory& known, const std::vector<UnitRow>& rows)
      : known_(known), rows_(rows), states_(known.states()), lineage_(known.lineage()) {
    for (std::size_t i = 0; i < states_.size(); ++i) byCode_[states_[i].code].push_back(i);
  }

  void take(const UnitRow& row);
  template <class Other>
  void refuseOverlap(const UnitRow& row, const Other& other, const Date& day) {
    refuse("unit.overlap", row, {{"other", unitText(other)}, {"day", dayText(day)}});
  }
  void takeLineage();
  UnitPlan finish();

 private:
  struct Stated {
    const UnitRow* row;
    std::size_t planned;  // index into plan_.units
  };

  std::size_t holder(std::string_view code, const Date& day) const;
  std::size_t lastHolderBefore(std::string_view code, const Date& day) const;
  std::size_t firstHolderAfter(std::string_view code, const Date& day) const;
  OrgUnitId newIdentity(const UnitRow& row) const;
  void refuse(std::string_view code, const UnitRow& row, std::vector<Parameter> parameters);
  void refuseWithoutDay(const UnitRow& row, const UnitState& known) {
    std::vector<Parameter> parameters{{"known", unitText(known)}, {"differences", differences(row, known)}};
    if (!known.from) return refuse("unit.needs-day", row, std::move(parameters));
    parameters.push_back({"from", dayText(*known.from)});
    parameters.push_back({"eve", dayText(dayBefore(*known.from))});
    refuse("unit.needs-last-day", row, std::move(parameters));
  }
  void plan(UnitStep step, const UnitRow& row, const UnitState& state, std::optional<UnitState> was);

  void takeWithoutDay(const UnitRow& row);
  bool takeEarlierHolder(const UnitRow& row, std::size_t at);
  void takeFrom(const UnitRow& row);
  void confirm(const UnitRow& row, std::size_t at);
  // continues: what it has not said stays, and nobody has said what it was made of.
  void add(const UnitRow& row, UnitStep step, OrgUnitId unit, std::optional<Date> from, std::optional<UnitState> was,
           bool continues = false);
  void end(std::size_t at, const Date& last, const UnitRow& row);
  void continueFrom(const UnitRow& row, std::size_t at);
  bool keepsIdentity(const UnitRow& row) const;
  void noteParents();

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const std::vector<std::size_t>& statesWith(std::string_view code) const {
    static const std::vector<std::size_t> nothing;
    const auto found = byCode_.find(std::string(code));
    return found == byCode_.end() ? nothing : found->second;
  }

  const UnitHistory& known_;
  const std::vector<UnitRow>& rows_;
  std::vector<UnitState> states_;
  std::unordered_map<std::string, std::vector<std::size_t>> byCode_;
  std::vector<UnitLineage> lineage_;
  std::vector<Stated> stated_;
  std::optional<Date> openEnd_;  // where a state ends that follows another within that one's days
  UnitPlan plan_;
};

std::size_t Planner::holder(std::string_view code, const Date& day) const {
  for (const auto i : statesWith(code)) {
    if (states_[i].on(day)) return i;
  }
  return none;
}

std::size_t Planner::lastHolderBefore(std::string_view code, const Date& day) const {
  std::size_t found = none;
  for (const auto i : statesWith(code)) {
    const auto& state = states_[i];
    if (lastOf(state.until) >= day) continue;
    if (found == none || lastOf(states_[found].until) < lastOf(state.until)) found = i;
  }
  return found;
}

std::size_t Planner::firstHolderAfter(std::string_view code, const Date& day) const {
  std::size_t found = none;
  for (const auto i : statesWith(code)) {
    const auto& state = states_[i];
    if (firstOf(state.from) <= day) continue;
    if (found == none || firstOf(state.from) < firstOf(states_[found].from)) found = i;
  }
  return found;
}

// The code for its first holder, whose sections were stored under it before units had a history; with the first day for
// any other.
OrgUnitId Planner::newIdentity(const UnitRow& row) const {
  const bool taken = !statesWith(row.code).empty();
  return OrgUnitId(taken ? row.code + "@" + firstOf(row.from).toText() : row.code);
}

void Planner::refuse(std::string_view code, const UnitRow& row, std::vector<Parameter> parameters) {
  parameters.push_back({"code", row.code});
  parameters.push_back({"name", row.name});
  plan_.refused.push_back({std::string(code), row.position, std::move(parameters)});
}

void Planner::plan(UnitStep step, const UnitRow& row, const UnitState& state, std::optional<UnitState> was) {
  plan_.units.push_back({step, state, std::move(was), {}, row.position});
  if (step != UnitStep::ended && row.before) stated_.push_back({&row, plan_.units.size() - 1});
}

bool Planner::keepsIdentity(const UnitRow& row) const {
  return row.before && row.before->size() == 1 && row.before->front().code == row.code && row.before->front().whole;
}

void Planner::take(const UnitRow& row) {
  if (row.from)
    takeFrom(row);
  else if (row.before)
    refuse("unit.before-needs-day", row, {});
  else
    takeWithoutDay(row);
}

// What the row says of the state's last day and identifier; kind, name and parent agree.
void Planner::confirm(const UnitRow& row, std::size_t at) {
  auto& state = states_[at];
  const auto was = state;
  if (row.until && row.until != state.until) {
    const auto next = firstHolderAfter(row.code, lastOf(was.from ? was.from : std::optional(calendarStart)));
    if (next != none && firstOf(states_[next].from) <= *row.until)
      return refuseOverlap(row, states_[next], firstOf(states_[next].from));
    state.until = row.until;
  }
  if (!row.identifier.empty()) state.identifier = row.identifier;
  if (!row.form.empty()) state.form = row.form;
  if (row.before) state.originUnstated = false;
  const auto step = state == was ? UnitStep::same : state.until != was.until ? UnitStep::ended : UnitStep::corrected;
  plan(step, row, state, step == UnitStep::same ? std::nullopt : std::optional(was));
}

void Planner::takeWithoutDay(const UnitRow& row) {
  // Without a last day either, the row speaks of the latest holder.
  auto at = holder(row.code, lastOf(row.until));
  if (at == none) at = lastHolderBefore(row.code, lastOf(row.until));
  if (at == none) {
    const auto next = firstHolderAfter(row.code, calendarStart);
    const bool ends = next != none;
    if (ends && !row.until) return refuseWithoutDay(row, states_[next]);
    add(row, UnitStep::added, newIdentity(row), std::nullopt, std::nullopt);
    return;
  }
  if (!saysTheSame(row, states_[at])) {
    // A list that was true once, without days, says nothing new.
    const auto& all = statesWith(row.code);
    const bool before = !row.until && std::any_of(all.begin(), all.end(),
                                                  [&](std::size_t each) { return saysTheSame(row, states_[each]); });
    if (before) return plan(UnitStep::same, row, states_[at], std::nullopt);
    if (takeEarlierHolder(row, at)) return;
    return refuseWithoutDay(row, states_[at]);
  }
  confirm(row, at);
}

// The known unit has no first day, and another row says that it begins on the day after the last one of this row.
bool Planner::takeEarlierHolder(const UnitRow& row, std::size_t at) {
  if (!row.until || states_[at].from) return false;
  const auto later = std::find_if(rows_.begin(), rows_.end(), [&](const UnitRow& other) {
    return other.code == row.code && other.from == dayAfter(*row.until) && saysTheSame(other, states_[at]);
  });
  if (later == rows_.end()) return false;
  const auto was = states_[at];
  states_[at].from = later->from;
  plan_.units.push_back({UnitStep::corrected, states_[at], was, {}, later->position});
  add(row, UnitStep::added, newIdentity(row), std::nullopt, std::nullopt);
  return true;
}

void Planner::takeFrom(const UnitRow& row) {
  const auto from = *row.from;
  const auto at = holder(row.code, from);
  if (at != none && firstOf(states_[at].from) == from) {
    if (saysTheSame(row, states_[at])) return confirm(row, at);
    const auto was = states_[at];
    auto& state = states_[at];
    state.kind = row.kind, state.name = row.name, state.parent = row.parent;
    if (!row.form.empty()) state.form = row.form;
    if (!row.identifier.empty()) state.identifier = row.identifier;
    plan(UnitStep::corrected, row, state, was);
    return;
  }
  if (at != none) {
    const auto was = states_[at];
    if (saysTheSame(row, was) && !row.before) return continueFrom(row, at);
    if (saysTheSame(row, was) && keepsIdentity(row)) return confirm(row, at);
    states_[at].until = dayBefore(from);
    if (!row.until) openEnd_ = was.until;
    const auto unit = keepsIdentity(row) ? was.unit : newIdentity(row);
    add(row, keepsIdentity(row) ? UnitStep::changed : UnitStep::succeeded, unit, from, was);
    return;
  }
  const auto before = lastHolderBefore(row.code, from);
  if (before == none && keepsIdentity(row))
    return refuse("unit.before-unknown", row, {{"before", row.code}, {"day", dayText(dayBefore(from))}});
  if (before == none) return add(row, UnitStep::added, newIdentity(row), from, std::nullopt);
  const auto was = states_[before];
  if (!row.before && saysTheSame(row, was) && lastOf(was.until) == dayBefore(from))
    return add(row, UnitStep::changed, was.unit, from, was, true);
  const bool sameUnit = keepsIdentity(row);
  add(row, sameUnit ? UnitStep::changed : UnitStep::succeeded, sameUnit ? was.unit : newIdentity(row), from, was);
}

// The row gives the first day of a unit that existed before, and nothing differs. It is the same unit, whose sections
// stay its own; but it may have another territory, which nobody has said.
void Planner::continueFrom(const UnitRow& row, std::size_t at) {
  const auto was = states_[at];
  states_[at].until = dayBefore(*row.from);
  if (!row.until) openEnd_ = was.until;
  add(row, UnitStep::changed, was.unit, row.from, was, true);
}

void Planner::add(const UnitRow& row, UnitStep step, OrgUnitId unit, std::optional<Date> from,
                  std::optional<UnitState> was, bool continues) {
  UnitState state{std::move(unit), from,       row.until ? row.until : std::exchange(openEnd_, std::nullopt),
                  row.code,        row.kind,   row.form,
                  row.name,        row.parent, row.identifier,
                  continues};
  if (continues && state.form.empty()) state.form = was->form;
  if (continues && state.identifier.empty()) state.identifier = was->identifier;
  const auto next = firstHolderAfter(row.code, firstOf(from));
  if (next != none && firstOf(states_[next].from) <= lastOf(state.until)) {
    if (state.until) return refuseOverlap(row, states_[next], firstOf(states_[next].from));
    state.until = dayBefore(firstOf(states_[next].from));
  }
  byCode_[row.code].push_back(states_.size());
  states_.push_back(state);
  plan(step, row, state, std::move(was));
}

void Planner::end(std::size_t at, const Date& last, const UnitRow& row) {
  const auto was = states_[at];
  states_[at].until = blankIfOpen(last);
  plan(UnitStep::ended, row, states_[at], was);
}

// After all rows, since a row may name units that a later row of the table brings.
void Planner::takeLineage() {
  for (const auto& [row, planned] : stated_) {
    if (keepsIdentity(*row)) continue;
    const auto after = plan_.units[planned].state.unit;
    const auto eve = dayBefore(*row->from);
    std::vector<UnitLineage> lines;
    for (const auto& [code, whole] : *row->before) {
      const auto at = holder(code, eve);
      if (at == none) {
        refuse("unit.before-unknown", *row, {{"before", code}, {"day", dayText(eve)}});
        continue;
      }
      lines.push_back({*row->from, states_[at].unit, after, whole, row->basis});
      if (whole && lastOf(states_[at].until) > eve) end(at, eve, *row);
    }
    for (auto& line : lines) {
      const auto same = std::find_if(lineage_.begin(), lineage_.end(), [&](const UnitLineage& known) {
        return known.before == line.before && known.after == line.after && known.day == line.day;
      });
      if (same != lineage_.end() && *same == line) continue;
      const auto otherWhole = std::find_if(lineage_.begin(), lineage_.end(), [&](const UnitLineage& known) {
        // Who goes wholly into another goes last.
        return known.before == line.before && known.after != line.after &&
               ((known.whole && known.day <= line.day) || (line.whole && line.day <= known.day));
      });
      if (otherWhole != lineage_.end()) {
        refuse("unit.before-twice", *row, {{"before", line.before.value}, {"other", otherWhole->after.value}});
        continue;
      }
      if (same != lineage_.end())
        *same = line;
      else
        lineage_.push_back(line);
      if (plan_.units[planned].step == UnitStep::same) plan_.units[planned].step = UnitStep::corrected;
      plan_.units[planned].lineage.push_back(std::move(line));
    }
  }
}

// Units that have no unit above them on their last day, and had one before this table.
void Planner::noteParents() {
  std::map<std::string_view, const PlannedUnit*> rows;
  for (const auto& planned : plan_.units) rows[planned.state.code] = &planned;
  for (const auto& state : plan_.after.states()) {
    const auto last = lastOf(state.until);
    if (state.parent.empty() || plan_.after.holder(state.parent, last) != nullptr) continue;
    const auto* before = known_.on(state.unit, firstOf(state.from));
    const bool toldBefore = before != nullptr && before->parent == state.parent && before->until == state.until;
    if (toldBefore && known_.holder(state.parent, last) == nullptr) continue;
    const auto& holders = plan_.after.statesWithCode(state.parent);
    const auto row = rows.find(state.code);
    Error note{"unit.parent-unknown",
               row == rows.end() ? state.name : row->second->position,
               {{"code", state.code}, {"name", state.name}, {"parent", state.parent}}};
    if (!holders.empty()) {
      note.code = "unit.parent-gone";
      note.parameters.push_back({"day", dayText(lastOf(holders.back()->until))});
    }
    plan_.notes.push_back(std::move(note));
  }
}

UnitPlan Planner::finish() {
  plan_.after = UnitHistory(states_, lineage_);
  auto circles = circlesOf(plan_.after, rows_);
  std::move(circles.begin(), circles.end(), std::back_inserter(plan_.refused));
  noteParents();
  std::stable_sort(plan_.units.begin(), plan_.units.end(), [](const PlannedUnit& a, const PlannedUnit& b) {
    return std::tuple(a.state.code, firstOf(a.state.from)) < std::tuple(b.state.code, firstOf(b.state.from));
  });
  return std::move(plan_);
}

}  // namespace

bool UnitPlan::changesNothing() const {
  return std::all_of(units.begin(), units.end(), [](const PlannedUnit& unit) { return unit.step == UnitStep::same; });
}

UnitPlan planUnits(const UnitHistory& known, std::vector<UnitRow> rows) {
  // Earlier days first: a later holder of a code follows an earlier one whatever the order of the table.
  std::stable_sort(rows.begin(), rows.end(), [](const UnitRow& a, const UnitRow& b) {
    return std::tuple(firstOf(a.from), lastOf(a.until)) < std::tuple(firstOf(b.from), lastOf(b.until));
  });
  Planner planner(known, rows);
  std::map<std::string_view, const UnitRow*> last;
  for (const auto& row : rows) {
    auto& before = last[row.code];
    const auto* overlapped = std::exchange(before, &row);
    if (overlapped != nullptr && row.from && overlapped->until && *row.from <= *overlapped->until)
      planner.refuseOverlap(row, *overlapped, *row.from);
    else
      planner.take(row);
  }
  planner.takeLineage();
  return planner.finish();
}

}  // namespace cchc
