// Copies of a shared store. They are written and read by PostgreSQL's own programs, pg_dump and pg_restore, which must
// be installed on this machine.
#pragma once
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace cchc {

// Copies a store, which may be in use. Afterwards `target` is either complete or absent. Needs a login that row-level
// security does not restrict (the owner, a superuser).
// Errors:
//   store.backup-exists     `target` exists, and `replace` is not set
//   store.backup-failed     with the message of the program
//   store.no-server-tools
Status copySharedStore(const std::string& address, const std::filesystem::path& target, bool replace = false);
// Restores a copy into a database that exists and has no tables, in one transaction.
// Errors:
//   store.restore-failed    with the message of the program
//   store.no-server-tools
Status fillSharedStore(const std::filesystem::path& copy, const std::string& address);

}  // namespace cchc
