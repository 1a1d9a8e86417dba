// For measuring the window with: a section of 500 fields, every fifth entered and the others computed, and 300 rules;
// and one of a table of 13 columns.
#include <string>

#include "core/plugin/plugin_support.h"

namespace plugin = cchc::plugin;

CCHC_PLUGIN_EXPORT const plugin::Info* cchc_plugin_info() noexcept {
  static const plugin::Info info{plugin::apiVersion, "large", "1", "Phần lớn", "Large"};
  return &info;
}

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(plugin::Registrar& suite) noexcept try {
  std::string body, rules;
  for (int i = 0; i < 500; ++i) {
    const auto id = "f" + std::to_string(i);
    body += "<field id=\"" + id + "\" type=\"money\"><label vi=\"Chỉ tiêu " + std::to_string(i) + "\" en=\"Indicator " +
            std::to_string(i) + "\"/>";
    if (i % 5 != 0) body += "<formula>f" + std::to_string(i - 1) + " + f" + std::to_string(i - i % 5) + "</formula>";
    body += "</field>";
  }
  for (int i = 0; i < 300; ++i) {
    rules += "<rule id=\"r" + std::to_string(i) + "\" severity=\"warning\" place=\"f" + std::to_string(i) +
             "\"><left>f" + std::to_string(i) + "</left><operator>&lt;=</operator><right>f" +
             std::to_string((i + 7) % 500) +
             " + 100000000000</right><message vi=\"{left} vượt {right}\" en=\"{left} is above {right}\"/>"
             "<fix vi=\"Xem lại\" en=\"Check\"/></rule>";
  }
  const auto xml =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"large.section\" place=\"I\" owner=\"large\"><title vi=\"Phần "
      "lớn\" en=\"Large\"/><group id=\"g\">"
      "<title vi=\"Nhóm\" en=\"Group\"/>" +
      body + "</group>" + rules + "</definition>";
  suite.addDefinition(plugin::view(xml), plugin::view("large.xml"));
  std::string columns;
  for (int i = 0; i < 13; ++i) {
    columns += "<column id=\"c" + std::to_string(i) + "\" type=\"" + (i == 0 ? "text" : "integer") +
               "\"><label vi=\"Cột " + std::to_string(i) + "\" en=\"Column " + std::to_string(i) + "\"/></column>";
  }
  const auto table =
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"large.table\" place=\"I\" owner=\"large\"><title vi=\"Bảng "
      "lớn\" en=\"Large table\"/><group id=\"g\"><title vi=\"Nhóm\" "
      "en=\"Group\"/><table id=\"t\" max-rows=\"20000\"><title vi=\"Bảng\" en=\"Table\"/>" +
      columns + "</table></group></definition>";
  suite.addDefinition(plugin::view(table), plugin::view("table.xml"));
  return true;
} catch (...) {
  return false;
}
