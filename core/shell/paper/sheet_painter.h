// Paints the lines of a printed sheet on a device context, and measures them.
#pragma once
#include <wx/dc.h>

#include <string>

#include "core/presentation/paper/printed_sheet.h"

namespace cchc::shell {

// The scale of the paper on a device context: `units` units are `mm` millimetres.
struct PaperScale {
  int units = 1, mm = 1;
};

class SheetPainter {
 public:
  SheetPainter(wxDC& dc, PaperScale scale) : dc_(dc), scale_(scale) {}

  // All lengths are in units of the context.
  int heightOf(const presentation::SheetLine& line, int width) { return layOut(line, 0, 0, width, false); }
  // Paints the line; returns its height.
  int paint(const presentation::SheetLine& line, int x, int y, int width) { return layOut(line, x, y, width, true); }
  int mm(int millimetres) const { return tenths(10 * millimetres); }  // a length in units
  // Paints the number of a page (from 1), centred; the first page has none.
  void pageNumber(int page, int x, int y, int width);

 private:
  enum class Align : unsigned char { left, centre, right };
  // Each returns the height, and paints only if `painting` is set.
  int layOut(const presentation::SheetLine& line, int x, int y, int width, bool painting);
  int layOutText(const std::string& text, int x, int y, int width, Align align, bool painting);
  int layOutCells(const presentation::SheetLine& line, int x, int y, int width, bool heading, bool painting);
  int tenths(int tenthsOfMm) const { return (tenthsOfMm * scale_.units + 5 * scale_.mm) / (10 * scale_.mm); }
  void setFont(int points, bool bold, bool italic = false);

  wxDC& dc_;
  PaperScale scale_;
};

}  // namespace cchc::shell
