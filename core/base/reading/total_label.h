// The labels of a table's totals.
#pragma once
#include <string_view>

namespace cchc::reading {

// Whether a cell says that its row is a total: "Cộng", "TỔNG CỘNG:", "Tổng số (I+II)", "Total". Words are compared with
// their diacritics where the text has any, so that "Cống số 3" and "Tổng công ty Điện lực" are none.
bool isTotalLabel(std::string_view text);

}  // namespace cchc::reading
