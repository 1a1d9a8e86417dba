#include "tests/scenarios/importing/book.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/core/exchange/workbook_file.h"

namespace cchc::test {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

std::string cellXml(const std::string& reference, const std::string& content) {
  const auto begin = "<c r=\"" + reference + "\"";
  if (content.empty()) return {};
  if (content.size() > 1 && content[0] == '#') return begin + "><v>" + content.substr(1) + "</v></c>";
  if (content[0] == '!') return begin + " t=\"e\"><v>" + content.substr(1) + "</v></c>";
  if (content[0] == '=') return begin + "><f>" + escaped(content.substr(1)) + "</f></c>";
  return begin + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(content) + "</t></is></c>";
}

std::string sheetXml(const BookSheet& sheet) {
  std::string xml = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
  if (!sheet.hiddenColumns.empty()) xml += "<cols>";
  for (const auto column : sheet.hiddenColumns)
    xml += "<col min=\"" + std::to_string(column) + "\" max=\"" + std::to_string(column) + "\" hidden=\"1\"/>";
  if (!sheet.hiddenColumns.empty()) xml += "</cols>";
  xml += "<sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const auto number = std::to_string(r + 1);
    xml += "<row r=\"" + number + "\"" + (sheet.hiddenRows.contains(r + 1) ? " hidden=\"1\"" : "") + ">";
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
      xml += cellXml(std::string(1, static_cast<char>('A' + c)) + number, sheet.rows[r][c]);
    xml += "</row>";
  }
  xml += "</sheetData>";
  if (!sheet.merged.empty()) xml += "<mergeCells>";
  for (const auto& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
  if (!sheet.merged.empty()) xml += "</mergeCells>";
  return xml + "</worksheet>";
}

}  // namespace

std::string book(const std::vector<BookSheet>& sheets) {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  Parts parts;
  parts["_rels/.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"" +
      relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  std::string list, links;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto id = std::to_string(i + 1);
    list += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + id + "\"" +
            (sheets[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"r" + id + "\"/>";
    links += "<Relationship Id=\"r" + id + "\" Type=\"" + relations + "/worksheet\" Target=\"worksheets/sheet" + id +
             ".xml\"/>";
    parts["xl/worksheets/sheet" + id + ".xml"] = sheetXml(sheets[i]);
  }
  parts["xl/workbook.xml"] =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + relations +
      "\"><sheets>" + list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + links +
      "</Relationships>";
  return zipped(parts);
}

std::vector<std::string> budget(const std::string& command, std::vector<std::string> more) {
  std::vector<std::string> arguments{command, "finance.budget", "-u", "296", "-p", "2023-8T"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

bool names(const Outcome& outcome, const std::string& text) {
  return (outcome.out + outcome.err).find(text) != std::string::npos;
}

std::string Treasury::file(const std::string& name, const std::string& content) const {
  write(office_ / name, content);
  return (office_ / name).string();
}

Outcome Treasury::fill(const std::string& file, std::vector<std::string> more) const {
  std::vector<std::string> arguments{file, "--table", "treasury"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return office_.run(budget("fill", arguments));
}

nlohmann::json Treasury::json(const std::string& file, std::vector<std::string> more) const {
  std::vector<std::string> arguments{"--json",  "fill", "finance.budget", "-u",      "296", "-p",
                                     "2023-8T", file,   "--table",        "treasury"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return nlohmann::json::parse(office_.run(arguments).out);
}

Outcome Treasury::import(const std::string& file, std::vector<std::string> more) const {
  std::vector<std::string> arguments{"treasury-statement", file};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return office_.run(budget("import", arguments));
}

std::vector<std::map<std::string, std::string>> Treasury::rows() const {
  std::vector<std::map<std::string, std::string>> all;
  const auto shown = office_.run(budget("show"));
  pugi::xml_document document;
  if (shown.status != 0 || !document.load_string(shown.out.c_str())) return all;
  for (const auto& table : document.first_child().children("table")) {
    if (std::string(table.attribute("id").value()) != "treasury") continue;
    for (const auto& row : table.children("row")) {
      auto& cells = all.emplace_back();
      for (const auto& cell : row.children("cell")) cells[cell.attribute("id").value()] = cell.child_value();
    }
  }
  return all;
}

std::vector<std::string> Treasury::lines() const {
  std::vector<std::string> all;
  for (auto& row : rows())
    all.push_back(row["project"] + "|" + row["source"] + "|" + row["allocated"] + "|" + row["disbursed"]);
  return all;
}

}  // namespace cchc::test
