// A submission: an immutable, numbered state of a section that was sent to the office, and its package as bytes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/model/address.h"
#include "core/model/section.h"
#include "core/model/section_data.h"

namespace cchc {

struct AttachmentBytes {
  Attachment about;
  std::string bytes;
};

// The office typed figures in place of the unit that reports them, which asked for it.
struct EnteredFor {
  OrgUnitId by;               // the office
  std::string askedBy;        // the person who asked
  Date askedOn;               // a day
  std::vector<Place> places;  // of the figures; empty: the whole section
  bool operator==(const EnteredFor&) const = default;
};

struct SubmissionHeader {
  SectionKey key;
  OrgUnitId reporter;
  int revision = 0;  // from 1
  int definitionVersion = 0;
  std::string definitionDigest;
  std::string journalHead;  // head digest of the section's journal at the time of submission
  Time submittedAt{};
  Actor submittedBy;
  std::optional<EnteredFor> enteredFor;  // nullopt: the reporter's own
  std::string contentDigest;  // SHA-256 of the octets of the content element; set by the writer, checked by the reader
  std::string signer;         // name of the signer; empty: not signed
  bool operator==(const SubmissionHeader&) const = default;
};

// The numbers are stored. rival: another package of the same revision was received before; it is kept, and not used
// until a person chooses it. discarded: by the office. withdrawn: by the reporter.
enum class SubmissionState : unsigned char { submitted, accepted, returned, rival, discarded, withdrawn };
// Whether a person has taken it out of consideration. Neither it nor an earlier revision then counts.
constexpr bool isSetAside(SubmissionState state) {
  return state == SubmissionState::discarded || state == SubmissionState::withdrawn;
}

// A submission in the store of the office.
struct StoredSubmission {
  SubmissionHeader header;
  SubmissionState state = SubmissionState::submitted;
  Time receivedAt{};
  std::string package;  // as received, byte for byte
  // Results computed from the package, cached so that they need not be computed again: the contribution to the sums of
  // the unit above (rules/contribution.h), the findings (findingLines), and a digest of the program, definitions and
  // period that they were computed with. If they are missing, the package is read again; only the package is
  // authoritative. checkedBy is empty only for submissions made from this store.
  std::string checkedBy, contribution, findings;
};

}  // namespace cchc
