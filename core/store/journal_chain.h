// The chain of digests that links a section's journal entries. Private to store/.
#pragma once
#include <soci/soci.h>

#include <string>

#include "core/model/section.h"

namespace cchc::store {

// Appends an entry to the section's chain, whose newest digest is `head` ("" for none), and returns its digest, the new
// head.
std::string appendJournal(soci::session& sql, const SectionKey& key, const std::string& head, const Change& change);
// The digest of an entry that follows one with the digest `previous`.
std::string journalDigest(const std::string& previous, const SectionKey& key, const Change& change);

}  // namespace cchc::store
