// The functions of cchc_section, whose `self` is a SectionViewReader. No exception leaves them. Private to plugin/.
#pragma once
#include "core/plugin/kit/cchc/plugin.h"

namespace cchc {

// All functions, with neither version nor self.
cchc_section sectionFunctions();

}  // namespace cchc
