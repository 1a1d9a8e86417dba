// Writes the parts of SpreadsheetML (ECMA-376 part 1) that a sheet to be filled in needs; libzip zips them.
#include "core/exchange/sheets/workbook_writer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/package/zip_writer.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {
namespace {

constexpr auto mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr auto relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr auto packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::size_t longestInlineList = 250;  // characters; Excel does not accept a longer list inside a rule

std::string textOf(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

pugi::xml_node rootOf(pugi::xml_document& document, const char* name, const char* ofNamespace) {
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  auto root = document.append_child(name);
  root.append_attribute("xmlns") = ofNamespace;
  return root;
}

pugi::xml_node add(pugi::xml_node parent, const char* name,
                   std::initializer_list<std::pair<const char*, std::string>> attributes) {
  auto node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
  return node;
}

std::string cellName(std::size_t row, std::size_t column) { return columnLetters(column) + std::to_string(row + 1); }

// What a style is made of: indices of a font, a fill, a border and a number format; whether text wraps, and whether the
// cell is unlocked.
struct StyleParts {
  int font, fill, border, format;
  bool wrapped, open;
};
constexpr int asText = 49, dayMonthYear = 164, grouped = 165, groupedWithDecimals = 166;
constexpr std::array<StyleParts, 11> styleParts = {{
    // in the order of CellStyle
    {0, 0, 0, 0, false, false},                   // plain
    {1, 0, 0, 0, false, false},                   // title
    {2, 2, 1, 0, true, false},                    // heading
    {2, 3, 1, 0, true, false},                    // group
    {0, 0, 1, 0, true, false},                    // label
    {3, 0, 1, 0, true, false},                    // hint
    {3, 3, 1, 0, true, false},                    // computed
    {0, 4, 1, asText, true, true},                // textEntry
    {0, 4, 1, grouped, false, true},              // integerEntry
    {0, 4, 1, groupedWithDecimals, false, true},  // decimalEntry
    {0, 4, 1, dayMonthYear, false, true},         // dateEntry
}};

std::string styles() {
  pugi::xml_document document;
  auto root = rootOf(document, "styleSheet", mainNamespace);
  auto formats = add(root, "numFmts", {{"count", "3"}});
  add(formats, "numFmt", {{"numFmtId", std::to_string(dayMonthYear)}, {"formatCode", "dd/mm/yyyy"}});
  add(formats, "numFmt", {{"numFmtId", std::to_string(grouped)}, {"formatCode", "#,##0"}});
  add(formats, "numFmt", {{"numFmtId", std::to_string(groupedWithDecimals)}, {"formatCode", "#,##0.######"}});
  auto fonts = add(root, "fonts", {{"count", "4"}});
  const auto font = [&](const char* size, bool bold, bool italic, const char* colour) {
    auto node = fonts.append_child("font");
    if (bold) node.append_child("b");
    if (italic) node.append_child("i");
    add(node, "sz", {{"val", size}});
    if (colour != nullptr) add(node, "color", {{"rgb", colour}});
    add(node, "name", {{"val", "Times New Roman"}});
    add(node, "family", {{"val", "1"}});
  };
  font("12", false, false, nullptr);
  font("14", true, false, nullptr);
  font("12", true, false, nullptr);
  font("11", false, true, "FF555555");
  auto fills = add(root, "fills", {{"count", "5"}});
  for (const auto* pattern : {"none", "gray125"})
    add(fills.append_child("fill"), "patternFill", {{"patternType", pattern}});
  for (const auto* colour : {"FFD9E2F3", "FFEDEDED", "FFFFFBE6"}) {
    auto pattern = add(fills.append_child("fill"), "patternFill", {{"patternType", "solid"}});
    add(pattern, "fgColor", {{"rgb", colour}});
    add(pattern, "bgColor", {{"indexed", "64"}});
  }
  auto borders = add(root, "borders", {{"count", "2"}});
  auto none = borders.append_child("border"), thin = borders.append_child("border");
  for (const auto* side : {"left", "right", "top", "bottom", "diagonal"}) {
    none.append_child(side);
    if (std::string_view(side) == "diagonal")
      thin.append_child(side);
    else
      add(add(thin, side, {{"style", "thin"}}), "color", {{"rgb", "FF9E9E9E"}});
  }
  add(add(root, "cellStyleXfs", {{"count", "1"}}), "xf",
      {{"numFmtId", "0"}, {"fontId", "0"}, {"fillId", "0"}, {"borderId", "0"}});
  auto cells = add(root, "cellXfs", {{"count", std::to_string(styleParts.size())}});
  for (const auto& parts : styleParts) {
    auto node = add(cells, "xf",
                    {{"numFmtId", std::to_string(parts.format)},
                     {"fontId", std::to_string(parts.font)},
                     {"fillId", std::to_string(parts.fill)},
                     {"borderId", std::to_string(parts.border)},
                     {"xfId", "0"},
                     {"applyNumberFormat", "1"},
                     {"applyFont", "1"},
                     {"applyFill", "1"},
                     {"applyBorder", "1"},
                     {"applyAlignment", "1"},
                     {"applyProtection", "1"}});
    add(node, "alignment", {{"vertical", "top"}, {"wrapText", parts.wrapped ? "1" : "0"}});
    add(node, "protection", {{"locked", parts.open ? "0" : "1"}});
  }
  add(add(root, "cellStyles", {{"count", "1"}}), "cellStyle", {{"name", "Normal"}, {"xfId", "0"}, {"builtinId", "0"}});
  return textOf(document);
}

// Lists that are too long for a rule are written to a hidden sheet, one column each.
class Lists {
 public:
  std::string formula(const std::vector<std::string>& choices) {
    std::string inside;
    bool plain = true;
    for (const auto& choice : choices) {
      inside += (inside.empty() ? "" : ",") + choice;
      plain = plain && choice.find_first_of(",\"") == std::string::npos;
    }
    if (plain && inside.size() <= longestInlineList) return '"' + inside + '"';
    columns_.push_back(choices);
    const auto column = columnLetters(columns_.size() - 1);
    return std::string(name) + "!$" + column + "$1:$" + column + "$" + std::to_string(choices.size());
  }
  bool empty() const { return columns_.empty(); }
  SheetOut sheet() const {
    SheetOut sheet{name, true, {}, {}, 0, {}};
    for (std::size_t row = 0, more = 1; more != 0; ++row) {
      more = 0;
      std::vector<CellOut> cells(columns_.size());
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (row >= columns_[i].size()) continue;
        cells[i] = {CellOut::Kind::text, columns_[i][row], CellStyle::plain};
        ++more;
      }
      if (more != 0) sheet.rows.push_back(std::move(cells));
    }
    return sheet;
  }

 private:
  static constexpr auto name = "cchc_lists";
  std::vector<std::vector<std::string>> columns_;
};

// How many lines the longest wrapped cell needs.
std::size_t linesOf(const SheetOut& sheet, const std::vector<CellOut>& cells) {
  std::size_t most = 1;
  for (std::size_t i = 0; i < cells.size() && i < sheet.columns.size(); ++i) {
    if (cells[i].kind != CellOut::Kind::text || !styleParts[static_cast<std::size_t>(cells[i].style)].wrapped ||
        sheet.columns[i].hidden)
      continue;
    const auto width = static_cast<std::size_t>(sheet.columns[i].width);
    most = std::max(most, std::min<std::size_t>(20, (lengthOf(cells[i].text) + width - 1) / width));
  }
  return most;
}

void cell(pugi::xml_node row, const CellOut& cell, const std::string& name) {
  auto node = add(row, "c", {{"r", name}, {"s", std::to_string(static_cast<int>(cell.style))}});
  if (cell.kind == CellOut::Kind::number) {
    node.append_child("v").text().set(cell.text.c_str());
  } else if (cell.kind == CellOut::Kind::text) {
    node.append_attribute("t") = "inlineStr";
    auto text = node.append_child("is").append_child("t");
    text.append_attribute("xml:space") = "preserve";
    text.text().set(cell.text.c_str());
  }
}

std::string worksheet(const SheetOut& sheet, Lists& lists) {
  pugi::xml_document document;
  auto root = rootOf(document, "worksheet", mainNamespace);
  add(root.append_child("sheetPr"), "pageSetUpPr", {{"fitToPage", "1"}});
  auto view = add(root.append_child("sheetViews"), "sheetView", {{"workbookViewId", "0"}});
  if (sheet.frozenRows != 0) {
    add(view, "pane",
        {{"ySplit", std::to_string(sheet.frozenRows)},
         {"topLeftCell", cellName(sheet.frozenRows, 0)},
         {"activePane", "bottomLeft"},
         {"state", "frozen"}});
  }
  add(root, "sheetFormatPr", {{"defaultRowHeight", "16"}});
  if (!sheet.columns.empty()) {
    auto columns = root.append_child("cols");
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      const auto& column = sheet.columns[i];
      auto node = add(columns, "col",
                      {{"min", std::to_string(i + 1)},
                       {"max", std::to_string(i + 1)},
                       {"width", std::to_string(column.width)},
                       {"customWidth", "1"},
                       {"style", std::to_string(static_cast<int>(column.style))}});
      if (column.hidden) node.append_attribute("hidden") = "1";
    }
  }
  auto data = root.append_child("sheetData");
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    auto row = add(data, "row", {{"r", std::to_string(i + 1)}});
    // An estimate: the spreadsheet program sets the height again when a person types into the row.
    if (const auto lines = linesOf(sheet, sheet.rows[i]); lines > 1)
      row.append_attribute("ht") = std::to_string(lines * 16).c_str();
    for (std::size_t j = 0; j < sheet.rows[i].size(); ++j) cell(row, sheet.rows[i][j], cellName(i, j));
  }
  add(root, "sheetProtection",
      {{"sheet", "1"}, {"objects", "1"}, {"scenarios", "1"}, {"formatColumns", "0"}, {"formatRows", "0"}});
  if (!sheet.lists.empty()) {
    auto rules = add(root, "dataValidations", {{"count", std::to_string(sheet.lists.size())}});
    for (const auto& list : sheet.lists) {
      const auto range = cellName(list.firstRow, list.column) + ":" + cellName(list.lastRow, list.column);
      auto rule = add(rules, "dataValidation",
                      {{"type", "list"}, {"allowBlank", "1"}, {"showErrorMessage", "1"}, {"sqref", range}});
      rule.append_child("formula1").text().set(lists.formula(list.choices).c_str());
    }
  }
  add(root, "pageMargins",
      {{"left", "0.5"}, {"right", "0.5"}, {"top", "0.6"}, {"bottom", "0.6"}, {"header", "0.3"}, {"footer", "0.3"}});
  add(root, "pageSetup", {{"paperSize", "9"}, {"orientation", "landscape"}, {"fitToWidth", "1"}, {"fitToHeight", "0"}});
  return textOf(document);
}

std::vector<ZipPart> partsOf(const std::vector<SheetOut>& given) {
  std::vector<ZipPart> parts;
  Lists lists;
  std::vector<std::string> contents;
  auto sheets = given;
  for (const auto& sheet : given) contents.push_back(worksheet(sheet, lists));
  if (!lists.empty()) {
    sheets.push_back(lists.sheet());
    contents.push_back(worksheet(sheets.back(), lists));
  }
  pugi::xml_document types, package, workbook, relations;
  auto typesRoot = rootOf(types, "Types", "http://schemas.openxmlformats.org/package/2006/content-types");
  add(typesRoot, "Default",
      {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  add(typesRoot, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  add(typesRoot, "Override", {{"PartName", "/xl/workbook.xml"}, {"ContentType", kind + "sheet.main+xml"}});
  add(typesRoot, "Override", {{"PartName", "/xl/styles.xml"}, {"ContentType", kind + "styles+xml"}});
  auto packageRoot = rootOf(package, "Relationships", packageRelations);
  add(packageRoot, "Relationship",
      {{"Id", "rId1"}, {"Type", std::string(relationNamespace) + "/officeDocument"}, {"Target", "xl/workbook.xml"}});
  auto workbookRoot = rootOf(workbook, "workbook", mainNamespace);
  workbookRoot.append_attribute("xmlns:r") = relationNamespace;
  auto sheetList = workbookRoot.append_child("sheets");
  auto relationsRoot = rootOf(relations, "Relationships", packageRelations);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto number = std::to_string(i + 1), file = "sheet" + number + ".xml";
    auto node = add(sheetList, "sheet", {{"name", sheets[i].name}, {"sheetId", number}});
    if (sheets[i].hidden) node.append_attribute("state") = "hidden";
    node.append_attribute("r:id") = ("rId" + number).c_str();
    add(relationsRoot, "Relationship",
        {{"Id", "rId" + number},
         {"Type", std::string(relationNamespace) + "/worksheet"},
         {"Target", "worksheets/" + file}});
    add(typesRoot, "Override", {{"PartName", "/xl/worksheets/" + file}, {"ContentType", kind + "worksheet+xml"}});
    parts.push_back({"xl/worksheets/" + file, std::move(contents[i])});
  }
  const auto last = std::to_string(sheets.size() + 1);
  add(relationsRoot, "Relationship",
      {{"Id", "rId" + last}, {"Type", std::string(relationNamespace) + "/styles"}, {"Target", "styles.xml"}});
  parts.insert(parts.begin(), {{"[Content_Types].xml", textOf(types)},
                               {"_rels/.rels", textOf(package)},
                               {"xl/workbook.xml", textOf(workbook)},
                               {"xl/_rels/workbook.xml.rels", textOf(relations)},
                               {"xl/styles.xml", styles()}});
  return parts;
}

}  // namespace

Result<std::string> writeWorkbook(const std::vector<SheetOut>& sheets) { return writeZip(partsOf(sheets), "xlsx"); }

}  // namespace cchc
