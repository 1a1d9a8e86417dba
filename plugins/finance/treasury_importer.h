// Imports a statement of the treasury (đối chiếu vốn đầu tư với Kho bạc Nhà nước) into the table `treasury`. It has one
// line per project, with the source of capital, the allocated amount and the disbursed amount.
#pragma once
#include <cchc/plugin.hpp>
#include <optional>
#include <string_view>

namespace cchc::finance {

// The choice of the column `source` for a wording: "land" for "Nguồn thu tiền sử dụng đất"; nullopt: none.
std::optional<std::string_view> capitalSource(std::string_view wording);

// Amounts are in the unit that the heading or the lines above it name ("ĐVT: triệu đồng"), otherwise in đồng. Lines of
// totals are left out. Refusals, each with the number of its line:
//   finance.import-header      the columns were not found; the line is 1
//   finance.import-source      the source of capital is unknown
//   finance.import-amount      a cell is not an amount
//   finance.import-ambiguous   a cell has several meanings
//   finance.import-no-amount   the line has neither of the amounts
void importTreasuryStatement(const plugin::ImportContext& context, plugin::RowSink& sink);

}  // namespace cchc::finance
