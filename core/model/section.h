// A section: the data of one definition for one org unit (the subject) and one reporting period, and its state.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/messages.h"
#include "core/base/result.h"
#include "core/model/ids.h"

namespace cchc {

struct SectionKey {
  DefinitionId definition;
  OrgUnitId unit;  // the subject
  PeriodId period;
  auto operator<=>(const SectionKey&) const = default;
};
std::string keyText(const SectionKey& key);  // "finance.budget/296/2023-8T"

enum class SectionState : unsigned char { draft, submitted, returnAsked, accepted, returned, inReport, issued };
enum class SectionAction : unsigned char {
  edit,
  submit,
  receive,
  askReturn,
  accept,
  giveBack,
  consolidate,
  issue,
  reopen,
  refuseReturn
};
std::string_view stateName(SectionState state);                                     // "in-report"
std::string_view stateLabel(SectionState state, Language language = Language::vi);  // "Đã đưa vào báo cáo"
std::vector<Parameter> stateParameters(SectionState state);  // {state} and {state_en} of a message
std::optional<SectionState> stateOf(std::string_view name);
std::string_view actionName(SectionAction action);
std::string_view actionLabel(SectionAction action, Language language);  // "chấp nhận"

// What a person may do. One person may have several: whoever works alone at a PC has all.
enum class UserRole : unsigned char { department = 1, departmentHead = 2, office = 4, officeHead = 8 };
using Roles = unsigned;  // of UserRole, or-ed
constexpr Roles allRoles = 15;
std::string_view roleName(UserRole role);                                     // "department-head"
std::string_view roleLabel(UserRole role, Language language = Language::vi);  // "lãnh đạo đơn vị"
std::optional<UserRole> roleOf(std::string_view name);
std::string rolesText(Roles roles, Language language = Language::vi);  // their labels, with commas

// The table of permitted transitions. Refused: section.transition with the state, the action, and what would allow it;
// section.role with the roles that may and the ones that are there; section.no-role where there are none. Parameters in
// both languages, the English ones ending in _en.
Result<SectionState> transition(SectionState from, SectionAction action, Roles roles = allRoles);

// A person at a workstation: who did it.
struct Actor {
  std::string name;  // set in the suite, or the log-in name
  std::string login;
  std::string station;
  Roles roles = allRoles;  // what they may do here; no part of who they are
  bool operator==(const Actor& other) const {
    return name == other.name && login == other.login && station == other.station;
  }
};

// One entry of the journal. `place` is a Place text, or "state" for a transition.
struct Change {
  std::string id;  // UUID: applying it twice changes nothing
  std::string place, oldValue, newValue;
  Actor who;
  Time at{};
  bool operator==(const Change&) const = default;
};

// What the office says of one place of a section that it returns.
struct Remark {
  std::string place;  // Place text of a field, a cell, a row or a table
  std::string text;
  bool operator==(const Remark&) const = default;
};

struct SectionHeader {
  SectionKey key;
  int definitionVersion = 0;
  std::string definitionDigest;
  SectionState state = SectionState::draft;
  int revision = 0;        // of the last submission; 0: never submitted
  std::string headDigest;  // of the journal's chain
  std::string reason;      // of the last return, of a department that asks for one, or of the office that refuses it
  bool operator==(const SectionHeader&) const = default;
};

}  // namespace cchc
