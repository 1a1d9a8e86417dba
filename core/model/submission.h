// A submission: an immutable, numbered state of a section, sent to the office; and its package, as bytes.
#pragma once
#include <string>
#include <vector>

#include "core/model/section.h"
#include "core/model/section_data.h"

namespace cchc {

struct AttachmentBytes {
  Attachment about;
  std::string bytes;
};

struct SubmissionHeader {
  SectionKey key;
  OrgUnitId reporter;
  int revision = 0;  // from 1
  int definitionVersion = 0;
  std::string definitionDigest;
  std::string journalHead;  // head digest of the section's journal when it was submitted
  Time submittedAt{};
  Actor submittedBy;
  std::string contentDigest;  // SHA-256 of the content element's octets; made when written, checked when read
  std::string signer;         // empty: not signed
  bool operator==(const SubmissionHeader&) const = default;
};

// rival: another package of the same revision came in before; kept, and left out until a person chooses it.
enum class SubmissionState : unsigned char { submitted, accepted, returned, rival };

// As the office holds it.
struct StoredSubmission {
  SubmissionHeader header;
  SubmissionState state = SubmissionState::submitted;
  Time receivedAt{};
  std::string package;  // as received, byte for byte
  // What it gives to the sums of the unit above (rules/contribution.h), what was found in it (findingLines), and which
  // program, definitions and period say so. checkedBy is empty only for what was submitted from this store: its journal
  // is here. Without them it is worked out again from the package, which alone counts.
  std::string checkedBy, contribution, findings;
};

}  // namespace cchc
