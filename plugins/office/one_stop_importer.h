// Imports the export of one-stop software: form II.06a/VPCP/KSTT. The line of each field of work goes
// into the table `dossiers`, and the line of totals into the section's own fields.
#pragma once
#include <cchc/plugin.hpp>
#include <string_view>

namespace cchc::office {

// The choice of the column `field` for a wording: "environment" for "Đất đai"; "other" if there is none.
std::string_view fieldOfWork(std::string_view wording);

// A blank cell or "-" stays unknown. Headings between the lines ("I", "A") are skipped. Refusals, each with the number
// of its line:
//   office.import-header   the columns of the form were not found; the line is 1
//   office.import-name     the line does not name a field of work
//   office.import-count    a cell is not a number of dossiers
//   office.import-ambiguous   a cell has several meanings
void importOneStop(const plugin::ImportContext& context, plugin::RowSink& sink);

}  // namespace cchc::office
