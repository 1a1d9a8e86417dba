// Draws a bar chart in the device context of the window, a picture or an SVG file.
#pragma once
#include <wx/dc.h>

#include "core/presentation/office/charts.h"

namespace cchc::shell {

// The height of the chart in the context's units and font.
int chartHeight(wxDC& dc, const presentation::Chart& chart);
// Draws the chart with this width. `paper`: in black on white, for a file; otherwise in the colours of the system.
void drawChart(wxDC& dc, const presentation::Chart& chart, int width, bool paper);

}  // namespace cchc::shell
