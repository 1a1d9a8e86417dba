#include "core/shell/paper/sheet_painter.h"

#include <wx/tokenzr.h>

#include <algorithm>
#include <cstdint>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using Kind = presentation::SheetLine::Kind;

// A screen, a preview and each printer interpret a size in points differently. Therefore the height of the font is
// measured and its size corrected to the required size on paper.
void SheetPainter::setFont(int points, bool bold, bool italic) {
  wxFontInfo info(points);
  info.FaceName("Times New Roman").Bold(bold).Italic(italic);
  wxFont font(info);
  dc_.SetFont(font);
  // A point is 25.4/72 mm; a line of Times, or of a face with its measures, is 1.15 em high.
  // At 1200 dpi the product is too large for an int.
  const auto wanted =
      static_cast<int>(std::int64_t{points} * 254 * 115 * scale_.units / (std::int64_t{720} * 100 * scale_.mm));
  const int found = dc_.GetTextExtent("Hg").GetHeight();
  if (found <= 0) return;
  font.SetFractionalPointSize(std::max(1.0, 1.0 * points * wanted / found));
  dc_.SetFont(font);
}

int SheetPainter::layOutText(const std::string& text, int x, int y, int width, Align align, bool painting) {
  const int lineHeight = dc_.GetTextExtent("Hg").GetHeight();
  int top = y;
  const auto addLine = [&](const wxString& line) {
    if (painting) {
      const int own = dc_.GetTextExtent(line).GetWidth();
      dc_.DrawText(line, x + (align == Align::left ? 0 : align == Align::right ? width - own : (width - own) / 2), top);
    }
    top += lineHeight;
  };
  for (wxStringTokenizer paragraphs(wx(text), "\n", wxTOKEN_RET_EMPTY_ALL); paragraphs.HasMoreTokens();) {
    wxString line;
    for (wxStringTokenizer words(paragraphs.GetNextToken(), " "); words.HasMoreTokens();) {
      const auto word = words.GetNextToken();
      const auto longer = line.empty() ? word : line + " " + word;
      if (!line.empty() && dc_.GetTextExtent(longer).GetWidth() > width)
        addLine(line), line = word;
      else
        line = longer;
    }
    addLine(line);
  }
  return top - y;
}

int SheetPainter::layOutCells(const presentation::SheetLine& line, int x, int y, int width, bool heading,
                              bool painting) {
  const auto count = static_cast<int>(line.cells.size());
  const int first = count == 1 ? width : line.numbered ? mm(9) : width * 3 / 10;
  const int other = count == 1 ? 0 : (width - first) / (count - 1);
  const int pad = mm(1);
  int height = 0;
  for (const bool paint : {false, true}) {
    if (paint && !painting) break;
    int left = x;
    for (int i = 0; i < count; ++i) {
      const int own = i == 0 ? first : i == count - 1 ? x + width - left : other;
      const auto& text = line.cells[static_cast<std::size_t>(i)];
      // A figure, possibly with a qualifier as in "ước 2.956", but not a date or a citation.
      const bool figure = !heading && i > 0 && !text.empty() && text.back() >= '0' && text.back() <= '9' &&
                          text.size() < 24 && text.find('/') == std::string::npos;
      const auto align = heading ? Align::centre : figure ? Align::right : Align::left;
      if (paint) dc_.DrawRectangle(left, y, own + 1, height + 1);
      const int used = layOutText(text, left + pad, y + pad / 2, own - 2 * pad, align, paint) + pad;
      if (!paint) height = std::max(height, used);
      left += own;
    }
  }
  return height;
}

int SheetPainter::layOut(const presentation::SheetLine& line, int x, int y, int width, bool painting) {
  dc_.SetTextForeground(*wxBLACK);
  dc_.SetPen(wxPen(*wxBLACK, std::max(1, tenths(2))));
  dc_.SetBrush(*wxTRANSPARENT_BRUSH);
  const auto& text = line.cells.front();
  switch (line.kind) {
    case Kind::heading:
      setFont(13, true);
      return layOutText(text, x, y, width, Align::left, painting) + mm(4);
    case Kind::title:
      setFont(14, true);
      return layOutText(text, x, y, width, Align::centre, painting) + mm(1);
    case Kind::subtitle:
      setFont(13, false, true);
      return layOutText(text, x, y, width, Align::centre, painting) + mm(4);
    case Kind::group:
      setFont(13, true);
      return layOutText(text, x, y + mm(2), width, Align::left, painting) + mm(3);
    case Kind::tableTitle:
      setFont(13, false, true);
      return layOutText(text, x, y + mm(2), width, Align::left, painting) + mm(3);
    case Kind::figure: {
      setFont(13, false);
      const int value = width * 3 / 10, unit = width * 2 / 10, label = width - value - unit - mm(2);
      const int a = layOutText(text, x, y, label, Align::left, painting);
      setFont(13, true);
      const int b = layOutText(line.cells[1], x + label + mm(1), y, value - mm(1), Align::right, painting);
      setFont(13, false);
      const int c = layOutText(line.cells[2], x + label + value + mm(2), y, unit, Align::left, painting);
      return std::max({a, b, c}) + mm(1);
    }
    case Kind::tableHeading:
      setFont(line.cells.size() > 6 ? 9 : 11, true);
      return layOutCells(line, x, y, width, true, painting);
    case Kind::tableRow:
      setFont(line.cells.size() > 6 ? 9 : 11, false);
      return layOutCells(line, x, y, width, false, painting);
    case Kind::paragraph:
      setFont(13, false);
      return layOutText(text, x, y, width, Align::left, painting) + mm(2);
    case Kind::space:
      return mm(4);
    case Kind::signature: {
      setFont(13, true);
      int used = layOutText(line.cells[0], x, y, width / 2, Align::centre, painting);
      used = std::max(used, layOutText(line.cells[1], x + width / 2, y, width / 2, Align::centre, painting));
      return used + mm(30);  // room for the signature and the stamp
    }
  }
  return 0;
}

void SheetPainter::pageNumber(int page, int x, int y, int width) {
  if (page < 2) return;
  setFont(13, false);
  layOutText(std::to_string(page), x, y, width, Align::centre, true);
}

}  // namespace cchc::shell
