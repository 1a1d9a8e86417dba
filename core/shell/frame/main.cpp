// cchc-suite: the desktop.
#include "core/shell/frame/application.h"

wxIMPLEMENT_APP(cchc::shell::Application);
