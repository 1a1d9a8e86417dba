// The toolkit's own words (OK, Cancel, Close, Yes, No, print, preview) in the language of the suite, whatever the
// desktop's is. No catalogue file is needed.
#pragma once
#include "core/base/messages.h"

namespace cchc::shell {

// Costs a start about a millisecond, so it is left until words are about to be shown; asked for again, nothing.
void translateToolkit(Language language);

}  // namespace cchc::shell
