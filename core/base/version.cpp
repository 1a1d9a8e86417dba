#include "core/base/version.h"

namespace cchc {

// CMake defines CCHC_VERSION for this file alone, so that only one file is recompiled for a new version.
std::string_view version() { return CCHC_VERSION; }

}  // namespace cchc
