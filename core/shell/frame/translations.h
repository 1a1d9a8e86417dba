// The toolkit's own words (OK, Cancel, Close, Yes, No, print, preview) in the language of the suite, whatever the
// language of the desktop is. The words are in texts/toolkit.tsv; the toolkit's English words are its message ids.
#pragma once
#include "core/base/texts.h"

namespace cchc::shell {

// Sets the language of the toolkit's words. Takes about a millisecond, so it is called only before such words are
// shown; does nothing when the language is the same as before.
void translateToolkit(Language language);

}  // namespace cchc::shell
