// Which findings of a report name something that came in and that the report does not have.
#pragma once
#include <string_view>

#include "core/model/finding.h"

namespace cchc {

// Whether the finding names something that came in and is not in the report: an error of the reckoning (report.…), or
// a value that the form does not ask (core.value-kept, core.not-in-force, core.not-relevant) and that nobody has
// explained.
bool namesNotPrinted(const Finding& finding);
// Whether it is such a value. A person may confirm that the report is issued without it.
bool namesUnaskedValue(const Finding& finding);
// Whether the text of findingLines may have such a value.
bool mayNameUnaskedValue(std::string_view lines);

}  // namespace cchc
