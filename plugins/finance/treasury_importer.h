// Imports a statement of the treasury (đối chiếu vốn đầu tư với Kho bạc Nhà nước) as CSV or TSV into the table
// `treasury`. It has one line per project, with the source of capital, the allocated amount and the disbursed amount.
#pragma once
#include <optional>
#include <string_view>

#include "core/plugin/plugin.h"

namespace cchc::finance {

// The choice of the column `source` for a wording: "land" for "Nguồn thu tiền sử dụng đất"; nullopt: none.
std::optional<std::string_view> capitalSource(std::string_view wording);

// Amounts are in đồng, unless the heading contains "triệu đồng" or "nghìn đồng". Lines of totals are skipped. Refusals,
// each with the number of its line:
//   finance.import-header      the columns were not found; the line is 1
//   finance.import-source      the source of capital is unknown
//   finance.import-amount      a cell is not an amount
//   finance.import-no-amount   the line has neither of the amounts
bool importTreasuryStatement(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::finance
