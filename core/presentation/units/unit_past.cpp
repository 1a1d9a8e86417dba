#include "core/presentation/units/unit_past.h"

#include <algorithm>

#include "core/app/units/unit_lines.h"
#include "core/base/vietnamese.h"

namespace cchc::presentation {
namespace {

// The day of a state that is nearest to the one that is looked at.
Date dayWithin(const UnitState& state, const Date& day) {
  if (state.from && day < *state.from) return *state.from;
  return state.until && *state.until < day ? *state.until : day;
}

class PastMaker {
 public:
  PastMaker(const UnitHistory& units, const UnitPlace& place, Words words)
      : units_(units), place_(place), words_(words) {}

  UnitPast make();

 private:
  void addStates();
  void addMadeOf();
  void addBecame();
  void addSameCode();
  void add(UnitPastRow row) { past_.rows.push_back(std::move(row)); }
  void addHeading(std::string text) { add({true, false, std::move(text), {}, {}, {}}); }
  void addNote(std::string text) { add({false, false, {}, {}, std::move(text), {}}); }
  // A unit that the looked-at one came from or went into.
  void addRelative(const UnitLineage& line, const OrgUnitId& relative, const Date& day);

  const UnitHistory& units_;
  const UnitPlace& place_;
  Words words_;
  UnitPast past_;
};

UnitPast PastMaker::make() {
  const auto* shown = units_.nearest(place_.unit, place_.day);
  if (shown == nullptr) return past_;
  past_.title = unitLine(*shown);
  if (!shown->on(place_.day)) {
    const bool gone = shown->until && *shown->until < place_.day;
    past_.absence =
        words_(gone ? "unit-text.gone" : "unit-text.not-yet", {{"day", vietnamese::numericDate(place_.day)}});
  }
  addStates();
  addMadeOf();
  addBecame();
  addSameCode();
  return past_;
}

void PastMaker::addStates() {
  addHeading(words_("unit-text.heading.states"));
  for (const auto& state : units_.statesOf(place_.unit)) {
    const auto day = dayWithin(state, place_.day);
    auto note = unitFormText(state, words_);
    if (!state.parent.empty()) {
      const auto* above = units_.nearestHolder(state.parent, day);
      note += words_("unit-text.below", {{"unit", above == nullptr ? state.parent : unitLine(*above)}});
    }
    if (!state.identifier.empty()) note += words_("unit-text.identifier", {{"identifier", state.identifier}});
    if (state.originUnstated) note += words_("unit-text.continued-unstated");
    auto time = spanText(state, words_.language);
    if (time.empty()) time = words_("unit-text.always");
    add({false, state.on(place_.day), unitLine(state), std::move(time), std::move(note), UnitPlace{state.unit, day}});
  }
}

void PastMaker::addRelative(const UnitLineage& line, const OrgUnitId& relative, const Date& day) {
  const auto* state = units_.nearest(relative, day);
  auto note = words_(line.whole ? "unit-text.whole" : "unit-text.part");
  if (!line.basis.empty()) note += "; " + line.basis;
  add({false, false, state == nullptr ? codeOf(relative) : unitLine(*state), vietnamese::numericDate(line.day),
       std::move(note), UnitPlace{relative, day}});
}

void PastMaker::addMadeOf() {
  addHeading(words_("unit-text.heading.made-of"));
  bool stated = false;
  for (const auto& line : units_.lineage()) {
    if (line.after != place_.unit) continue;
    stated = true;
    addRelative(line, line.before, dayBefore(line.day));
  }
  if (stated) return;
  // A unit without a first day was there before anything that the store knows.
  const auto& first = units_.statesOf(place_.unit).front();
  addNote(words_(first.from ? "unit-text.made-of-unstated" : "unit-text.made-of-none"));
}

void PastMaker::addBecame() {
  bool any = false;
  for (const auto& line : units_.lineage()) {
    if (line.before != place_.unit) continue;
    if (!any) addHeading(words_("unit-text.heading.became"));
    any = true;
    addRelative(line, line.after, line.day);
  }
  const auto& last = units_.statesOf(place_.unit).back();
  if (any || !last.until) return;
  addHeading(words_("unit-text.heading.became"));
  addNote(words_("unit-text.became-unstated"));
}

void PastMaker::addSameCode() {
  const auto code = codeOf(place_.unit);
  bool any = false;
  for (const auto* state : units_.statesWithCode(code)) {
    if (state->unit == place_.unit) continue;
    if (!any) addHeading(words_("unit-text.heading.same-code", {{"code", code}}));
    any = true;
    add({false, false, unitLine(*state), spanText(*state, words_.language), unitFormText(*state, words_),
         UnitPlace{state->unit, dayWithin(*state, place_.day)}});
  }
}

}  // namespace

UnitPast unitPast(const UnitHistory& units, const UnitPlace& place, Words words) {
  return PastMaker(units, place, words).make();
}

}  // namespace cchc::presentation
