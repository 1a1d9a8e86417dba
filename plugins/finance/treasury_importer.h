// Takes in a treasury statement (đối chiếu vốn đầu tư với Kho bạc Nhà nước) as CSV or TSV: one line for each project,
// with the source of capital, what was allocated and what was disbursed, into the table `treasury`.
#pragma once
#include <optional>
#include <string_view>

#include "core/plugin/plugin.h"

namespace cchc::finance {

// The choice of column `source` that a wording stands for: "Nguồn thu tiền sử dụng đất" -> "land"; nullopt when none
// does.
std::optional<std::string_view> capitalSource(std::string_view wording);

// Amounts are in đồng unless the heading says "triệu đồng" or "nghìn đồng". Lines of totals are passed over; a line
// that cannot be used is refused with its number: finance.import-source, finance.import-amount,
// finance.import-no-amount.
bool importTreasuryStatement(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::finance
