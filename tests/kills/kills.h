// kill_run: a worker is killed at a moment of chance, and what it left is looked at. See README.md.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "core/app/suite/suite.h"

namespace kills {

using namespace cchc;
namespace fs = std::filesystem;

inline const PeriodId period("2023-8T");
inline const SectionKey budgetKey{DefinitionId("finance.budget"), OrgUnitId("296"), period};
inline const SectionKey scoringKey{DefinitionId("home_affairs.scoring"), OrgUnitId("296"), period};

const Clock& systemClock();
// Ends the program with the message when the store does not open: that is the failure that is looked for.
std::unique_ptr<Suite> openStore(const fs::path& store);
[[noreturn]] void stop(const std::string& message);

// The worker's part; never returns by itself.
int work(const fs::path& folder, unsigned seed);

// What the worker told as done, over all its lives on one folder.
struct Acknowledged {
  std::map<std::string, std::set<std::string>> edits;  // by section, the changes' ids
  std::map<std::string, std::string> last;             // by section, the last value
  int revision = 0;
  std::set<std::string> put,
      taken;  // of the inbox's present round: files that were laid into it, and those that it told as taken in
};
// Opens everything that the worker wrote. Answers what is wrong, "" when nothing is.
std::string inspect(const fs::path& folder, const Acknowledged& acknowledged);

}  // namespace kills
