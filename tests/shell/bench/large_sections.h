// For measuring the window with: a section of 500 fields, every fifth entered and the others computed, and 300 rules;
// and one of a table of 13 columns. A department of definitions alone.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>

namespace cchc::bench {

inline std::string largeSection() {
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
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"large.section\" place=\"I\" owner=\"large\"><title "
         "vi=\"Phần "
         "lớn\" en=\"Large\"/><group id=\"g\"><title vi=\"Nhóm\" en=\"Group\"/>" +
         body + "</group>" + rules + "</definition>";
}

inline std::string largeTable() {
  std::string columns;
  for (int i = 0; i < 13; ++i) {
    columns += "<column id=\"c" + std::to_string(i) + "\" type=\"" + (i == 0 ? "text" : "integer") +
               "\"><label vi=\"Cột " + std::to_string(i) + "\" en=\"Column " + std::to_string(i) + "\"/></column>";
  }
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"large.table\" place=\"I\" owner=\"large\"><title vi=\"Bảng "
         "lớn\" en=\"Large table\"/><group id=\"g\"><title vi=\"Nhóm\" en=\"Group\"/><table id=\"t\" "
         "max-rows=\"20000\"><title vi=\"Bảng\" en=\"Table\"/>" +
         columns + "</table></group></definition>";
}

// The folder of the department "large", in a folder that is made.
inline void writeLargeSections(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "large");
  std::ofstream(folder / "large" / "section.xml", std::ios::binary) << largeSection();
  std::ofstream(folder / "large" / "table.xml", std::ios::binary) << largeTable();
}

}  // namespace cchc::bench
