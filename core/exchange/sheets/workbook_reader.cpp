// XLSX is a zip of XML parts (ECMA-376, SpreadsheetML). Only the sheets, the shared strings and the number formats are
// read.
#include "core/exchange/sheets/workbook_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "core/exchange/sheets/cell_format.h"
#include "core/exchange/sheets/workbook_parts.h"
#include "core/exchange/sheets/workbook_sheet.h"

namespace cchc {
namespace {

constexpr std::size_t mostSheets = 256, mostStrings = 1'000'000, mostStyles = 100'000;

struct SheetEntry {
  std::string name, relation;
  bool hidden = false;
};

class WorkbookPart final : public PartHandler {
 public:
  bool start(std::string_view element, const std::vector<Attribute>& attributes) override {
    SheetEntry entry;
    for (const auto& [name, value] : attributes) {
      if (name == "date1904") from1904 = from1904 || value == "1" || value == "true";
      if (name == "name") entry.name = value;
      if (name == "id") entry.relation = value;
      if (name == "state") entry.hidden = value != "visible";
    }
    if (element == "sheet") sheets.push_back(std::move(entry));
    return sheets.size() <= mostSheets;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view) override { return true; }

  bool from1904 = false;
  std::vector<SheetEntry> sheets;
};

class StringsPart final : public PartHandler {
 public:
  StringsPart(std::vector<std::string>& strings, std::size_t room) : strings_(strings), room_(room) {}

  bool start(std::string_view element, const std::vector<Attribute>& attributes) override {
    raised_.start(element, attributes);
    if (element == "rPh") phonetic_ = true;
    if (element == "t") inText_ = !phonetic_;
    return true;
  }
  bool text(std::string_view text) override {
    if (!inText_) return true;
    if (text.size() > room_) return limit = "values.limit.text", false;
    room_ -= text.size();
    stored_ += raised_.shown(text);
    return true;
  }
  bool end(std::string_view element) override {
    raised_.end(element);
    if (element == "rPh") phonetic_ = false;
    if (element == "t") inText_ = false;
    if (element != "si") return true;
    if (strings_.size() == mostStrings) return limit = "values.limit.cells", false;
    strings_.push_back(cellString(stored_));
    stored_.clear();
    return true;
  }

  std::string_view limit;  // the text of the limit that is exceeded

 private:
  std::vector<std::string>& strings_;
  std::size_t room_;
  std::string stored_;
  bool phonetic_ = false, inText_ = false;
  RaisedText raised_;
};

class StylesPart final : public PartHandler {
 public:
  explicit StylesPart(std::vector<CellFormat>& formats) : formats_(formats) {}

  bool start(std::string_view element, const std::vector<Attribute>& attributes) override {
    if (element == "cellXfs") inCells_ = true;
    int id = 0;
    std::string_view code;
    for (const auto& [name, value] : attributes) {
      if (name == "numFmtId") std::from_chars(value.data(), value.data() + value.size(), id);
      if (name == "formatCode") code = value;
    }
    if (element == "numFmt") own_.insert_or_assign(id, CellFormat(code));
    if (element == "xf" && inCells_) {
      const auto found = own_.find(id);
      formats_.push_back(found == own_.end() ? CellFormat::builtIn(id) : found->second);
    }
    return formats_.size() <= mostStyles && own_.size() <= mostStyles;
  }
  bool text(std::string_view) override { return true; }
  bool end(std::string_view element) override {
    if (element == "cellXfs") inCells_ = false;
    return true;
  }

 private:
  std::vector<CellFormat>& formats_;
  std::map<int, CellFormat> own_;
  bool inCells_ = false;
};

class Workbook {
 public:
  Workbook(std::string_view bytes, std::string_view file) : parts_(bytes), file_(file) {}

  // Reads what the sheets share, and which sheets there are.
  Status open() {
    if (!parts_.isOpen()) return damaged();
    CCHC_TRY(const auto root, parts_.relationsOf("", file_));
    const auto document =
        std::find_if(root.begin(), root.end(), [](const Relation& each) { return each.type == "officeDocument"; });
    // Some programs write no relations of the whole file.
    const std::string main = document == root.end() ? "xl/workbook.xml" : document->target;
    CCHC_TRY(relations_, parts_.relationsOf(main, file_));
    CCHC_TRY(const bool whole, parts_.parse(main, file_, workbook_));
    if (!whole) return tooLarge(file_, "values.limit.sheets");
    content_.from1904 = workbook_.from1904;
    if (const auto part = related("sharedStrings"); !part.empty()) {
      StringsPart strings(content_.strings, content_.textLeft);
      CCHC_TRY(const bool read, parts_.parse(part, file_, strings));
      if (!read) return tooLarge(file_, strings.limit);
    }
    if (const auto part = related("styles"); !part.empty()) {
      StylesPart styles(content_.formats);
      CCHC_TRY(const bool read, parts_.parse(part, file_, styles));
      if (!read) return damaged();
    }
    return {};
  }

  // Reads the sheets that `wanted` accepts by their names.
  template <class Wanted>
  Result<std::vector<Sheet>> sheets(const Wanted& wanted) {
    std::vector<Sheet> all;
    for (const auto& entry : workbook_.sheets) {
      const auto relation = std::find_if(relations_.begin(), relations_.end(),
                                         [&](const Relation& each) { return each.id == entry.relation; });
      if (relation == relations_.end()) return damaged();
      if (relation->type != "worksheet" || !wanted(entry.name)) continue;
      Sheet sheet;
      sheet.workbook = true;
      sheet.hidden = entry.hidden;
      sheet.name = entry.name;
      CCHC_CHECK(readWorkbookSheet(parts_, relation->target, file_, content_, sheet));
      all.push_back(std::move(sheet));
    }
    return all;
  }

 private:
  tl::unexpected<Error> damaged() const { return fail("values.not-xlsx", file_); }
  std::string related(std::string_view type) const {
    const auto found =
        std::find_if(relations_.begin(), relations_.end(), [&](const Relation& each) { return each.type == type; });
    return found == relations_.end() ? std::string() : found->target;
  }

  WorkbookParts parts_;
  std::string_view file_;
  std::vector<Relation> relations_;
  WorkbookPart workbook_;
  WorkbookContent content_;
};

}  // namespace

bool isZip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::string otherWorkbookKind(std::string_view bytes) {
  const WorkbookParts parts(bytes);
  if (!parts.isOpen()) return {};
  if (parts.beginningOf("mimetype").starts_with("application/vnd.oasis.opendocument")) return ".ods";
  return parts.contains("xl/workbook.bin") ? ".xlsb" : "";
}

Result<std::vector<Sheet>> readWorkbook(std::string_view bytes, std::string_view file) {
  Workbook workbook(bytes, file);
  CCHC_CHECK(workbook.open());
  CCHC_TRY(auto sheets, workbook.sheets([](const std::string&) { return true; }));
  if (sheets.empty()) return fail("values.not-xlsx", file);
  return sheets;
}

Result<std::optional<Sheet>> readSheetNamed(std::string_view name, std::string_view bytes, std::string_view file) {
  Workbook workbook(bytes, file);
  CCHC_CHECK(workbook.open());
  CCHC_TRY(auto sheets, workbook.sheets([&](const std::string& each) { return each == name; }));
  return sheets.empty() ? std::optional<Sheet>() : std::optional(std::move(sheets.front()));
}

}  // namespace cchc
