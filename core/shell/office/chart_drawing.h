// Draws one chart of bars into any device context: the window, a picture, an SVG file.
#pragma once
#include <wx/dc.h>

#include "core/presentation/office/charts.h"

namespace cchc::shell {

// The height that the chart takes at a width, both in the context's units.
int chartHeight(wxDC& dc, const presentation::Chart& chart);
// `paper`: black on white, for a file; else the system's colours.
void drawChart(wxDC& dc, const presentation::Chart& chart, int width, bool paper);

}  // namespace cchc::shell
