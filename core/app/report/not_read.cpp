#include "core/app/report/not_read.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/app/report/store_source.h"
#include "core/base/vietnamese.h"

namespace cchc {
namespace {

// The units above `unit` on the day, it first; up to the top, or to one that is there already.
std::vector<OrgUnitId> chainOn(const UnitHistory& units, const OrgUnitId& unit, const Date& day) {
  std::vector<OrgUnitId> chain;
  for (std::optional<OrgUnitId> at = unit; at && std::find(chain.begin(), chain.end(), *at) == chain.end();) {
    chain.push_back(*at);
    const auto state = units.asOn(*at, day);
    at = state ? state->parent : std::nullopt;
  }
  return chain;
}

}  // namespace

NotRead::NotRead(Suite& suite, const ConsolidationInput& input, AskedSections asked,
                 std::shared_ptr<const UnitHistory> units)
    : suite_(suite), input_(input), asked_(std::move(asked)), units_(std::move(units)), ours_(unitsOf(input)) {}

Result<NotRead> NotRead::of(Suite& suite, const ConsolidationInput& input) {
  CCHC_TRY(auto asked, AskedSections::of(suite, input.period));
  CCHC_TRY(auto units, suite.store.units());
  return NotRead(suite, input, std::move(asked), std::move(units));
}

bool NotRead::accountsFor(const OrgUnitId& unit) const {
  if (ours_.contains(unit)) return true;
  const auto& period = input_.period;
  std::vector<Date> days{period.start, period.end};
  for (const auto& state : units_->statesOf(unit)) {
    for (const auto& day : {state.from, state.until}) {
      if (day && period.start <= *day && *day <= period.end) days.push_back(*day);
    }
  }
  const auto isBelow = [&](const Date& day) {
    const auto chain = chainOn(*units_, unit, day);
    return std::find(chain.begin(), chain.end(), input_.unit.id) != chain.end();
  };
  if (std::any_of(days.begin(), days.end(), isBelow)) return true;
  return chainOn(*units_, unit, period.end).back() != chainOn(*units_, input_.unit.id, period.end).back();
}

std::optional<Error> NotRead::why(const SectionKey& key) const {
  if (!accountsFor(key.unit)) return std::nullopt;
  if (auto notAsked = asked_.whyNot(key.definition, key.unit)) return notAsked;
  if (ours_.contains(key.unit)) return std::nullopt;
  return Error{"assignment.unit-elsewhere",
               keyText(key),
               {{"unit", nameOf(suite_, key.unit, key.period)},
                {"whole", input_.unit.name},
                {"end", vietnamese::date(input_.period.end)}},
               ErrorKind::refusal};
}

}  // namespace cchc
