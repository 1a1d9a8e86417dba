// Edits of a draft inside a transaction that has begun. Private to store/.
#pragma once
#include <span>
#include <vector>

#include "core/model/section.h"
#include "core/store/session.h"

namespace cchc::store {

// Applies the changes with their journal entries, and sets the header's head digest; the caller writes the section's
// row, or rolls back if one is in conflict.
// Error values.unknown-field: a draft has no values at such an address.
Result<std::vector<ApplyOutcome>> applyToDraft(Store::Session& session, SectionHeader& header,
                                               std::span<const Change> changes);
bool haveConflict(std::span<const ApplyOutcome> outcomes);

}  // namespace cchc::store
