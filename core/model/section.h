// A section: the data of one definition for one org unit (the subject) and one reporting period, and its state.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/model/address.h"
#include "core/model/desk.h"
#include "core/model/ids.h"

namespace cchc {

struct SectionKey {
  DefinitionId definition;
  OrgUnitId unit;  // the subject
  PeriodId period;
  auto operator<=>(const SectionKey&) const = default;
};
std::string keyText(const SectionKey& key);  // "finance.budget/90001/2023-8T"

// returnAsked: submitted, and the department has asked for its return. issued: locked.
enum class SectionState : unsigned char { draft, submitted, returnAsked, accepted, returned, inReport, issued };
// Names are used in files and in the store, labels are shown to people.
std::string_view stateName(SectionState state);                                     // "in-report"
std::string_view stateLabel(SectionState state, Language language = Language::vi);  // "Đã đưa vào báo cáo"
std::vector<Parameter> stateParameters(SectionState state);  // {state} and {state_en} of a message
std::optional<SectionState> stateOf(std::string_view name);

// The person who did something, and the workstation.
struct Actor {
  std::string name;  // as set in the suite, or the login name
  std::string login;
  std::string station;
  Desk desk = {};  // for whom and in which roles the person works here; not part of the person's identity
  bool operator==(const Actor& other) const {
    return name == other.name && login == other.login && station == other.station;
  }
};

// One entry of the journal.
struct Change {
  std::string id;  // UUID; applying a change a second time does nothing
  Address place;
  std::string oldValue, newValue;
  Actor who;
  Time at{};
  bool operator==(const Change&) const = default;
};

// The office's remark on one place of a section that it returns.
struct Remark {
  Place place;  // of a field, a cell, a row or a table
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
  std::string reason;      // of the last return, of a request for a return, or of the office's refusal
  bool operator==(const SectionHeader&) const = default;
};

}  // namespace cchc
