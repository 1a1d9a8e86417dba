// Finds what a person names: a definition, a unit, a period, a section.
#include "core/app/suite/catalogue.h"
#include "core/app/suite/definition_set.h"
#include "core/app/suite/suite.h"
#include "core/base/vietnamese.h"

namespace cchc {

Result<std::shared_ptr<const CompiledDefinition>> definitionOf(const Suite& suite, const DefinitionId& id,
                                                               const Period& period) {
  if (auto found = suite.definitions->find(id, period.end)) return found;
  const auto& all = suite.definitions->registry().all();
  if (const auto newest = suite.definitions->newest(id)) {
    const auto& form = newest->definition();
    std::string versions;
    for (const auto& one : all) {
      if (one->id != form.id) continue;
      versions += (versions.empty() ? "" : ", ") + std::to_string(one->version) + " (" +
                  vietnamese::date(*one->inForce.from) + ")";
    }
    return fail("definition.none-in-force", id.value,
                {{"title", form.title.vi},
                 {"title_en", form.title.in(Language::en)},
                 {"period", period.name},
                 {"day", vietnamese::date(period.end)},
                 {"versions", versions}});
  }
  // A form that is here and wrong is not the same as one that nobody has.
  for (const auto& plugin : suite.catalogue.plugins.plugins()) {
    for (const auto& part : plugin.wrongParts) {
      if (plugin.id + "." + part.file.stem().string() != id.value) continue;
      const auto& why = part.reasons.front();
      return fail("definition.quarantined", id.value,
                  {{"file", part.file.filename().string()},
                   {"why_vi", why.place + ": " + message(why, Language::vi).what},
                   {"why_en", why.place + ": " + message(why, Language::en).what}});
    }
  }
  std::string known;
  for (const auto& each : suite.definitions->registry().ids()) known += (known.empty() ? "" : ", ") + each.value;
  return fail("section.unknown", id.value, {{"known", known}}, ErrorKind::usage);
}

std::shared_ptr<const CompiledDefinition> definitionInForce(Suite& suite, const DefinitionId& id,
                                                            const PeriodId& period) {
  const auto in = periodOf(suite, period);
  return in ? suite.definitions->find(id, in->end) : nullptr;
}

Result<Period> periodOf(Suite& suite, const PeriodId& id) {
  CCHC_TRY(auto periods, suite.store.periods());
  std::string known;
  for (auto& period : periods) {
    if (period.id == id) return std::move(period);
    known += (known.empty() ? "" : ", ") + period.id.value;
  }
  if (known.empty()) return fail("period.none", id.value);
  return fail("period.unknown", id.value, {{"known", known}});
}

Result<UnitCodes> unitCodes(Suite& suite) {
  CCHC_TRY(auto units, suite.store.units());
  CCHC_TRY(const auto periods, suite.store.periods());
  std::map<PeriodId, Date> lastDays;
  for (const auto& period : periods) lastDays.emplace(period.id, period.end);
  return UnitCodes(std::move(units), std::move(lastDays));
}

Result<OrgUnit> unitOf(Suite& suite, const OrgUnitId& id, const Period& period) {
  CCHC_TRY(const auto units, suite.store.units());
  auto unit = units->asOn(id, period.end);
  if (!unit) return fail("unit.unknown", id.value);
  return std::move(*unit);
}

Result<OrgUnit> unitWithCode(Suite& suite, std::string_view code, const Period& period) {
  CCHC_TRY(const auto units, suite.store.units());
  const auto* holder = units->nearestHolder(code, period.end);
  if (holder == nullptr) return fail("unit.unknown", std::string(code));
  return *units->asOn(holder->unit, period.end);
}

Result<Circumstances> circumstancesOf(Suite& suite, const OrgUnitId& unit, const Period& period) {
  CCHC_TRY(auto units, suite.store.units());
  return UnitCircumstances(std::move(units)).of(unit, period.end);
}

Result<PartsInForce> partsInForce(Suite& suite, const SectionDefinition& definition, const SectionKey& key) {
  if (!definition.limited) return PartsInForce();
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  CCHC_TRY(auto circumstances, circumstancesOf(suite, key.unit, period));
  return PartsInForce(definition, std::move(circumstances));
}

std::string nameOf(Suite& suite, const OrgUnitId& id, const PeriodId& period) {
  const auto units = suite.store.units();
  const auto in = periodOf(suite, period);
  const auto* state = units ? (*units)->nearest(id, in ? in->end : Date{9999, 12, 31}) : nullptr;
  return state != nullptr ? state->name : codeOf(id);
}

std::vector<Parameter> sectionParameters(Suite& suite, const SectionKey& key) {
  const auto period = periodOf(suite, key.period);
  const auto title = titleOf(*suite.definitions, key.definition, period ? period->end : Date{9999, 12, 31});
  return {{"section", title.vi},
          {"section_en", title.in(Language::en)},
          {"unit", nameOf(suite, key.unit, key.period)},
          {"period", period ? period->name : key.period.value}};
}

Result<SectionKey> sectionKey(Suite& suite, const std::string& definition, const std::string& unit,
                              const std::string& period) {
  CCHC_TRY(const auto in, periodOf(suite, PeriodId(period)));
  CCHC_TRY(auto compiled, definitionOf(suite, DefinitionId(definition), in));
  CCHC_TRY(const auto named, unitWithCode(suite, unit, in));
  CCHC_TRY(auto assignments, suite.store.assignments(PeriodId(period)));
  const auto& id = compiled->definition().id;
  std::vector<OrgUnitId> subjects;
  for (const auto& assignment : assignments) {
    if (assignment.definition != id) continue;
    if (assignment.subject == named.id) return SectionKey{id, assignment.subject, PeriodId(period)};
    if (assignment.reporter == named.id) subjects.push_back(assignment.subject);
  }
  if (subjects.size() == 1) return SectionKey{id, subjects.front(), PeriodId(period)};
  auto names = sectionParameters(suite, {id, named.id, in.id});
  if (subjects.empty()) return fail("section.not-assigned", id.value, std::move(names));
  std::string all;
  for (const auto& subject : subjects)
    all += (all.empty() ? "" : ", ") + nameOf(suite, subject, in.id) + " (" + codeOf(subject) + ")";
  names.push_back({"subjects", all});
  return fail("section.ambiguous", id.value, std::move(names), ErrorKind::usage);
}

}  // namespace cchc
