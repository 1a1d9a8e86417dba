// Paints lines of a printed sheet, and measures them by the same way.
#pragma once
#include <wx/dc.h>

#include "core/presentation/paper/printed_sheet.h"

namespace cchc::shell {

// How large paper is on a DC: so many of its units are so many millimetres.
struct PaperScale {
  int units = 1, mm = 1;
};

class SheetPainter {
 public:
  SheetPainter(wxDC& dc, PaperScale scale) : dc_(dc), scale_(scale) {}

  // Height of the line in this width; painted too where `really`.
  int line(const presentation::SheetLine& line, int x, int y, int width, bool really);
  int mm(int millimetres) const { return tenths(10 * millimetres); }
  void pageNumber(int page, int x, int y, int width);

 private:
  enum class Align : unsigned char { left, centre, right };
  int tenths(int tenthsOfMm) const { return (tenthsOfMm * scale_.units + 5 * scale_.mm) / (10 * scale_.mm); }
  void font(int points, bool bold, bool italic = false);
  int wrapped(const std::string& text, int x, int y, int width, Align align, bool really);
  int cells(const presentation::SheetLine& line, int x, int y, int width, bool heading, bool really);

  wxDC& dc_;
  PaperScale scale_;
};

}  // namespace cchc::shell
