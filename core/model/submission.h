// A submission: an immutable, numbered state of a section that was sent to the office, and its package as bytes.
#pragma once
#include <string>
#include <vector>

#include "core/base/clock.h"
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
  std::string journalHead;  // head digest of the journal of the section when it was submitted
  Time submittedAt{};
  Actor submittedBy;
  std::string contentDigest;  // SHA-256 of the octets of the content element; set by the writer, checked by the reader
  std::string signer;         // name of the signer; empty: not signed
  bool operator==(const SubmissionHeader&) const = default;
};

// rival: another package of the same revision was received before. It is kept, and not used until a person chooses it.
enum class SubmissionState : unsigned char { submitted, accepted, returned, rival };

// A submission as the store of the office holds it.
struct StoredSubmission {
  SubmissionHeader header;
  SubmissionState state = SubmissionState::submitted;
  Time receivedAt{};
  std::string package;  // as received, byte for byte
  // Results that were computed from the package, kept so that they need not be computed again: what the submission
  // contributes to the sums of the unit above (rules/contribution.h), its findings (findingLines), and a digest of the
  // program, definitions and period that computed them. Where they are missing, the package is read again; it alone
  // counts. checkedBy is empty only for what was submitted from this store itself.
  std::string checkedBy, contribution, findings;
};

}  // namespace cchc
