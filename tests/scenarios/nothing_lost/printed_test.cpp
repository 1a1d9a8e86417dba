// The HTML document is held against report.xml: every coded indicator, every cell and every paragraph that the report
// has is printed, with its value.
#include <catch2/catch.hpp>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/facts.h"

using namespace cchc::test;

namespace {

std::string folded(const std::string& text) {
  std::istringstream words(textOfHtml(text));
  std::string all;
  for (std::string word; words >> word;) all += (all.empty() ? "" : " ") + word;
  return all;
}

struct Page {
  explicit Page(const std::string& html) : text(folded(html)) {
    for (auto from = html.find("<tr"); from != std::string::npos;) {
      const auto next = html.find("<tr", from + 1);
      rows.push_back(folded(html.substr(from, next - from)));
      from = next;
    }
  }
  // Whether one row has all of the pieces, in this order.
  bool hasRow(const std::vector<std::string>& pieces) const {
    for (const auto& row : rows) {
      std::size_t at = 0;
      for (const auto& piece : pieces) {
        at = row.find(piece, at);
        if (at == std::string::npos) break;
        at += piece.size();
      }
      if (at != std::string::npos) return true;
    }
    return false;
  }
  std::string text;
  std::vector<std::string> rows;
};

// What stands in a row of a table whose unit has a column of its own.
std::string figureOf(const pugi::xml_node& node, const std::string& unit) {
  auto display = folded(node.attribute("display").value());
  if (!unit.empty() && display.size() > unit.size() &&
      display.compare(display.size() - unit.size(), unit.size(), unit) == 0)
    display.resize(display.find_last_not_of(' ', display.size() - unit.size() - 1) + 1);
  return display;
}

std::map<std::string, std::string> unitsOf(const pugi::xml_node& table) {
  std::map<std::string, std::string> units;
  for (const auto& column : table.children("column"))
    units[column.attribute("id").value()] = folded(column.attribute("unit").value());
  return units;
}

struct Held {
  std::size_t values = 0;
  std::vector<std::string> notPrinted;
};

void holdRow(const Page& page, const pugi::xml_node& row, const std::map<std::string, std::string>& units, Held& held) {
  std::vector<std::string> pieces;
  for (const auto& cell : row.children("cell"))
    pieces.push_back(figureOf(cell, units.at(cell.attribute("column").value())));
  if (pieces.empty()) return;
  held.values += pieces.size();
  if (!page.hasRow(pieces)) held.notPrinted.push_back(pieces.front() + " …: " + row.parent().attribute("id").value());
}

Held hold(const std::string& xml, const std::string& html) {
  pugi::xml_document report;
  REQUIRE(report.load_string(xml.c_str()));
  const Page page(html);
  Held held;
  for (const auto& found : report.select_nodes("//indicator[@code]")) {
    const auto indicator = found.node();
    const std::string code = indicator.attribute("code").value(), unit = folded(indicator.attribute("unit").value());
    ++held.values;
    if (!page.hasRow({code, folded(indicator.attribute("label").value()), unit, figureOf(indicator, unit)}))
      held.notPrinted.push_back(code);
  }
  for (const auto& found : report.select_nodes("//paragraph")) {
    ++held.values;
    if (page.text.find(folded(found.node().text().get())) == std::string::npos)
      held.notPrinted.emplace_back(found.node().attribute("id").value());
  }
  for (const auto& found : report.select_nodes("//table | //annex")) {
    const auto units = unitsOf(found.node());
    for (const auto& row : found.node().children("row")) holdRow(page, row, units, held);
    for (const auto& total : found.node().children("total")) holdRow(page, total, units, held);
  }
  return held;
}

// The same report with another value at each place.
std::string allChanged(const std::string& xml) {
  pugi::xml_document report;
  REQUIRE(report.load_string(xml.c_str()));
  for (const auto& found : report.select_nodes("//indicator[@code] | //cell"))
    found.node().attribute("display").set_value("8.765.432,1");
  for (const auto& found : report.select_nodes("//paragraph")) found.node().text().set("Câu này không có ở đâu.");
  std::ostringstream text;
  report.save(text, "", pugi::format_raw);
  return text.str();
}

std::size_t rowsOf(const std::string& xml) {
  pugi::xml_document report;
  REQUIRE(report.load_string(xml.c_str()));
  return report.select_nodes("//indicator[@code] | //paragraph | //row[cell] | //total[cell]").size();
}

}  // namespace

TEST_CASE("every value of the report is in the document, and one that is not is noticed", "[lost]") {
  const auto xml = contentOf(demoFolder() / "report.xml"), html = contentOf(demoFolder() / "report.html");
  const auto held = hold(xml, html);
  CHECK(held.values > 700);
  CHECK(held.notPrinted == std::vector<std::string>());
  const auto changed = hold(allChanged(xml), html);
  CHECK(changed.values == held.values);
  CHECK(changed.notPrinted.size() == rowsOf(xml));
}

TEST_CASE("every value of a draft that lacks sections is in its document", "[lost]") {
  const auto office = Office::before();
  for (const auto* section : {"finance.budget", "justice.institutional", "office.tasks"})
    office.done({"receive", demoPackage(section).string()});
  office.done({"receive", demoPackage("office.commune", "10945").string()});
  office.done({"accept", "--all", "-u", "296", "-p", "2023-8T"});
  const auto xml = office.consolidate();
  CHECK(hold(xml, office.render()).notPrinted == std::vector<std::string>());
}
