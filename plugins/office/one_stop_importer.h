// Takes in what one-stop software exports: form II.06a/VPCP/KSTT as CSV or TSV, one line for each field of work, into
// the table `dossiers`; a line of totals goes to the section's own fields.
#pragma once
#include <string_view>

#include "core/plugin/plugin.h"

namespace cchc::office {

// The choice of column `field` that a wording stands for: "Đất đai" -> "environment"; "other" when none does.
std::string_view fieldOfWork(std::string_view wording);

// A blank cell or "-" stays unknown. Headings between the lines ("I", "A") are passed over; a line that cannot be used
// is refused with its number: office.import-name, office.import-count. No heading of the form: office.import-header.
bool importOneStop(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::office
