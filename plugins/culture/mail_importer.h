// Imports the list of mail accounts by unit, which the administrators of the mail system export, into the table
// `mail_units`.
#pragma once
#include <cchc/plugin.hpp>

namespace cchc::culture {

// The columns are found by their names: the unit, the accounts, and the active or the inactive accounts (the active
// ones are then the rest). Lines of totals are left out. Refusals, each with the number of its line:
//   culture.import-header         the columns were not found; the line is 1
//   culture.import-unit           the line does not name a unit
//   culture.import-count          a cell is not a number of accounts
//   culture.import-ambiguous      a cell has several meanings
//   culture.import-more-than-all  there are more active or inactive accounts than accounts
void importMailAccounts(const plugin::ImportContext& context, plugin::RowSink& sink);

}  // namespace cchc::culture
