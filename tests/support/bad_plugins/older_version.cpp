// A plugin made for the first version of the interface, in which it registered its own texts.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{1, "older_version", "1", "Thử", "Test"};
  return &info;
}
CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar&) noexcept { return true; }
