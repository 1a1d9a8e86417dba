// Notices that the clock of this PC jumped, since deadlines, signatures and the journal depend on it.
#pragma once
#include <optional>

#include "core/app/suite/suite.h"

namespace cchc {

// nullopt: nothing is wrong with the clock, as far as the store can tell; also for a shared store, where the server's
// clock counts. Call it before dailyBackup, whose copy of today ends the second finding.
// Errors, as the value:
//   clock.behind   the last entry of the journal is over an hour later than now
//   clock.ahead    more than a year has passed since both the last entry and the latest daily copy
std::optional<Error> clockFault(Suite& suite);

}  // namespace cchc
