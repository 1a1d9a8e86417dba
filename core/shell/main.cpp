// cchc-suite: the desktop.
#include "core/shell/application.h"

wxIMPLEMENT_APP(cchc::shell::Application);
