// The toolkit's own texts (OK, Cancel, Close, Yes, No, print, preview) in the language of the suite, whatever the
// language of the desktop. They are in texts/toolkit.tsv; the toolkit's English texts are its message ids.
#pragma once
#include "core/base/texts.h"

namespace cchc::shell {

// Sets the language of the toolkit's texts. Takes about a millisecond, so it is called only before such texts are
// shown. Does nothing if the language has not changed.
void translateToolkit(Language language);

}  // namespace cchc::shell
