// Copies of a shared store, made and read by PostgreSQL's own programs, which must be on this machine: pg_dump and
// pg_restore.
#pragma once
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace cchc {

// While the store is in use; the file is whole or is not there. Only by someone whom row-level security does not stop
// (the owner, a superuser). store.backup-failed with the program's words; store.no-server-tools.
Status copySharedStore(const std::string& address, const std::filesystem::path& target);
// Into a database that is there and holds no table: all of it or nothing. store.restore-failed; store.no-server-tools.
Status fillSharedStore(const std::filesystem::path& copy, const std::string& address);

}  // namespace cchc
