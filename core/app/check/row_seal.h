// What a row of a submission says beside its package was written by this suite, and by nothing else: the row carries a
// digest of itself. Private to app/.
#pragma once
#include <string>
#include <string_view>

#include "core/model/submission.h"

namespace cchc {

// The value of StoredSubmission::checkedBy for a row that is complete but for it: `mark` (checkedBy() in suite.h), and
// a digest of the row without its package, its state and its times at the office. Empty if the mark is.
std::string sealed(const std::string& mark, const StoredSubmission& row);
// Whether the row has such a digest. Rows of programs before 0.2 have none.
bool isSealed(const StoredSubmission& row);
// The digest is that of the row.
bool sealHolds(const StoredSubmission& row);
// The mark without the digest.
std::string_view markOf(const StoredSubmission& row);

}  // namespace cchc
