// The values of journal entries that are about a section as a whole: its transitions, and what happened to its
// submissions. The texts are stored, as those of address.h are.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/model/section.h"

namespace cchc {

// The new value of a transition: "submitted", or with a reason "returned: reason".
struct TransitionText {
  SectionState state = SectionState::draft;
  std::string reason;
  bool operator==(const TransitionText&) const = default;
};
std::string transitionText(const TransitionText& transition);
std::optional<TransitionText> readTransition(std::string_view text);
// Whether the entry is a transition: its address is that of the state, and both values name states. In a section whose
// definition is from before the word was reserved, any other entry there is about a field called "state"; an entry that
// could be either is a transition.
bool isTransition(const Change& change);

// The new value of an entry about a submission: "received DIGEST", "rival DIGEST", "signed DIGEST" and "chosen DIGEST",
// of which all but the last may be followed by the signer; "decided by NAME" for a decision that arrived as a file;
// "discarded DIGEST: REASON", "withdrawn DIGEST", "entered for UNIT: NAME, DAY" (of the person who asked, and when),
// "amended: REASON", and "reassigned to UNIT: REASON", whose old value is the unit that reported the section before,
// and whose revision is that of the section, 0 before its first submission. These units are identities. "period
// changed: REASON" is the same kind of entry: its old value says what changed in the period ("end: 2023-08-28 →
// 2023-07-28"), and there may be no reason.
struct SubmissionEvent {
  enum class Kind : unsigned char {
    received,
    rival,
    nowSigned,
    chosen,
    decided,
    discarded,
    withdrawn,
    entered,
    amended,
    reassigned,
    periodChanged
  };
  Kind kind = Kind::received;
  std::string about;  // what follows the first words
  bool operator==(const SubmissionEvent&) const = default;
};
std::string submissionEventText(const SubmissionEvent& event);
std::optional<SubmissionEvent> readSubmissionEvent(std::string_view text);
// The first words of such a text: "reassigned to ".
std::string_view eventMark(SubmissionEvent::Kind kind);

// What an entry says of a section that was given to another reporter.
struct ReassignmentText {
  OrgUnitId from, to;
  std::string reason;
};
std::optional<ReassignmentText> readReassignment(const Change& change);

// What an entry says of the period of the section, which was changed after the section was begun.
struct PeriodChangeText {
  std::string differences, reason;
};
std::optional<PeriodChangeText> readPeriodChange(const Change& change);

}  // namespace cchc
