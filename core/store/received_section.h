// Sections known only from their submissions: a section that was only received has no row of its own. Private to
// store/.
#pragma once
#include <optional>
#include <string>

#include "core/model/journal_text.h"
#include "core/store/session.h"

namespace cchc::store {

// The header of a section without a row, from its latest submission, with the head of its journal; nullopt if none was
// received.
std::optional<SectionHeader> receivedHeader(Store::Session& session, const SectionKey& key);

// The header of the section's row, or else receivedHeader; locked until the transaction ends, as far as there is a row.
// Without one, other sessions wait that write of sections without a row.
std::optional<SectionHeader> lockedHeader(Store::Session& session, const SectionKey& key);

// Appends an entry about a submission and sets the header's head digest. The caller writes the section's row, if it has
// one.
void journalSubmission(Store::Session& session, SectionHeader& header, int revision, const SubmissionEvent& event,
                       const Actor& who);

// Makes other sessions that want to write the journal of this section wait until the transaction ends. Called for a
// section without a row, because there is no row to lock. Only who may write it makes anybody wait.
void lockSectionWithoutRow(Store::Session& session, const SectionKey& key);

// If the section's latest submission has a higher revision than its row, the section becomes submitted with that
// revision. Otherwise nothing changes.
// Errors: those of makeTransition.
Status supersedeByNewer(Store::Session& session, SectionHeader& header, const Actor& who);

// The section to be decided on, locked until the transaction ends. If a newer `revision` was received while the report
// was issued, it first supersedes the row.
// Errors: section.not-received, and those of makeTransition.
Result<SectionHeader> headerToDecideOn(Store::Session& session, const SectionKey& key, int revision, const Actor& who);

// The number of other packages of this revision besides the one that counts; 0 if somebody has chosen since the last of
// them was received.
int undecidedRivals(soci::session& sql, const SectionKey& key, int revision);

}  // namespace cchc::store
