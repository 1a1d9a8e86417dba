// A section as its submissions have it: one that was only received has no row of its own. Private to store/.
#pragma once
#include <optional>
#include <string>

#include "core/model/section.h"
#include "core/store/session.h"

namespace cchc::store {

// A section without a row, as its latest submission says, with the head of its journal; nothing when none was received.
std::optional<SectionHeader> receivedHeader(Store::Session& session, const SectionKey& key);

// The place of journal entries about a submission: "submission:2". Their values: "received DIGEST", "rival DIGEST",
// "signed DIGEST", "chosen DIGEST", each with the signer, if any; "decided by NAME" of a return that came as a file.
std::string submissionPlace(int revision);
// Appends such an entry and sets the header's head digest. The caller writes the section's row, where it has one.
void journalSubmission(Store::Session& session, SectionHeader& header, int revision, const std::string& what,
                       const Actor& who);

// Makes other sessions wait until the transaction ends, before the journal of a section without a row is written: there
// is no row to lock.
void lockSectionsWithoutRow(Store::Session& session);

// A section whose latest submission has a higher revision than its row is submitted again with that one. Otherwise
// nothing changes.
// Errors: those of makeTransition.
Status supersedeByNewer(Store::Session& session, SectionHeader& header, const Actor& who);

// The section that somebody decides on, locked until the transaction ends. A newer `revision` that was received while
// the report was issued supersedes the row first.
// Errors: section.not-received, and those of makeTransition.
Result<SectionHeader> headerToDecideOn(Store::Session& session, const SectionKey& key, int revision, const Actor& who);

// How many packages of this revision lie beside the one that counts; 0 once somebody has chosen after the last of them
// was received.
int undecidedRivals(soci::session& sql, const SectionKey& key, int revision);

}  // namespace cchc::store
