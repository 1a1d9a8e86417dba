// A plugin made for another version of the interface.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion + 1, "other_version", "1", "Thử", "Test"};
  return &info;
}
CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar&) noexcept { return true; }
