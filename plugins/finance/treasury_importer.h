// Imports a statement of the treasury (đối chiếu vốn đầu tư với Kho bạc Nhà nước) as CSV or TSV into the table
// `treasury`. It has a line for each project, with the source of capital, the allocated and the disbursed amount.
#pragma once
#include <optional>
#include <string_view>

#include "core/plugin/plugin.h"

namespace cchc::finance {

// The choice of column `source` that a wording stands for: "land" for "Nguồn thu tiền sử dụng đất"; nullopt: none.
std::optional<std::string_view> capitalSource(std::string_view wording);

// Amounts are in đồng, unless the heading says "triệu đồng" or "nghìn đồng". Lines of totals are skipped. Refusals,
// each with the number of its line:
//   finance.import-header      the columns were not found; the line is 1
//   finance.import-source      the source of capital is unknown
//   finance.import-amount      a cell is not an amount
//   finance.import-no-amount   the line has neither amount
bool importTreasuryStatement(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::finance
