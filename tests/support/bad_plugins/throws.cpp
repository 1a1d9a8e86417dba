// A plugin that lets an exception out while registering.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
#include <stdexcept>
CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "throws", "1", "Thử", "Test"};
  return &info;
}
CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar&) { throw std::runtime_error("broken"); }
