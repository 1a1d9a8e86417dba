// The tables of a store. Private to store/.
#pragma once
#include <soci/soci.h>

#include <string>

#include "core/base/result.h"

namespace cchc::store {

// Creates the tables of a new store, or migrates an older store step by step, in one transaction. A SQLite file is
// first copied, in the same folder. If several processes do this at once, one works and the others wait for it. Errors:
//   store.not-a-store    the database has tables, but none of ours
//   store.newer          a newer program made the store; nothing is written
//   store.damaged, store.backup-failed    from the copy
Status migrateSchema(soci::session& sql, bool postgres, const std::string& address);

}  // namespace cchc::store
