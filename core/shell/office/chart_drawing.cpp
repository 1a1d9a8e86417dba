#include "core/shell/office/chart_drawing.h"

#include <wx/control.h>
#include <wx/settings.h>

#include <algorithm>

#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

struct Measures {
  explicit Measures(wxDC& dc) : line(dc.GetCharHeight()), bar(line * 11 / 10), gap(line / 2), margin(line) {}
  int line, bar, gap, margin;
  int heading(const presentation::Chart& chart) const {
    return margin + line * 2 + (chart.series.empty() ? 0 : line + gap) + gap;
  }
  int row(const presentation::Bar& bars) const {
    return static_cast<int>(std::max<std::size_t>(1, bars.parts.size())) * bar + gap;
  }
};

}  // namespace

int chartHeight(wxDC& dc, const presentation::Chart& chart) {
  const Measures measures(dc);
  int height = measures.heading(chart) + measures.margin;
  for (const auto& bar : chart.bars) height += measures.row(bar);
  return height;
}

void drawChart(wxDC& dc, const presentation::Chart& chart, int width, bool paper) {
  const Measures measures(dc);
  const auto ink = paper ? *wxBLACK : wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  const auto font = dc.GetFont();
  dc.SetTextForeground(ink);
  auto bold = font;
  dc.SetFont(bold.MakeBold());
  int y = measures.margin;
  dc.DrawText(wxControl::Ellipsize(wx(chart.title), dc, wxELLIPSIZE_END, width - 2 * measures.margin), measures.margin,
              y);
  dc.SetFont(font);
  y += measures.line;
  dc.DrawText(wx(chart.unit), measures.margin, y);
  y += measures.line;
  dc.SetPen(*wxTRANSPARENT_PEN);
  if (!chart.series.empty()) {
    int x = measures.margin;
    y += measures.gap;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      dc.SetBrush(wxBrush(colours::series(i)));
      dc.DrawRectangle(x, y + measures.line / 4, measures.line * 2 / 3, measures.line * 2 / 3);
      const auto name = wx(chart.series[i]);
      dc.DrawText(name, x + measures.line, y);
      x += measures.line * 2 + dc.GetTextExtent(name).GetWidth();
    }
    y += measures.line;
  }
  y = measures.heading(chart);
  int labels = 0, values = 0;
  for (const auto& bar : chart.bars) {
    labels = std::max(labels, dc.GetTextExtent(wx(bar.label)).GetWidth());
    for (const auto& part : bar.parts) values = std::max(values, dc.GetTextExtent(wx(part.value)).GetWidth());
  }
  labels = std::min(labels, width / 2);
  const int start = measures.margin * 2 + labels;
  const int longest = std::max(measures.line, width - start - values - 2 * measures.margin);
  for (const auto& bar : chart.bars) {
    const auto label = wxControl::Ellipsize(wx(bar.label), dc, wxELLIPSIZE_END, labels);
    dc.DrawText(label, measures.margin + labels - dc.GetTextExtent(label).GetWidth(),
                y + (measures.row(bar) - measures.gap - measures.line) / 2);
    for (const auto& part : bar.parts) {
      const int length = longest * part.permille / 1000;
      dc.SetBrush(wxBrush(colours::series(part.series)));
      dc.DrawRectangle(start, y + 1, std::max(length, part.permille > 0 ? 1 : 0), measures.bar - 2);
      dc.DrawText(wx(part.value), start + length + measures.gap, y + (measures.bar - measures.line) / 2);
      y += measures.bar;
    }
    y += measures.gap;
  }
}

}  // namespace cchc::shell
