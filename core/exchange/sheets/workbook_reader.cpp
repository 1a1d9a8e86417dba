// XLSX is a zip of XML parts (ECMA-376, SpreadsheetML). Only the sheets, the shared strings, and the styles that mark
// percentages and dates are read.
#include "core/exchange/sheets/workbook_reader.h"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>

#include "core/base/text.h"
#include "core/exchange/sheets/workbook_number.h"

namespace cchc {
namespace {

constexpr std::size_t largestPart = std::size_t(64) << 20, mostRows = 50'000, mostColumns = 500, mostSheets = 64;

class Archive {
 public:
  explicit Archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip_ == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
  }
  ~Archive() {
    if (zip_ != nullptr) zip_discard(zip_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  bool isOpen() const { return zip_ != nullptr; }

  // Reads the bytes of a part. Returns false if it is missing, encrypted, damaged or too large.
  bool read(const std::string& name, std::string& bytes, bool& tooLarge) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(zip_, name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return false;
    if (stat.size > largestPart) {
      tooLarge = true;
      return false;
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(zip_, name.c_str(), 0), &zip_fclose);
    bytes.resize(static_cast<std::size_t>(stat.size));
    return file != nullptr && zip_fread(file.get(), bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
  }

 private:
  zip_t* zip_ = nullptr;
};

// The name without its prefix: programs use different prefixes.
std::string_view localName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([&](const pugi::xml_node& node) { return localName(node) == name; });
}

// The text of a string, rich or plain, without the phonetic runs of East Asian text.
std::string stringOf(const pugi::xml_node& item) {
  std::string text;
  for (const auto& node : item.children()) {
    if (localName(node) == "t") text += node.child_value();
    if (localName(node) == "r") text += child(node, "t").child_value();
  }
  return text;
}

// The number format of each cell style, by the style's index.
std::vector<NumberFormat> stylesOf(const pugi::xml_node& root) {
  std::map<int, NumberFormat> own;
  for (const auto& node : child(root, "numFmts").children())
    own[node.attribute("numFmtId").as_int()] = formatOf(node.attribute("formatCode").value());
  std::vector<NumberFormat> styles;
  for (const auto& node : child(root, "cellXfs").children()) {
    const int id = node.attribute("numFmtId").as_int();
    const auto found = own.find(id);
    styles.push_back(found == own.end() ? builtInFormat(id) : found->second);
  }
  return styles;
}

std::optional<std::size_t> columnOf(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > mostColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

class WorkbookReader {
 public:
  WorkbookReader(std::string_view bytes, std::string_view file) : archive_(bytes), file_(file) {}

  // Reads the first `count` sheets.
  Result<std::vector<NamedSheet>> read(std::size_t count) {
    if (!archive_.isOpen()) return fail("values.not-xlsx", file_);
    pugi::xml_document workbook, relations, other;
    CCHC_CHECK(load("xl/workbook.xml", workbook, true));
    CCHC_CHECK(load("xl/_rels/workbook.xml.rels", relations, true));
    from1904_ = child(workbook.document_element(), "workbookPr").attribute("date1904").as_bool();
    CCHC_CHECK(load("xl/sharedStrings.xml", other, false));
    for (const auto& node : other.document_element().children()) strings_.push_back(stringOf(node));
    CCHC_CHECK(load("xl/styles.xml", other, false));
    styles_ = stylesOf(other.document_element());
    std::vector<NamedSheet> sheets;
    for (const auto& node : child(workbook.document_element(), "sheets").children()) {
      if (sheets.size() == count) break;
      CCHC_CHECK(load(partOf(node, relations.document_element()), other, true));
      sheet_ = Sheet();
      sheet_.workbook = true;
      CCHC_CHECK(rows(child(other.document_element(), "sheetData")));
      sheets.push_back({node.attribute("name").value(), std::move(sheet_)});
    }
    if (sheets.empty()) return fail("values.not-xlsx", file_);
    return sheets;
  }

 private:
  Status load(const std::string& name, pugi::xml_document& document, bool needed) {
    std::string bytes;
    bool tooLarge = false;
    document.reset();
    if (!archive_.read(name, bytes, tooLarge))
      return tooLarge ? fail("values.sheet-too-large", file_)
             : needed ? Status(fail("values.not-xlsx", file_))
                      : Status();
    // pugixml expands no entities, so a DOCTYPE is harmless here. It does not check the encoding, so that is checked
    // first.
    if (!isUtf8(bytes) ||
        !document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
      return fail("values.not-xlsx", file_);
    return {};
  }

  Status rows(const pugi::xml_node& data) {
    std::size_t number = 0;
    for (const auto& node : data.children()) {
      const auto given = node.attribute("r").as_uint();
      number = given != 0 ? given : number + 1;
      if (number > mostRows) return fail("values.sheet-too-large", file_);
      CCHC_CHECK(row(node, number));
    }
    return {};
  }

  static std::string partOf(const pugi::xml_node& sheet, const pugi::xml_node& relations) {
    std::string_view id;
    for (const auto& attribute : sheet.attributes()) {
      const std::string_view name = attribute.name();
      if (name.size() > 3 && name.substr(name.size() - 3) == ":id") id = attribute.value();
    }
    for (const auto& node : relations.children()) {
      if (node.attribute("Id").value() != id) continue;
      const std::string target = node.attribute("Target").value();
      return target.substr(0, 1) == "/" ? target.substr(1) : "xl/" + target;
    }
    return {};
  }

  Status row(const pugi::xml_node& node, std::size_t number) {
    SheetRow row;
    row.number = number;
    bool content = false;
    for (const auto& cell : node.children()) {
      if (localName(cell) != "c") continue;
      const auto reference = cell.attribute("r");
      const auto column = reference ? columnOf(reference.value()) : std::optional(row.cells.size());
      if (!column || *column >= mostColumns) return fail("values.sheet-too-large", file_);
      if (row.cells.size() <= *column) row.cells.resize(*column + 1);
      CCHC_CHECK(value(cell, row, *column));
      content = content || !row.cells[*column].text.empty();
    }
    if (content) sheet_.rows.push_back(std::move(row));
    return {};
  }

  Status value(const pugi::xml_node& node, SheetRow& row, std::size_t column) {
    auto& cell = row.cells[column];
    const std::string_view type = node.attribute("t").as_string("n");
    const std::string stored = child(node, "v").child_value();
    const auto position = [&] { return cellPosition(sheet_, file_, row, column); };
    if (type == "s") {
      std::size_t index = strings_.size();
      std::from_chars(stored.data(), stored.data() + stored.size(), index);
      if (index >= strings_.size()) return fail("values.not-xlsx", position());
      cell.text = strings_[index];
    } else if (type == "inlineStr") {
      cell.text = stringOf(child(node, "is"));
    } else if (type == "e") {
      return fail("values.cell-error", position(), {{"cell", position()}, {"given", stored}});
    } else if (type == "b") {
      cell.text = stored == "1" ? "yes" : "no";
    } else if (type == "d") {
      cell = {SheetCell::Kind::date, stored.substr(0, 10)};
    } else if (type == "str") {
      cell.text = stored;
    } else if (!stored.empty()) {
      return numeric(node, stored, cell, position());
    }
    return {};
  }

  Status numeric(const pugi::xml_node& node, const std::string& stored, SheetCell& cell, const std::string& position) {
    const auto number = storedNumber(stored);
    if (!number) return fail("values.cell-error", position, {{"cell", position}, {"given", stored}});
    const auto style = node.attribute("s").as_uint();
    const auto format = style < styles_.size() ? styles_[style] : NumberFormat::general;
    if (format == NumberFormat::date) {
      if (const auto date = dateOfSerial(*number, from1904_)) {
        cell = {SheetCell::Kind::date, *date};
        return {};
      }
    }
    cell = {format == NumberFormat::percentage ? SheetCell::Kind::percentage : SheetCell::Kind::number,
            number->toText()};
    return {};
  }

  Archive archive_;
  std::string_view file_;
  bool from1904_ = false;
  std::vector<std::string> strings_;
  std::vector<NumberFormat> styles_;
  Sheet sheet_;
};

}  // namespace

Result<std::vector<NamedSheet>> readWorkbookSheets(std::string_view bytes, std::string_view file) {
  return WorkbookReader(bytes, file).read(mostSheets);
}

Result<Sheet> readFirstSheet(std::string_view bytes, std::string_view file) {
  CCHC_TRY(auto sheets, WorkbookReader(bytes, file).read(1));
  return std::move(sheets.front().sheet);
}

}  // namespace cchc
