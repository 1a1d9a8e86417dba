// What F1 says of each view, and the list of shortcuts.
#pragma once
#include <string>

#include "core/shell/main_frame.h"

namespace cchc::shell {

std::string helpText(MainFrame::View view, presentation::Words words);
std::string shortcutsText(presentation::Words words);

}  // namespace cchc::shell
