// The system's dialogue for files and folders, shown.
#pragma once
#include <wx/dialog.h>

namespace cchc::shell {

// Whether one was chosen. The toolkit takes some 20 ms to make such a dialogue and as long again to show it: between the two the window paints, and hears
// what came from beside it, but no key and no click, which would come in twice.
bool isChosen(wxDialog& dialog);

}  // namespace cchc::shell
