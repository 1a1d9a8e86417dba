// Submissions that no longer count: withdrawn by the reporter, discarded by the office. Inside a transaction that has
// begun. Private to store/.
#pragma once
#include <string>

#include "core/store/session.h"

namespace cchc::store {

// Nobody sends a section so often. A submission with such a number hides the ones after it, so once it is discarded its
// number is not used up.
inline constexpr int wildRevision = 1'000'000;
constexpr bool isWildRevision(int revision) { return revision >= wildRevision; }

// As Store::withdrawSubmission and Store::discardSubmission. `chosen`: the submission to be discarded.
Status withdraw(Store::Session& session, const SectionKey& key, const Actor& who);
Status discard(Store::Session& session, const StoredSubmission& chosen, const std::string& reason, const Actor& who);

}  // namespace cchc::store
