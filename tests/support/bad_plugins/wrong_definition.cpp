// A plugin whose definition has an expression that names nothing.
#include "core/plugin/plugin_support.h"
namespace plugin = cchc::plugin;
CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "wrong_definition", "1", "Thử", "Test"};
  return &info;
}
CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar& suite) noexcept {
  constexpr const char* xml =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"x.y\" place=\"I\" owner=\"x\"><title vi=\"t\"/><group "
      "id=\"g\"><title vi=\"g\"/>\n"
      "<field id=\"a\" type=\"integer\"><label vi=\"a\"/><formula>b + 1</formula></field></group></definition>";
  suite.addDefinition(plugin::view(xml), plugin::view("wrong.xml"));
  return true;
}
