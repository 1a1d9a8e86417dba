// Takes in the mail accounts of each unit, as the mail system's administrators list them (CSV or TSV), into the table
// `mail_units`.
#pragma once
#include "core/plugin/plugin.h"

namespace cchc::culture {

// Columns are found by their names: unit, accounts, active or inactive (then the active ones are the rest). Lines of
// totals are passed over; a line that cannot be used is refused with its number: culture.import-unit, -count,
// -more-than-all.
bool importMailAccounts(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::culture
