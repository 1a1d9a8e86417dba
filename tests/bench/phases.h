// The phases of the measurement. Each works on one folder: packages/, tables, totals, the stores.
#pragma once
#include <filesystem>

#include "core/app/suite/suite.h"

namespace bench {

// bin/../share and plugins, as the program finds them.
cchc::Resources resources();
[[noreturn]] void stop(const cchc::Error& error);

// 10 to 55 KB each, of one commune each, with random figures that agree with each other; and units, periods,
// assignments as tables, and totals.tsv with the sums that a report must show.
void generate(const std::filesystem::path& folder, int count);
// Reads the files, parses them with pugixml, inserts one row per package into SQLite.
void floorPhase(const std::filesystem::path& folder);
// The store with units, period and assignments.
void setUp(const std::filesystem::path& folder);
void receivePhase(const std::filesystem::path& folder, unsigned threads);
// Read and checked on so many threads, not stored.
void checkPhase(const std::filesystem::path& folder, unsigned threads);
// Report.xml; every total must be exact.
void consolidatePhase(const std::filesystem::path& folder);

}  // namespace bench
