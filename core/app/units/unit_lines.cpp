#include "core/app/units/unit_lines.h"

#include <array>

#include "core/base/vietnamese.h"

namespace cchc {
namespace {

std::string dayText(const Date& day) { return vietnamese::numericDate(day); }

}  // namespace

std::string stateDifferences(const UnitState& was, const UnitState& is, Language language) {
  const std::array parts{std::pair(&was.kind, &is.kind), std::pair(&was.form, &is.form), std::pair(&was.name, &is.name),
                         std::pair(&was.parent, &is.parent), std::pair(&was.identifier, &is.identifier)};
  std::string text;
  for (const auto& [before, after] : parts) {
    if (*before == *after) continue;
    const auto shown = [&](const std::string& each) {
      return each.empty() ? std::string(cchc::text("unit-text.nothing", language)) : each;
    };
    text += (text.empty() ? "" : "; ") + shown(*before) + " → " + shown(*after);
  }
  return text;
}

std::string_view stepName(UnitStep step) {
  constexpr std::array<std::string_view, 6> names = {"same", "added", "succeeded", "changed", "corrected", "ended"};
  return names[static_cast<std::size_t>(step)];
}

std::string unitLine(const UnitState& state) { return state.name + " (" + state.code + ")"; }

std::string spanText(const UnitState& state, Language language) {
  if (state.from && state.until)
    return text("unit-text.between", language, {{"from", dayText(*state.from)}, {"until", dayText(*state.until)}});
  if (state.from) return text("unit-text.from", language, {{"from", dayText(*state.from)}});
  if (state.until) return text("unit-text.until", language, {{"until", dayText(*state.until)}});
  return {};
}

std::string originText(const UnitHistory& units, const OrgUnitId& unit, Language language) {
  std::string all;
  for (const auto& line : units.lineage()) {
    if (line.after != unit) continue;
    const auto* before = units.nearest(line.before, dayBefore(line.day));
    const auto name = before == nullptr ? codeOf(line.before) : unitLine(*before);
    all += (all.empty() ? "" : ", ") + (line.whole ? name : text("unit-text.part-of", language, {{"unit", name}}));
  }
  return all;
}

std::string becameText(const UnitHistory& units, const OrgUnitId& unit, Language language) {
  std::string all;
  for (const auto& line : units.lineage()) {
    if (line.before != unit) continue;
    const auto* after = units.nearest(line.after, line.day);
    const auto name = after == nullptr ? codeOf(line.after) : unitLine(*after);
    const auto share = line.whole ? name : text("unit-text.part-of", language, {{"unit", name}});
    all += (all.empty() ? "" : ", ") + share + " " + text("unit-text.from", language, {{"from", dayText(line.day)}});
  }
  return all;
}

std::string planLine(const UnitHistory& units, const PlannedUnit& planned, Language language) {
  const auto& state = planned.state;
  std::vector<Parameter> parameters{{"unit", unitLine(state)},
                                    {"from", state.from ? dayText(*state.from) : ""},
                                    {"until", state.until ? dayText(*state.until) : ""}};
  if (planned.was) {
    parameters.push_back({"was", unitLine(*planned.was)});
    parameters.push_back({"differences", stateDifferences(*planned.was, state, language)});
  }
  std::string line;
  switch (planned.step) {
    case UnitStep::same:
      line = text("unit-text.step.same", language, parameters);
      break;
    case UnitStep::added:
      line = text("unit-text.step.added", language, parameters);
      break;
    case UnitStep::succeeded:
      line = text("unit-text.step.succeeded", language, parameters);
      break;
    case UnitStep::changed:
      line = text(state.originUnstated ? "unit-text.step.continued" : "unit-text.step.changed", language, parameters);
      break;
    case UnitStep::corrected:
      line = text("unit-text.step.corrected", language, parameters);
      break;
    case UnitStep::ended:
      line = text(state.until ? "unit-text.step.ended" : "unit-text.step.unended", language, parameters);
      break;
  }
  const auto origin = originText(units, state.unit, language);
  const bool begins =
      planned.step == UnitStep::succeeded || planned.step == UnitStep::added || !planned.lineage.empty();
  if (begins && !origin.empty()) line += text("unit-text.made-of", language, {{"units", origin}});
  const bool unstated = (planned.step == UnitStep::succeeded && origin.empty()) || state.originUnstated;
  if (unstated) line += text("unit-text.origin-unstated", language);
  return line;
}

}  // namespace cchc
