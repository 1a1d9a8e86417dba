// The names of enumerations: each is read as what was written, and none is written twice.
#include <catch2/catch.hpp>
#include <set>

#include "core/model/finding.h"
#include "core/model/permits.h"
#include "core/model/value.h"

using namespace cchc;

namespace {

// Checks the values 0 … `last`. A value without a name in files is the one that is left out.
template <class Enum, class NameOf, class Find>
void checkNames(Enum last, const NameOf& nameOf, const Find& find) {
  std::set<std::string> seen;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string name(nameOf(value));
    INFO(name);
    CHECK(seen.insert(name).second);
    CHECK(find(name) == (name.empty() ? std::nullopt : std::optional(value)));
  }
  CHECK(find("") == std::nullopt);
  CHECK(find("nothing of these") == std::nullopt);
}

}  // namespace

TEST_CASE("every name of an enumeration is read as the value that it was written for", "[model]") {
  checkNames(SectionState::issued, stateName, stateOf);
  checkNames(Severity::error, severityName, severityOf);
  checkNames(FieldType::attachment, fieldTypeName, fieldTypeOf);
  checkNames(Qualifier::planned, qualifierName, qualifierOf);
  checkNames(DenominatorState::noneArose, denominatorName, denominatorOf);
  checkNames(DocumentRole::received, documentRoleName, documentRoleOf);
  checkNames(NumberState::notCited, numberStateName, numberStateOf);
  checkNames(RateBase::due, rateBaseName, rateBaseOf);
  for (const auto role : {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead})
    CHECK(roleOf(roleName(role)) == role);
  CHECK(roleOf("") == std::nullopt);
}

TEST_CASE("states, actions, roles and severities have words for people in both languages", "[model]") {
  for (const auto language : {Language::vi, Language::en}) {
    for (int i = 0; i <= static_cast<int>(SectionState::issued); ++i)
      CHECK(stateLabel(static_cast<SectionState>(i), language).find("state.") == std::string::npos);
    for (int i = 0; i <= static_cast<int>(DeskCommand::closePeriod); ++i)
      CHECK(commandLabel(static_cast<DeskCommand>(i), language).find("action.") == std::string::npos);
    for (int i = 0; i <= static_cast<int>(Severity::error); ++i)
      CHECK(severityLabel(static_cast<Severity>(i), language).find("severity.") == std::string::npos);
    CHECK(rolesText(allRoles, language).find("role.") == std::string::npos);
  }
  CHECK(rolesText(allRoles, Language::en).find(", ") != std::string::npos);
}
