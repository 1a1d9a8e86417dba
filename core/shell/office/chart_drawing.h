// Draws a chart of bars into a device context: of the window, a picture or an SVG file.
#pragma once
#include <wx/dc.h>

#include "core/presentation/office/charts.h"

namespace cchc::shell {

// The height of the chart in the units of the context, in the font of the context.
int chartHeight(wxDC& dc, const presentation::Chart& chart);
// Draws the chart in this width. `paper`: in black on white, for a file; otherwise in the colours of the system.
void drawChart(wxDC& dc, const presentation::Chart& chart, int width, bool paper);

}  // namespace cchc::shell
