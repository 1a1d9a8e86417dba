// Revisions that the office itself makes. Inside a transaction that has begun. Private to store/.
#pragma once
#include <string>

#include "core/store/session.h"

namespace cchc::store {

// As Store::enterSubmission and Store::amendSubmission.
Status enterFor(Store::Session& session, const Store::OfficeRevision& revision, const Actor& who);
Status amendHeading(Store::Session& session, const Store::OfficeRevision& revision, const Store::Examined& examined,
                    const std::string& reason, const Actor& who);

// Marks the submission as accepted, with what the office found in it; any other submission of its revision becomes a
// rival, unless it was set aside.
// Error section.not-received: it does not exist.
Status markAccepted(Store::Session& session, const SectionKey& key, const Store::Examined& examined);

}  // namespace cchc::store
