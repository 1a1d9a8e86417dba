// FormView: painting.
#include <wx/control.h>
#include <wx/dc.h>
#include <wx/settings.h>

#include <algorithm>
#include <string>

#include "core/shell/section/form_fields.h"
#include "core/shell/section/form_view.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using presentation::FormRow;

namespace {

const char* mark(const std::optional<Severity>& worst) { return worst ? presentation::severityShape(*worst) : ""; }

}  // namespace

void FormView::paint(wxDC& dc) {
  const int width = GetClientSize().GetWidth();
  dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)));
  dc.Clear();
  dc.SetFont(GetFont());
  if (form() == nullptr) {
    dc.SetTextForeground(colours::quiet());
    dc.DrawText(wx(workspace_.words()("form-view.choose-section")), FromDIP(16), FromDIP(16));
    return;
  }
  // Only the rows that are visible and have changed are drawn, so a section of 500 fields costs no more than one of 20.
  const auto changed = GetUpdateRegion().GetBox();
  const auto first = rowAt({1, std::max(changed.GetTop(), rowHeight())});
  for (auto row = first.value_or(0);
       first && row < form()->rows().size() && areaOf(row).GetTop() <= changed.GetBottom(); ++row) {
    if (GetUpdateRegion().Contains(areaOf(row)) != wxOutRegion) paintRow(dc, row, width);
  }
  dc.SetDeviceOrigin(0, 0);  // the heading stays while the rows scroll
  if (changed.GetTop() < rowHeight()) paintHeader(dc, width);
}

void FormView::paintHeader(wxDC& dc, int width) {
  const auto words = workspace_.words();
  const auto& sizes = sizes_;
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
  dc.DrawRectangle(0, 0, width, rowHeight());
  dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNTEXT));
  const int y = (rowHeight() - dc.GetCharHeight()) / 2;
  dc.DrawText(wx(words("form-view.heading.field")), FromDIP(10), y);
  const auto right = [&](const std::string& text, int end) {
    const auto shown = wx(text);
    dc.DrawText(shown, end - dc.GetTextExtent(shown).GetWidth() - FromDIP(6), y);
  };
  right(words("form-view.heading.figure"), sizes.label + sizes.value);
  dc.DrawText(wx(words("form-view.heading.unit")), sizes.label + sizes.value + FromDIP(4), y);
  const std::string headings[] = {words("form-view.heading.previous"), words("form-view.heading.last-year"),
                                  words("form-view.heading.target")};
  int end = sizes.label + sizes.value + sizes.unit;
  for (const auto shown : sizes.shown) right(headings[shown], end += sizes.compare);
}

void FormView::paintRow(wxDC& dc, std::size_t row, int width) {
  const auto one = form()->rows()[row];
  const wxRect area(0, top(row), width, height(row));
  const bool current = current_ && *current_ == row;
  const int y = area.y + (rowHeight() - dc.GetCharHeight()) / 2;
  if (one.kind == FormRow::Kind::group) {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(form()->enteredInGroup(one.index) ? colours::notice() : colours::band());
    dc.DrawRectangle(area);
    auto bold = GetFont();
    bold.MakeBold();
    dc.SetFont(bold);
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
    const auto title = (form()->folded(one.index) ? "▸ " : "▾ ") + form()->groupTitle(one.index);
    dc.DrawText(wxControl::Ellipsize(wx(title), dc, wxELLIPSIZE_END, width - scaled(230)), FromDIP(8), y);
    dc.SetFont(GetFont());
    if (form()->editing().definition().groups[one.index].mayBeNothing) {
      const auto box =
          std::string(form()->groupNothing(one.index) ? "☑ " : "☐ ") + workspace_.words()("common.nothing-to-report");
      const auto shown = wx(box);
      dc.DrawText(shown, width - dc.GetTextExtent(shown).GetWidth() - FromDIP(10), y);
    }
  } else if (one.kind == FormRow::Kind::table) {
    if (form()->enteredInTable(one.index)) {
      dc.SetPen(*wxTRANSPARENT_PEN);
      dc.SetBrush(colours::notice());
      dc.DrawRectangle(area);
    }
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_HOTLIGHT));
    const auto title = std::string("▦ ") + form()->tableTitle(one.index) + "  " + mark(form()->worstOfTable(one.index));
    dc.DrawText(wxControl::Ellipsize(wx(title), dc, wxELLIPSIZE_END, width - scaled(130)), scaled(21), y);
    const auto open = wx(workspace_.words()("form-view.open-table"));
    dc.DrawText(open, width - dc.GetTextExtent(open).GetWidth() - FromDIP(10), y);
  } else if (one.kind == FormRow::Kind::field) {
    paintField(dc, row, area, current);
  } else {
    paintKept(dc, one, area);
  }
  dc.SetPen(colours::rule());
  dc.DrawLine(0, area.GetBottom(), width, area.GetBottom());
  if (current) {
    dc.SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), FromDIP(2)));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(area.x + 1, area.y, area.width - 2, area.height);
  }
}

// The heading of the kept values, or one of them. They cannot be edited.
void FormView::paintKept(wxDC& dc, const presentation::FormRow& row, const wxRect& area) {
  const int y = area.y + (rowHeight() - dc.GetCharHeight()) / 2;
  if (row.kind == FormRow::Kind::keptHeading) {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(colours::band());
    dc.DrawRectangle(area);
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
    dc.DrawText(wxControl::Ellipsize(wx(form()->keptTitle()), dc, wxELLIPSIZE_END, area.width - FromDIP(16)),
                FromDIP(8), y);
    return;
  }
  const auto line = form()->keptLine(row.index);
  dc.SetTextForeground(colours::quiet());
  dc.DrawText(texts_.fit(dc, line.label, labelSpace()), labelStart(), y);
  dc.DrawText(texts_.fit(dc, line.value, area.GetRight() - sizes_.label - FromDIP(14)), sizes_.label + FromDIP(6), y);
}

void FormView::paintField(wxDC& dc, std::size_t row, const wxRect& area, bool current) {
  const auto field = form()->rows()[row].index;
  const auto& line = painted_[row] = form()->line(field);
  const auto& sizes = sizes_;
  const int y = area.y + (rowHeight() - dc.GetCharHeight()) / 2;
  const auto& definition = form()->editing().definition().fields[field];
  const bool whole = isWide(definition);  // a text has neither unit nor comparisons, and uses their width
  const auto ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  const auto fit = [&](const std::string& text, int room) { return texts_.fit(dc, text, room); };
  // Draws a text that ends at `end`, or as much of it as fits.
  const auto drawRight = [&](const std::string& text, int room, int end) {
    dc.DrawText(fit(text, room), end - std::min(room, texts_.width(dc, text)), y);
  };
  dc.SetTextForeground(ink);
  if (line.worst) {
    dc.SetTextForeground(colours::of(*line.worst));
    dc.DrawText(wx(mark(line.worst)), scaled(4), y);
    dc.SetTextForeground(ink);
  }
  if (area.height == rowHeight()) {
    dc.DrawText(fit(labelOf(field), labelSpace()), labelStart(), y);
  } else {
    const auto [first, second] = texts_.onTwoLines(dc, labelOf(field), labelSpace());
    dc.DrawText(first, labelStart(), y);
    dc.DrawText(second, labelStart(), y + dc.GetCharHeight());
  }
  // A field that can be typed into has a frame; a computed one is flat and grey.
  const wxRect box(sizes.label, area.y + FromDIP(2), whole ? area.GetRight() - sizes.label - FromDIP(8) : sizes.value,
                   (tall_ == row ? area.height : rowHeight()) - FromDIP(4));
  dc.SetPen(line.editable ? wxPen(colours::rule()) : *wxTRANSPARENT_PEN);
  dc.SetBrush(line.entered    ? wxBrush(colours::notice())
              : line.editable ? wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW))
                              : wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE)));
  dc.DrawRectangle(box);
  if (!(current && editor_ != nullptr && field_ == field)) {
    if (line.computed) dc.SetTextForeground(colours::quiet());
    const auto shown = line.value + (line.computed && !line.value.empty() ? " ƒ" : "");
    const int room = box.width - FromDIP(12);
    if (isNumeric(definition.type))
      drawRight(shown, room, box.GetRight() - FromDIP(6));
    else
      dc.DrawText(fit(shown, room), box.x + FromDIP(6), y);
  }
  if (whole) return;
  dc.SetTextForeground(colours::quiet());
  dc.DrawText(fit(line.unit, sizes.unit - FromDIP(8)), sizes.label + sizes.value + FromDIP(4), y);
  const std::string* figures[] = {&line.previous, &line.lastYear, &line.target};
  const std::string* changes[] = {&line.previousChange, &line.lastYearChange, nullptr};
  int end = sizes.label + sizes.value + sizes.unit;
  for (const auto shown : sizes.shown) {
    end += sizes.compare;
    const auto& figure = *figures[shown];
    if (figure.empty()) continue;
    const int room = sizes.compare - FromDIP(8);
    if (texts_.width(dc, figure) <= room) {
      drawRight(figure, room, end - FromDIP(6));
    } else {  // a large amount, or that it cannot be compared
      dc.SetFont(GetFont().Smaller());
      const auto small = smallTexts_.fit(dc, figure, room);
      dc.DrawText(small, end - FromDIP(6) - std::min(room, smallTexts_.width(dc, figure)), y + FromDIP(1));
      dc.SetFont(GetFont());
    }
    if (changes[shown] == nullptr || changes[shown]->empty()) continue;
    // The change is drawn small before the figure if both have room. The tooltip shows it in any case.
    dc.SetFont(GetFont().Smaller());
    const int width = smallTexts_.width(dc, *changes[shown]);
    if (width + texts_.width(dc, figure) + FromDIP(16) <= sizes.compare)
      dc.DrawText(wx(*changes[shown]), end - sizes.compare + FromDIP(3), y + FromDIP(2));
    dc.SetFont(GetFont());
  }
}

}  // namespace cchc::shell
