// A library that is no plugin.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
CCHC_PLUGIN_EXPORT int something_else() noexcept { return 1; }
