// A section with a file attached to a field and to each row of a table.
#include <string_view>

#include "core/plugin/plugin_support.h"

namespace plugin = cchc::plugin;

CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "attached", "1", "Đính kèm", "Attached"};
  return &info;
}

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar& suite) noexcept try {
  constexpr std::string_view xml =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"attached.section\" place=\"I\" owner=\"attached\"><title "
      "vi=\"Phần có tệp\" en=\"With files\"/><group id=\"g\"><title vi=\"Nhóm\" en=\"Group\"/>"
      "<field id=\"scan\" type=\"attachment\"><label vi=\"Bản quét quyết định\" en=\"Scan of the decision\"/></field>"
      "<table id=\"papers\"><title vi=\"Văn bản\" en=\"Papers\"/><column id=\"name\" type=\"text\"><label vi=\"Tên\" "
      "en=\"Name\"/></column>"
      "<column id=\"file\" type=\"attachment\"><label vi=\"Tệp\" en=\"File\"/></column></table></group></definition>";
  suite.addDefinition(plugin::view(xml), plugin::view("attached.xml"));
  return true;
} catch (...) {
  return false;
}
