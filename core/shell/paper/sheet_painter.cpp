#include "core/shell/paper/sheet_painter.h"

#include <wx/tokenzr.h>

#include <algorithm>
#include <cstdint>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using Kind = presentation::SheetLine::Kind;

// A size in points is taken differently by a screen, a preview and each printer: the font is measured, and corrected to
// what the paper asks for.
void SheetPainter::font(int points, bool bold, bool italic) {
  wxFontInfo info(points);
  info.FaceName("Times New Roman").Bold(bold).Italic(italic);
  wxFont font(info);
  dc_.SetFont(font);
  // A point is 25.4/72 mm; a line of Times, and of what stands in for it, is 1.15 em.
  // At 1200 dpi the product is more than an int holds.
  const auto wanted =
      static_cast<int>(std::int64_t{points} * 254 * 115 * scale_.units / (std::int64_t{720} * 100 * scale_.mm));
  const int found = dc_.GetTextExtent("Hg").GetHeight();
  if (found <= 0) return;
  font.SetFractionalPointSize(std::max(1.0, 1.0 * points * wanted / found));
  dc_.SetFont(font);
}

int SheetPainter::wrapped(const std::string& text, int x, int y, int width, Align align, bool really) {
  const int lineHeight = dc_.GetTextExtent("Hg").GetHeight();
  int top = y;
  const auto put = [&](const wxString& line) {
    if (really) {
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
        put(line), line = word;
      else
        line = longer;
    }
    put(line);
  }
  return top - y;
}

int SheetPainter::cells(const presentation::SheetLine& line, int x, int y, int width, bool heading, bool really) {
  const auto count = static_cast<int>(line.cells.size());
  const int first = count == 1 ? width : line.numbered ? mm(9) : width * 3 / 10;
  const int other = count == 1 ? 0 : (width - first) / (count - 1);
  const int pad = mm(1);
  int height = 0;
  for (const bool paint : {false, true}) {
    if (paint && !really) break;
    int left = x;
    for (int i = 0; i < count; ++i) {
      const int own = i == 0 ? first : i == count - 1 ? x + width - left : other;
      const auto& text = line.cells[static_cast<std::size_t>(i)];
      // "ước 2.956" too; no date, no citation.
      const bool figure = !heading && i > 0 && !text.empty() && text.back() >= '0' && text.back() <= '9' &&
                          text.size() < 24 && text.find('/') == std::string::npos;
      const auto align = heading ? Align::centre : figure ? Align::right : Align::left;
      if (paint) dc_.DrawRectangle(left, y, own + 1, height + 1);
      const int used = wrapped(text, left + pad, y + pad / 2, own - 2 * pad, align, paint) + pad;
      if (!paint) height = std::max(height, used);
      left += own;
    }
  }
  return height;
}

int SheetPainter::line(const presentation::SheetLine& line, int x, int y, int width, bool really) {
  dc_.SetTextForeground(*wxBLACK);
  dc_.SetPen(wxPen(*wxBLACK, std::max(1, tenths(2))));
  dc_.SetBrush(*wxTRANSPARENT_BRUSH);
  const auto& text = line.cells.front();
  switch (line.kind) {
    case Kind::heading:
      font(13, true);
      return wrapped(text, x, y, width, Align::left, really) + mm(4);
    case Kind::title:
      font(14, true);
      return wrapped(text, x, y, width, Align::centre, really) + mm(1);
    case Kind::subtitle:
      font(13, false, true);
      return wrapped(text, x, y, width, Align::centre, really) + mm(4);
    case Kind::group:
      font(13, true);
      return wrapped(text, x, y + mm(2), width, Align::left, really) + mm(3);
    case Kind::tableTitle:
      font(13, false, true);
      return wrapped(text, x, y + mm(2), width, Align::left, really) + mm(3);
    case Kind::figure: {
      font(13, false);
      const int value = width * 3 / 10, unit = width * 2 / 10, label = width - value - unit - mm(2);
      const int a = wrapped(text, x, y, label, Align::left, really);
      font(13, true);
      const int b = wrapped(line.cells[1], x + label + mm(1), y, value - mm(1), Align::right, really);
      font(13, false);
      const int c = wrapped(line.cells[2], x + label + value + mm(2), y, unit, Align::left, really);
      return std::max({a, b, c}) + mm(1);
    }
    case Kind::tableHeading:
      font(line.cells.size() > 6 ? 9 : 11, true);
      return cells(line, x, y, width, true, really);
    case Kind::tableRow:
      font(line.cells.size() > 6 ? 9 : 11, false);
      return cells(line, x, y, width, false, really);
    case Kind::paragraph:
      font(13, false);
      return wrapped(text, x, y, width, Align::left, really) + mm(2);
    case Kind::space:
      return mm(4);
    case Kind::signature: {
      font(13, true);
      int used = wrapped(line.cells[0], x, y, width / 2, Align::centre, really);
      used = std::max(used, wrapped(line.cells[1], x + width / 2, y, width / 2, Align::centre, really));
      return used + mm(30);  // room for a hand and a stamp
    }
  }
  return 0;
}

// In the middle of the top margin, not on the first page.
void SheetPainter::pageNumber(int page, int x, int y, int width) {
  if (page < 2) return;
  font(13, false);
  wrapped(std::to_string(page), x, y, width, Align::centre, true);
}

}  // namespace cchc::shell
