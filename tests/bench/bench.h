// The parts of the benchmark.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"

namespace cchc::bench {

inline constexpr const char* periodId = "2023-8T";

// Writes N commune packages of 10 to 55 KB, units.tsv, periods.tsv and assignments.tsv into `folder`; answers the exact
// sum of received.total and the bytes written.
struct Generated {
  Decimal received;
  std::size_t bytes = 0;
};
Generated generate(const Catalogue& catalogue, const std::filesystem::path& folder, int count);

// pugixml parsing of the same bytes and a raw SQLite insert of one row a package with its text, 256 to a transaction,
// synchronous as in the store.
void floorRun(const std::filesystem::path& folder);

std::vector<std::filesystem::path> packagesIn(const std::filesystem::path& folder);

}  // namespace cchc::bench
