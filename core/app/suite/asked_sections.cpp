#include "core/app/suite/asked_sections.h"

#include <algorithm>
#include <utility>

#include "core/app/suite/definition_set.h"
#include "core/base/vietnamese.h"
#include "core/definition/asked.h"
#include "core/model/units/unit_form.h"

namespace cchc {

Result<AskedSections> AskedSections::of(Suite& suite, const Period& period) {
  AskedSections asked;
  asked.definitions_ = suite.definitions;
  CCHC_TRY(asked.units_, suite.store.units());
  asked.period_ = period;
  const auto all = suite.definitions->registry().inForce(period.end);
  asked.everything_ = std::none_of(all.begin(), all.end(), [](const auto& definition) {
    return definition->inForce.until || !definition->inForce.unitForms.empty();
  });
  const auto& states = asked.units_->states();
  asked.everything_ = asked.everything_ && std::all_of(states.begin(), states.end(),
                                                       [&](const UnitState& state) { return state.on(period.end); });
  return asked;
}

std::optional<Error> AskedSections::unitIsGone(const DefinitionId& definition, const OrgUnitId& subject) const {
  const auto& day = period_.end;
  const auto* nearest = units_->nearest(subject, day);
  if (nearest == nullptr || units_->on(subject, day) != nullptr) return std::nullopt;
  const bool ended = nearest->until && *nearest->until < day;
  const auto& limit = ended ? nearest->until : nearest->from;
  return Error{ended ? "assignment.unit-ended" : "assignment.unit-later",
               definition.value + "/" + codeOf(subject) + "/" + period_.id.value,
               {{"unit", nearest->name},
                {"code", nearest->code},
                {"period", period_.name},
                {"end", vietnamese::date(day)},
                {"day", limit ? vietnamese::date(*limit) : std::string()}},
               ErrorKind::refusal};
}

std::optional<Error> AskedSections::whyNot(const DefinitionId& definition, const OrgUnitId& subject) const {
  if (everything_) return std::nullopt;
  if (auto gone = unitIsGone(definition, subject)) return gone;
  const auto& day = period_.end;
  const auto* form = definitions_->registry().find(definition, day);
  const auto unit = units_->asOn(subject, day);
  if (form == nullptr || isAsked(*form, day, unit ? formOf(*unit) : std::string())) return std::nullopt;
  std::string forms;
  for (const auto& each : form->inForce.unitForms) forms += (forms.empty() ? "" : ", ") + each;
  const auto& until = form->inForce.until;
  const bool ended = until && *until < day;
  return Error{ended ? "assignment.ended" : "assignment.other-form",
               definition.value + "/" + codeOf(subject) + "/" + period_.id.value,
               {{"title", form->title.vi},
                {"title_en", form->title.in(Language::en)},
                {"unit", unit ? unit->name : codeOf(subject)},
                {"period", period_.name},
                {"until", ended ? vietnamese::date(*until) : std::string()},
                {"forms", forms}},
               ErrorKind::refusal};
}

std::vector<Assignment> AskedSections::of(std::vector<Assignment> assignments) const {
  if (!everything_)
    std::erase_if(assignments, [&](const Assignment& one) { return !asks(one.definition, one.subject); });
  return assignments;
}

Result<std::vector<Assignment>> askedAssignments(Suite& suite, const Period& period) {
  CCHC_TRY(const auto asked, AskedSections::of(suite, period));
  CCHC_TRY(auto assignments, suite.store.assignments(period.id));
  return asked.of(std::move(assignments));
}

Result<std::vector<Error>> removeNotAsked(Suite& suite, std::vector<Assignment>& assignments) {
  CCHC_TRY(const auto periods, suite.store.periods());
  std::vector<Error> refusals;
  for (const auto& period : periods) {
    CCHC_TRY(const auto asked, AskedSections::of(suite, period));
    std::erase_if(assignments, [&](const Assignment& one) {
      if (one.period != period.id) return false;
      const auto why = asked.whyNot(one.definition, one.subject);
      if (why) refusals.push_back(*why);
      return why.has_value();
    });
  }
  return refusals;
}

}  // namespace cchc
