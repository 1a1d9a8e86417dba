// Finds what a person names: a definition, a unit, a period, a section.
#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"

namespace cchc {

Result<std::shared_ptr<const CompiledDefinition>> definitionOf(const Suite& suite, const std::string& id) {
  if (auto found = suite.catalogue.find(DefinitionId(id))) return found;
  std::string known;
  for (const auto& definition : suite.catalogue.registry.all())
    known += (known.empty() ? "" : ", ") + definition->id.value;
  return fail("section.unknown", id, {{"known", known}}, ErrorKind::usage);
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

Result<OrgUnit> unitOf(Suite& suite, const OrgUnitId& id) {
  CCHC_TRY(auto unit, suite.store.unit(id));
  if (!unit) return fail("unit.unknown", id.value);
  return std::move(*unit);
}

std::string nameOf(Suite& suite, const OrgUnitId& id) {
  const auto unit = suite.store.unit(id);
  return unit && *unit ? (*unit)->name : id.value;
}

std::vector<Parameter> sectionParameters(Suite& suite, const SectionKey& key) {
  const auto definition = suite.catalogue.find(key.definition);
  const Label title = definition ? definition->definition().title : Label{key.definition.value, {}};
  const auto period = periodOf(suite, key.period);
  return {{"section", title.vi},
          {"section_en", title.in(Language::en)},
          {"unit", nameOf(suite, key.unit)},
          {"period", period ? period->name : key.period.value}};
}

Result<SectionKey> sectionKey(Suite& suite, const std::string& definition, const std::string& unit,
                              const std::string& period) {
  CCHC_TRY(auto compiled, definitionOf(suite, definition));
  CCHC_CHECK(periodOf(suite, PeriodId(period)));
  CCHC_CHECK(unitOf(suite, OrgUnitId(unit)));
  CCHC_TRY(auto assignments, suite.store.assignments(PeriodId(period)));
  const auto& id = compiled->definition().id;
  std::vector<OrgUnitId> subjects;
  for (const auto& assignment : assignments) {
    if (assignment.definition != id) continue;
    if (assignment.subject.value == unit) return SectionKey{id, assignment.subject, PeriodId(period)};
    if (assignment.reporter.value == unit) subjects.push_back(assignment.subject);
  }
  if (subjects.size() == 1) return SectionKey{id, subjects.front(), PeriodId(period)};
  auto names = sectionParameters(suite, {id, OrgUnitId(unit), PeriodId(period)});
  if (subjects.empty()) return fail("section.not-assigned", id.value, std::move(names));
  std::string named;
  for (const auto& subject : subjects)
    named += (named.empty() ? "" : ", ") + nameOf(suite, subject) + " (" + subject.value + ")";
  names.push_back({"subjects", named});
  return fail("section.ambiguous", id.value, std::move(names), ErrorKind::usage);
}

}  // namespace cchc
