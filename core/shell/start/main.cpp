// cchc-suite: the desktop.
#include "core/shell/start/application.h"

wxIMPLEMENT_APP(cchc::shell::Application);
