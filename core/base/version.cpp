#include "core/base/version.h"

namespace cchc {

// CMake defines CCHC_VERSION for this file alone, so that a new version compiles one file again.
std::string_view version() { return CCHC_VERSION; }

}  // namespace cchc
