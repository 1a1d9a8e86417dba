// What the report lacks: assigned sections that are not in it, parts that have no place in it, what the office leaves
// out on purpose; and that a person confirmed what is missing.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/texts.h"
#include "core/model/address.h"
#include "core/model/ids.h"
#include "core/model/section.h"

namespace cchc {

// Why something is not in the report.
enum class MissingReason : unsigned char {
  notSubmitted,
  notAccepted,  // submitted, and neither accepted nor returned
  returned,
  noDefinition,  // its section definition is not installed, or cannot be used
  noPlace,       // the outline has no place for it
  unusable,      // accepted, and what the store has of it cannot be used: a finding says why
  notAsked,      // it came in, and is not asked of the unit in this period: a finding says why
  discarded,     // it was submitted, and then discarded or withdrawn
  waiting        // its package waits for a form, or for an update of the program
};
std::string_view missingReasonName(MissingReason reason);  // "not-submitted"
std::string_view missingReasonLabel(MissingReason reason, Language language = Language::vi);

// That a person knows what is missing, and has the report issued without it.
struct MissingConfirmed {
  std::string by;  // who confirmed it
  Time at{};
  std::string sentence;  // what the document says of it: "Số liệu chưa bao gồm 02 xã: …"
  bool operator==(const MissingConfirmed&) const = default;
};
// The same in the store, with what was missing when it was confirmed.
struct ConfirmedMissing {
  OrgUnitId unit;  // of the report
  PeriodId period;
  std::set<std::string> missing;  // a line for each section with the reason, and for each value; without line ends
  MissingConfirmed confirmed;
  Actor who;  // at whose PC
};
// A section that was assigned, or that came in, and is not in the report.
struct MissingSection {
  SectionKey section;
  std::string unitName, definitionTitle, reporter;
  std::optional<Date> deadline;
  MissingReason why = MissingReason::notSubmitted;
  std::optional<MissingConfirmed> confirmed;
};
// A group of a section that was read and that the outline has no place for.
struct MissingPart {
  SectionKey section;
  Place place;
  std::string title;
  MissingReason why = MissingReason::noPlace;
};
// What the office leaves out of the report on purpose.
struct LeftOutPart {
  DefinitionId definition;
  std::string group;  // id; empty: the whole definition
  std::string title;
  std::string by, reason;  // who decided it, and why; the reason may be empty
  Time at{};
};

}  // namespace cchc
