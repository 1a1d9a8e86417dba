// A section: the data of one definition for one org unit (the subject) and one reporting period, and its state.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
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
enum class SectionAction : unsigned char { edit, submit, receive, askReturn, accept, giveBack, consolidate, issue, reopen };
std::string_view stateName(SectionState state);       // "in-report"
std::string_view stateLabel(SectionState state);      // "Đã đưa vào báo cáo"
std::optional<SectionState> stateOf(std::string_view name);
std::string_view actionName(SectionAction action);

// The table of permitted transitions. Refused: section.transition with the state, the action, and what would allow it.
// Roles come with signatures and the shared store (issue 3); `actor` stays open until then.
Result<SectionState> transition(SectionState from, SectionAction action);

// A person at a workstation: who did it.
struct Actor {
  std::string name;     // set in the suite, or the log-in name
  std::string login;
  std::string station;
  bool operator==(const Actor&) const = default;
};

// One entry of the journal. `place` is a Place text, or "state" for a transition.
struct Change {
  std::string id;     // UUID: applying it twice changes nothing
  std::string place, oldValue, newValue;
  Actor who;
  Time at{};
  bool operator==(const Change&) const = default;
};

struct SectionHeader {
  SectionKey key;
  int definitionVersion = 0;
  std::string definitionDigest;
  SectionState state = SectionState::draft;
  int revision = 0;        // of the last submission; 0: never submitted
  std::string headDigest;  // of the journal's chain
  std::string reason;      // of the last return
  bool operator==(const SectionHeader&) const = default;
};

}  // namespace cchc
