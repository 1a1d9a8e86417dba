// The section that a notice between department and office is about.
#pragma once
#include <optional>
#include <string_view>

#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_notice.h"

namespace cchc {

// nullopt: a later revision has been submitted since, so the notice no longer matters. `missing` and `other` are the
// codes of the two errors:
//   missing   the section is not in this store, or nothing of it was submitted
//   other     the notice is about another submission of the same revision
Result<std::optional<SectionHeader>> subjectOfNotice(Suite& suite, const ReturnNotice& notice, std::string_view missing,
                                                     std::string_view other);

}  // namespace cchc
