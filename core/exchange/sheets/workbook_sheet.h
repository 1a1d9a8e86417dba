// Reads one worksheet part of a workbook. Private to this folder.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/sheets/cell_format.h"
#include "core/exchange/sheets/cells.h"
#include "core/exchange/sheets/workbook_parts.h"

namespace cchc {

// What the sheets of a workbook share.
struct WorkbookContent {
  bool from1904 = false;
  std::vector<std::string> strings;
  std::vector<CellFormat> formats;  // by the index of the style
  // What the sheets may still hold together.
  std::size_t cellsLeft = 500'000, textLeft = std::size_t(16) << 20U;
};

// Decodes "_x000D_" and makes each line end a newline.
std::string cellString(std::string_view stored);

// Digits that a text shows raised or lowered are not digits of its figures: "63" with a raised 2 is "63²".
class RaisedText {
 public:
  void start(std::string_view element, const std::vector<PartHandler::Attribute>& attributes);
  void end(std::string_view element);
  std::string shown(std::string_view text) const;

 private:
  enum class Place : unsigned char { line, raised, lowered } place_ = Place::line;
};

// Reads the part into `sheet`, whose name and visibility are set. Reduces what is left in `content`.
// Errors: those of readWorkbook
Status readWorkbookSheet(const WorkbookParts& parts, const std::string& part, std::string_view file,
                         WorkbookContent& content, Sheet& sheet);

}  // namespace cchc
