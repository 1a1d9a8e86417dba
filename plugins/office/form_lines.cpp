#include "plugins/office/form_lines.h"

#include <utility>

#include "core/base/text.h"

namespace cchc::office {

std::vector<FormLine> splitLines(std::string_view text, char delimiter) {
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
  std::vector<FormLine> lines;
  std::size_t number = 1;
  FormLine line{number, {}};
  std::string cell;
  bool quoted = false;
  const auto endCell = [&] { line.cells.push_back(foldSpace(cell)), cell.clear(); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++number;
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        cell += '"', ++i;
      else
        quoted = false;
    } else if (c == '"' && trim(cell).empty()) {  // a quotation mark inside a name does not begin a quoted cell
      quoted = true;
      cell.clear();
    } else if (c == delimiter) {
      endCell();
    } else if (c == '\n') {
      endCell();
      lines.push_back(std::exchange(line, FormLine{number, {}}));
    } else {
      cell += c;
    }
  }
  endCell();
  lines.push_back(std::move(line));
  return lines;
}

}  // namespace cchc::office
