// Imports units, periods and assignments from a folder into a store.
#pragma once
#include <filesystem>

#include "core/app/suite/suite.h"

namespace cchc {

// Reads units.tsv, periods.tsv and assignments.tsv of the folder, in that order; each is stored before the next is
// read.
// Errors: file.read, those of exchange/setup/setup_tables.h, the first of UnitPlan::refused, those of the store.
Status importTables(Suite& suite, const std::filesystem::path& folder);

}  // namespace cchc
