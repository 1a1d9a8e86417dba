// What was exchanged with a unit, as one file: for a unit that has lost its store.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>

#include "core/app/suite/suite.h"
#include "core/signing/key.h"

namespace cchc {

struct ExchangedFiles {
  std::size_t packages = 0, receipts = 0, returns = 0;
};
// Writes a ZIP of all that the office received from the unit (its packages, byte for byte), a receipt for each, the
// returns and refusals to return, the tables of units, periods and of the unit's assignments, and a list of them
// ("muc-luc.tsv") that also says which packages were accepted, discarded or withdrawn. rebuildFromPackages reads it.
// `reporter`: the unit that sent them. `period`: only of this one; nullopt: of all. `key`: signs receipts and returns;
// borrowed; nullptr: they are not signed.
// Errors:
//   exchanged.nothing     nothing was received from the unit
//   exchanged.too-large   it is more than a ZIP may hold that rebuildFromPackages reads
//   those of permits (model/permits.h), for receive
//   key.expired, key.not-yet-valid; file.write, and those of the store
Result<ExchangedFiles> writeExchanged(Suite& suite, const OrgUnitId& reporter, const std::optional<PeriodId>& period,
                                      const std::filesystem::path& file, const SigningKey* key);

}  // namespace cchc
