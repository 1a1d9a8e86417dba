#include "core/app/suite/desk.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/app/suite/catalogue.h"
#include "core/base/store_address.h"
#include "core/base/text.h"
#include "core/definition/definition.h"

namespace cchc {
namespace {

constexpr std::string_view headingPlace = "heading";
constexpr std::size_t mostNamed = 40;  // units in an error

std::vector<std::string> partsOf(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(separator, from), text.size());
    parts.emplace_back(trim(text.substr(from, to - from)));
    from = to + 1;
  }
  return parts;
}

Result<OrgUnitId> unitNamed(Suite& suite, std::string_view text) {
  const auto parts = partsOf(text, '@');
  CCHC_TRY(const auto units, suite.store.units());
  const auto today = vietnamDay(suite.now());
  const auto day = parts.size() == 2 ? Date::parse(parts[1]) : std::optional(today);
  if (day && day->hasDay() && parts.size() <= 2) {
    const auto* holder = units->nearestHolder(parts[0], *day);
    if (holder != nullptr) return holder->unit;
  }
  std::string known;
  std::size_t count = 0;
  for (const auto& unit : units->allOn(today)) {
    if (++count > mostNamed) {
      known += ", …";
      break;
    }
    known += (known.empty() ? "" : ", ") + unit.code + " (" + unit.name + ")";
  }
  return fail("desk.unknown-unit", std::string(text), {{"known", known.empty() ? "—" : known}}, ErrorKind::usage);
}

// Reports {reporter} by its name.
Error withNames(Suite& suite, Error error, const SectionKey& key, const OrgUnitId& reporter) {
  error.place = keyText(key);
  for (auto& parameter : error.parameters) {
    if (parameter.name == "reporter" && !reporter.empty())
      parameter.value = nameOf(suite, reporter, key.period) + " (" + codeOf(reporter) + ")";
  }
  return error;
}

bool liesWithin(const Desk& desk, const Desk& granted) {
  return (!granted.unit || desk.unit == granted.unit) && (desk.roles & ~granted.roles) == 0;
}

}  // namespace

bool hasHeading(const SectionDefinition& definition) { return definition.place == headingPlace; }

Result<bool> isOffice(Suite& suite, const OrgUnitId& unit) {
  CCHC_TRY(const auto units, suite.store.units());
  if (!units->below(unit, vietnamDay(suite.now())).empty()) return true;
  std::vector<DefinitionId> headings;
  for (const auto& definition : suite.definitions->registry().all()) {
    if (hasHeading(*definition)) headings.push_back(definition->id);
  }
  CCHC_TRY(const auto periods, suite.store.periods());
  bool found = false;
  for (const auto& period : periods) {
    CCHC_CHECK(suite.store.forEachAssignment(period.id, [&](const Assignment& assignment) {
      found = found || (assignment.reporter == unit &&
                        std::find(headings.begin(), headings.end(), assignment.definition) != headings.end());
    }));
  }
  return found;
}

Result<OrgUnitId> officeAbove(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto reporter, suite.store.reporter(key));
  CCHC_TRY(const auto period, periodOf(suite, key.period));
  CCHC_TRY(const auto units, suite.store.units());
  const auto known = units->asOn(reporter, period.end);
  return known && known->parent ? *known->parent : reporter;
}

Result<Desk> readDesk(Suite& suite, std::string_view text) {
  const auto colon = std::min(text.find(':'), text.size());
  CCHC_TRY(auto unit, unitNamed(suite, text.substr(0, colon)));
  Desk desk{std::move(unit), 0};
  if (colon == text.size()) {
    CCHC_TRY(const bool office, isOffice(suite, *desk.unit));
    desk.roles = office ? allRoles : departmentRoles;
    return desk;
  }
  for (const auto& name : partsOf(text.substr(colon + 1), ',')) {
    const auto role = roleOf(name);
    if (!role) {
      auto known = roleNames(allRoles);
      for (auto at = known.find(','); at != std::string::npos; at = known.find(',', at + 2)) known.insert(at + 1, " ");
      return fail("desk.unknown-role", name, {{"known", known}}, ErrorKind::usage);
    }
    desk.roles |= static_cast<Roles>(*role);
  }
  return desk;
}

std::string deskLabel(Suite& suite, const Desk& desk, Language language) {
  const auto roles = rolesText(desk.roles, language);
  if (desk == Desk{}) return std::string(text("desk.any", language));
  if (desk.roles == 0 && !desk.unit) return std::string(text("desk.none", language));
  if (!desk.unit) return std::string(text("desk.any-unit", language)) + ": " + roles;
  const auto units = suite.store.units();
  const auto* state = units ? (*units)->nearest(*desk.unit, vietnamDay(suite.now())) : nullptr;
  const auto code = codeOf(*desk.unit);
  return (state == nullptr ? code : state->name + " (" + code + ")") + ": " + roles;
}

Status setDesk(Suite& suite, const std::optional<std::string>& as) {
  auto& desk = suite.options.actor.desk;
  CCHC_TRY(const auto granted, suite.store.grantedDesk());
  if (!as) {
    CCHC_TRY(const auto own, suite.store.desk());
    if (own) {  // readDesk gives none without a unit that is known
      CCHC_TRY(const auto units, suite.store.units());
      const auto unit = own->unit.value_or(OrgUnitId());
      if (units->nearest(unit, vietnamDay(suite.now())) == nullptr)
        return fail("desk.altered", shownStore(suite.options.store),
                    {{"unit", unit.value}, {"roles", roleNames(own->roles)}});
    }
    desk = own.value_or(granted);
    return {};
  }
  CCHC_TRY(auto claimed, readDesk(suite, *as));
  // Without a role, those that the database grants.
  if (as->find(':') == std::string::npos && (claimed.roles & granted.roles) != 0) claimed.roles &= granted.roles;
  if (!liesWithin(claimed, granted)) {
    return fail(
        "desk.not-granted", *as,
        {{"granted", deskLabel(suite, granted, Language::vi)}, {"granted_en", deskLabel(suite, granted, Language::en)}},
        ErrorKind::usage);
  }
  desk = claimed;
  return {};
}

Status saveDesk(Suite& suite, const std::optional<Desk>& desk) {
  CCHC_CHECK(suite.store.saveDesk(desk));
  suite.options.actor.desk = desk.value_or(Desk{});
  return {};
}

Result<SectionState> permitted(Suite& suite, DeskCommand command, const SectionKey& key) {
  CCHC_TRY(const auto reporter, suite.store.reporter(key));
  CCHC_TRY(const auto header, suite.store.section(key));
  const auto state = header ? std::optional(header->state) : std::nullopt;
  auto next = permits(suite.options.actor.desk, command, reporter, state);
  if (next) return next;
  auto error = withNames(suite, next.error(), key, reporter);
  CCHC_TRY(const auto since, suite.store.lastTransition(key));
  error.parameters.push_back({"since", since});
  return fail(std::move(error));
}

Status permittedAtAll(Suite& suite, DeskCommand command, const std::optional<SectionKey>& key) {
  std::optional<OrgUnitId> reporter;
  if (key) {
    CCHC_TRY(reporter, suite.store.reporter(*key));
  }
  auto may = permits(suite.options.actor.desk, command, reporter);
  if (may || !key) return may;
  return fail(withNames(suite, may.error(), *key, *reporter));
}

}  // namespace cchc
