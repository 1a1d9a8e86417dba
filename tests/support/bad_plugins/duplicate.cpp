// A plugin that takes a definition id that another has.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "duplicate", "1", "Thử", "Test"};
  return &info;
}
CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar& suite) noexcept {
  constexpr const char* xml =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"finance.budget\" place=\"I\" owner=\"x\"><title "
      "vi=\"t\"/><group id=\"g\"><title vi=\"g\"/></group></definition>";
  suite.addDefinition(plugin::view(xml), plugin::view("duplicate.xml"));
  return true;
}
