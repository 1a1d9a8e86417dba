// Splitting a commune's figures over two communes keeps every sum.
#include <array>
#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/report_index.h"

using namespace cchc::test;

namespace {

const std::string oldUnit = "10945", newUnit = "10999";

std::string xmlOf(const pugi::xml_node& node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

// Ids of the commune form's fields and columns that are summed.
std::set<std::string> summed() {
  pugi::xml_document form;
  REQUIRE(form.load_file(CCHC_SOURCE "/plugins/office/commune.xml"));
  std::set<std::string> ids;
  for (const auto& found : form.select_nodes("//*[@aggregate='sum']")) ids.insert(found.node().attribute("id").value());
  return ids;
}

// What both keep (a figure that is the same everywhere) stays; what is summed becomes two parts.
class Split {
 public:
  explicit Split(const std::string& shown) {
    pugi::xml_document values;
    REQUIRE(values.load_string(shown.c_str()));
    const auto sums = summed();
    for (auto field : values.child("values").children("field")) {
      const bool isSummed = sums.contains(field.attribute("id").value());
      if (isSummed) part(field);
      if (isSummed || field.attribute("id").value() == std::string("procedures_total")) add(field);
    }
    // What must be answered, and is counted where it is "yes": the old commune's answer stays with it.
    for (const auto* answer : {"website", "one_stop_electronic"})
      goes += "<field id=\"" + std::string(answer) + "\">no</field>";
    for (auto table : values.child("values").children("table")) {
      if (table.attribute("id").value() == std::string("dossiers")) this->table(table);
    }
  }
  std::string stays, goes;

 private:
  void part(const pugi::xml_node& node) {
    parts_ = {node.text().as_llong() - node.text().as_llong() / 3, node.text().as_llong() / 3}, split_ = true;
  }
  void add(pugi::xml_node node) {
    for (std::size_t which = 0; which < 2; ++which) {
      if (split_) node.text().set(parts_[which]);
      (which == 0 ? stays : goes) += xmlOf(node);
    }
    split_ = false;
  }
  void table(const pugi::xml_node& table) {
    add("<table id=\"dossiers\">");
    for (const auto row : table.children("row")) {
      add("<row id=\"" + std::string(row.attribute("id").value()) + "\">");
      for (const auto cell : row.children("cell")) {
        part(cell);
        add(cell);
      }
      add("</row>");
    }
    add("</table>");
  }
  void add(const std::string& text) { stays += text, goes += text; }

  std::array<long long, 2> parts_{};
  bool split_ = false;
};

void addCommune(const Office& office) {
  write(office / "units.tsv", contentOf(sampleFolder() / "units.tsv") + newUnit + "\tcommune\txã Mới\t296\t\t\t\n");
  write(office / "assignments.tsv", contentOf(sampleFolder() / "assignments.tsv") + "office.commune\t" + newUnit +
                                        "\t" + newUnit + "\t2023-8T\t2023-08-29\n");
  office.done({"units", "import", (office / "units.tsv").string()});
  office.done({"assign", (office / "assignments.tsv").string()});
}

}  // namespace

TEST_CASE("splitting a commune's figures over two communes keeps every sum and rate") {
  const auto departments = Office::departments();
  addCommune(departments);
  const Split split(departments.done({"show", "office.commune", "-u", oldUnit, "-p", "2023-8T"}));
  departments.returnSection("office.commune", oldUnit);
  departments.fill("office.commune", split.stays, oldUnit);
  departments.fill("office.commune", split.goes, newUnit);

  const auto office = Office::afterDemo();
  addCommune(office);
  for (const auto& unit : {oldUnit, newUnit}) {
    office.done({"receive", departments.submit("office.commune", unit + ".cchc", unit).string()});
    office.done({"accept", "office.commune", "-u", unit, "-p", "2023-8T"});
  }
  const auto before = indexReport(contentOf(demoFolder() / "report.xml")), after = indexReport(office.consolidate());
  CHECK(after.annexCells.at("office.commune 10945 received.online").printed == "1.075");
  CHECK(after.annexCells.at("office.commune 10999 received.online").printed == "537");
  CHECK(after.values.at("*office.commune/received.online").printed == "17.107 hồ sơ");
  REQUIRE(after.values.size() == before.values.size());
  const std::string counted = "culture.digital/communes";  // the communes themselves
  CHECK(after.values.at(counted).printed == "17");
  for (const auto& [node, entry] : before.values) {
    if (node == counted) continue;
    INFO(node);
    CHECK(after.values.at(node).printed == entry.printed);
  }
  for (const auto& [name, entry] : before.annexCells) {
    if (name.find(" total ") == std::string::npos) continue;
    INFO(name);
    CHECK(after.annexCells.at(name).printed == entry.printed);
  }
}
