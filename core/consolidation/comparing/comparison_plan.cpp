#include "core/consolidation/comparing/comparison_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/vietnamese.h"

namespace cchc {
namespace {

// Fills the days of one span with the sections of one unit.
class Tiling {
 public:
  // `cumulativeFirst`: whether a section of cumulative figures may begin the span.
  Tiling(std::vector<const Period*> periods, const PlannedSpan& span, bool cumulativeFirst)
      : periods_(std::move(periods)), span_(span), cumulativeFirst_(cumulativeFirst) {
    // Longest first, so that a section of the whole span is preferred to its parts.
    std::stable_sort(periods_.begin(), periods_.end(),
                     [](const Period* a, const Period* b) { return b->end < a->end; });
  }

  bool fill(bool checkSpans) {
    checkSpans_ = checkSpans;
    tiles_.clear();
    unfilled_ = span_.from;
    return fillFrom(span_.from);
  }
  const std::vector<const Period*>& tiles() const { return tiles_; }

  // The first days that the sections leave open, after fill() was false.
  DateRange gap() const {
    auto until = span_.until;
    for (const auto* period : periods_) {
      if (unfilled_ < period->start && period->start <= until) until = dayBefore(period->start);
    }
    return {unfilled_, until};
  }

 private:
  bool mayFollow(const Period& period, const Date& day) const {
    if (!checkSpans_ || period.span == PeriodSpan::inPeriod) return true;
    return day == span_.from && cumulativeFirst_;
  }
  bool fillFrom(const Date& day) {
    unfilled_ = std::max(unfilled_, day);
    if (span_.until < day) return true;
    for (const auto* period : periods_) {
      if (period->start != day || !mayFollow(*period, day)) continue;
      tiles_.push_back(period);
      if (fillFrom(dayAfter(period->end))) return true;
      tiles_.pop_back();
    }
    return false;
  }

  std::vector<const Period*> periods_;
  const PlannedSpan& span_;
  bool cumulativeFirst_, checkSpans_ = true;
  Date unfilled_;
  std::vector<const Period*> tiles_;
};

class Planner {
 public:
  Planner(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current, const Period& compared)
      : basis_(basis), unit_(unit), current_(current), compared_(compared) {}

  Result<ComparisonPlan> plan() {
    findSpans();
    if (plan_.reasons.empty()) CCHC_CHECK(fillSpans());
    const bool silent = !plan_.regrouped && !anySection_ && plan_.spans.size() <= 1;
    if (silent) plan_.reasons.clear();
    if (silent || !plan_.reasons.empty()) plan_.spans.clear();
    return std::move(plan_);
  }

 private:
  void addReason(std::string_view code, const OrgUnitId& unit, const Date& day, std::vector<Parameter> more = {}) {
    const auto* state = basis_.units.nearest(unit, day);
    std::vector<Parameter> parameters{
        {"unit", state != nullptr ? state->name : codeOf(unit)}, {"code", codeOf(unit)}, {"period", compared_.name}};
    parameters.insert(parameters.end(), more.begin(), more.end());
    Error reason{std::string(code), "", std::move(parameters), ErrorKind::refusal};
    if (std::find(plan_.reasons.begin(), plan_.reasons.end(), reason) == plan_.reasons.end())
      plan_.reasons.push_back(std::move(reason));
  }

  // Cuts the compared period at the days on which the territory changed hands.
  void findSpans() {
    auto from = compared_.start;
    auto days = basis_.units.changeDays(unit_, std::max(current_.end, compared_.end), compared_.start);
    std::erase_if(days, [&](const Date& day) { return compared_.end < day; });
    days.push_back(dayAfter(compared_.end));
    for (const auto& day : days) {
      const auto until = dayBefore(day);
      const auto origins = basis_.units.originsOf(unit_, std::max(current_.end, compared_.end), until);
      const auto* now = basis_.units.nearest(unit_, current_.end);
      for (const auto& each : origins.partial)
        addReason("core.comparison-split", each, until, {{"after", now != nullptr ? now->name : codeOf(unit_)}});
      for (const auto& each : origins.unstated) addReason("core.comparison-unstated", each, current_.end);
      PlannedSpan span{from, until, {}};
      for (const auto& each : origins.whole) span.units.push_back({each, {}});
      plan_.regrouped = plan_.regrouped || origins.whole != std::vector{unit_};
      plan_.spans.push_back(std::move(span));
      from = day;
    }
  }

  Status fillSpans() {
    for (auto& span : plan_.spans) {
      for (auto& unit : span.units) CCHC_CHECK(fillUnit(span, unit));
    }
    return {};
  }

  Status fillUnit(const PlannedSpan& span, PlannedSections& unit) {
    if (plan_.spans.size() == 1) {
      CCHC_TRY(const bool own, basis_.hasSection(unit.unit, compared_.id));
      if (own) {
        anySection_ = true;
        unit.periods = {compared_.id};
        return {};
      }
    }
    std::vector<const Period*> periods;
    for (const auto& period : basis_.periods) {
      if (period.start < span.from || span.until < period.end || period.id == compared_.id) continue;
      CCHC_TRY(const bool has, basis_.hasSection(unit.unit, period.id));
      if (has) periods.push_back(&period);
    }
    anySection_ = anySection_ || !periods.empty();
    const auto states = basis_.units.statesOf(unit.unit);
    const bool began = !states.empty() && states.front().from == span.from;
    const bool first = span.from == compared_.start && compared_.span == PeriodSpan::cumulative;
    Tiling tiling(std::move(periods), span, began || first);
    if (tiling.fill(true)) {
      for (const auto* tile : tiling.tiles()) unit.periods.push_back(tile->id);
      return {};
    }
    const auto gap = tiling.gap();
    if (tiling.fill(false)) {
      for (const auto* tile : tiling.tiles()) {
        if (tile->span == PeriodSpan::cumulative && (tile->start != span.from || !(began || first)))
          addReason("core.comparison-span", unit.unit, span.until, {{"section_period", tile->name}});
      }
    } else if (gap == DateRange{span.from, span.until} && plan_.spans.size() == 1) {
      addReason("core.comparison-missing", unit.unit, span.until);
    } else {
      addReason("core.comparison-days", unit.unit, span.until,
                {{"from", vietnamese::date(gap.from)}, {"until", vietnamese::date(gap.to)}});
    }
    return {};
  }

  const ComparisonBasis& basis_;
  const OrgUnitId& unit_;
  const Period& current_;
  const Period& compared_;
  ComparisonPlan plan_;
  bool anySection_ = false;
};

}  // namespace

Result<ComparisonPlan> planComparison(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current,
                                      const Period& compared) {
  return Planner(basis, unit, current, compared).plan();
}

Result<ComparisonPlan> planPreceding(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current) {
  const auto eve = dayBefore(current.start);
  const auto origins = basis.units.originsOf(unit, current.end, eve);
  ComparisonPlan plan;
  if (!origins.complete()) return plan;
  PlannedSpan span{eve, eve, {}};
  for (const auto& each : origins.whole) {
    std::optional<PeriodId> found;
    for (const auto& period : basis.periods) {
      if (found || period.end != eve || period.id == current.id) continue;
      CCHC_TRY(const bool has, basis.hasSection(each, period.id));
      if (has) found = period.id;
    }
    if (!found) return plan;
    span.units.push_back({each, {*found}});
  }
  plan.regrouped = origins.whole != std::vector{unit};
  plan.spans.push_back(std::move(span));
  return plan;
}

Result<ComparisonPlan> planSameStart(const ComparisonBasis& basis, const OrgUnitId& unit, const Period& current) {
  const Period* latest = nullptr;
  for (const auto& period : basis.periods) {
    const bool begins = period.start == current.start && period.end < current.end && period.id != current.id;
    if (!begins || (latest != nullptr && period.end <= latest->end)) continue;
    const auto origins = basis.units.originsOf(unit, current.end, period.end);
    if (!origins.complete() || origins.whole != std::vector{unit}) continue;
    CCHC_TRY(const bool has, basis.hasSection(unit, period.id));
    if (has) latest = &period;
  }
  ComparisonPlan plan;
  if (latest != nullptr) plan.spans.push_back({latest->start, latest->end, {{unit, {latest->id}}}});
  return plan;
}

}  // namespace cchc
