#include "core/model/units/unit_circles.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace cchc {
namespace {

using Circle = std::vector<std::string_view>;  // codes, each below the next one; the last is below the first

void tell(const Circle& circle, const std::vector<UnitRow>& rows, std::vector<Error>& errors) {
  std::string all;
  for (const auto code : circle) all += std::string(code) + " → ";
  all += circle.front();
  const auto within = [&](const std::string& code) {
    return std::find(circle.begin(), circle.end(), code) != circle.end();
  };
  bool told = false;
  for (const auto& row : rows) {
    if (!within(row.code) || !within(row.parent)) continue;
    told = true;
    errors.push_back({"table.cycle", row.position, {{"id", row.code}, {"name", row.name}, {"circle", all}}});
  }
  const std::string first(circle.front());
  if (!told) errors.push_back({"table.cycle", first, {{"id", first}, {"name", ""}, {"circle", all}}});
}

}  // namespace

std::vector<Error> circlesOf(const UnitHistory& after, const std::vector<UnitRow>& rows) {
  std::set<Date> days{Date{1, 1, 1}};
  for (const auto& state : after.states()) {
    if (state.from) days.insert(*state.from);
  }
  std::vector<Error> errors;
  std::set<std::string_view> told;
  for (const auto& day : days) {
    std::set<std::string_view> passed;  // codes that lead to a top, or to a circle that was told
    for (const auto& state : after.states()) {
      if (!state.on(day)) continue;
      Circle way;
      auto circle = way.end();
      const UnitState* at = &state;
      while (at != nullptr && !passed.contains(at->code)) {
        circle = std::find(way.begin(), way.end(), at->code);
        if (circle != way.end()) break;
        way.push_back(at->code);
        circle = way.end();
        at = at->parent.empty() ? nullptr : after.nearestHolder(at->parent, day);
      }
      if (circle != way.end() && told.insert(*std::min_element(circle, way.end())).second)
        tell({circle, way.end()}, rows, errors);
      passed.insert(way.begin(), way.end());
    }
  }
  return errors;
}

}  // namespace cchc
