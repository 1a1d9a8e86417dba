#include "core/shell/section/form_view.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>

#include <algorithm>
#include <functional>

#include "core/base/text.h"
#include "core/shell/section/form_fields.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::FormRow;

FormView::FormView(wxWindow* parent, Workspace& workspace)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxVSCROLL),
      workspace_(workspace) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  DisableKeyboardScrolling();
  setAccessibleName(*this, workspace.words()("form-view.name"));
  line_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
  choice_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  choices_ = std::make_unique<ChoiceTyping>(this, *choice_, workspace.words()("form-view.choices"));
  tip_ = new ReasonTip(this);
  bindEditing();
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    DoPrepareDC(dc);
    paint(dc);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    if (editor_ != nullptr) bringIntoView(), positionEditor();
    if (comeBackScroll_) Scroll(0, *comeBackScroll_);
    event.Skip();
  });
  // The form scrolls by half rows, so the wheel's lines are doubled to scroll as many rows as elsewhere.
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    comeBackScroll_.reset();
    event.m_linesPerAction *= 2;
    event.Skip();
  });
  for (const auto type :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
    Bind(type, [this](wxScrollWinEvent& event) {
      event.Skip();
      comeBackScroll_.reset();
      CallAfter([this] { positionEditor(); });
    });
  }
}

// All sizes grow with the font, which follows the desktop's scale.
int FormView::scaled(int units) const { return shell::scaled(*this, units); }

std::string FormView::labelOf(std::size_t field) const {
  const auto& definition = form()->editing().definition().fields[field];
  // The mark of a required field stays on the same line as the label's last word.
  return definition.label.in(workspace_.settings.language) + (definition.required == Required::submit ? "\u00A0*" : "");
}

// The width at which all labels of the section fit. Only the twelve longest are measured, since they are nearly always
// the widest, and measuring all labels of a large section would cause a noticeable delay.
int FormView::labelRoom() const {
  const auto known = std::pair(form()->editing().key(), GetCharHeight());
  if (labelsOf_ == known) return labelRoom_;
  wxClientDC dc(const_cast<FormView*>(this));
  dc.SetFont(GetFont());
  std::vector<std::pair<std::size_t, std::size_t>> longest;
  for (std::size_t field = 0; field < form()->editing().definition().fields.size(); ++field)
    longest.emplace_back(lengthOf(labelOf(field)), field);
  const auto some = std::min<std::size_t>(12, longest.size());
  std::partial_sort(longest.begin(), longest.begin() + static_cast<std::ptrdiff_t>(some), longest.end(),
                    std::greater<>());
  int widest = 0;
  for (std::size_t i = 0; i < some; ++i)
    widest = std::max(widest, dc.GetTextExtent(wx(labelOf(longest[i].second))).GetWidth());
  labelsOf_ = known;
  labelWidths_.assign(longest.size(), -1);
  return labelRoom_ = widest + labelStart() + scaled(8);
}

int FormView::unitRoom() const {
  if (form() == nullptr) return 0;
  wxClientDC dc(const_cast<FormView*>(this));
  dc.SetFont(GetFont());
  int widest = 0;
  for (const auto& field : form()->editing().definition().fields) {
    if (!isWide(field))
      widest = std::max(widest, dc.GetTextExtent(wx(presentation::unitText(field, workspace_.words()))).GetWidth());
  }
  return widest + FromDIP(10);
}

// A comparison that has figures gets a column. One that a field has but that has no figures yet gets a column if the
// labels leave room for it. One that no field has gets none.
FormView::Columns FormView::columns() const {
  Columns columns;
  const int width = GetClientSize().GetWidth() - scaled(8);
  columns.value = scaled(150);
  columns.unit = scaled(82);
  columns.compare = scaled(90);
  int room = width - columns.value - columns.unit;  // for labels and comparisons
  columns.label = std::max(scaled(160), room);
  if (form() == nullptr) return columns;
  const int wanted = labelRoom();
  const auto known = form()->comparisons();
  for (const bool any : {true, false}) {
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (!known[i].asked || known[i].any != any ||
          room - columns.compare < (any ? scaled(210) : std::max(wanted, scaled(210))))
        continue;
      columns.shown.push_back(i);
      room -= columns.compare;
    }
  }
  std::sort(columns.shown.begin(), columns.shown.end());
  // Spare width goes to the units, and to the comparisons for the change next to the figure. The label column does not
  // grow, so that labels stay close to their figures.
  if (room > wanted) {
    const int more = std::clamp(unitRoom() - columns.unit, 0, std::min(room - wanted, scaled(60)));
    columns.unit += more;
    room -= more;
  }
  if (const auto count = static_cast<int>(columns.shown.size()); count > 0 && room > wanted) {
    const int more = std::min(scaled(42), (room - wanted) / count);
    columns.compare += more;
    room -= more * count;
  }
  columns.label = std::max(scaled(160), std::min(room, std::max(wanted, scaled(290))));
  return columns;
}

// A label that is too wide for its column takes two lines.
int FormView::halvesOf(std::size_t row) const {
  if (tall_ == row) return 2 * tallRows;
  if (rows_[row].kind != FormRow::Kind::field || sizes_.label >= labelRoom_) return 2;
  auto& width = labelWidths_[rows_[row].index];
  if (width < 0) width = GetTextExtent(wx(labelOf(rows_[row].index))).GetWidth();
  return width > labelSpace() ? 3 : 2;
}

void FormView::layOut() {
  rowHeight_ = (std::max(FromDIP(28), GetCharHeight() + FromDIP(11)) + 1) / 2 * 2;
  sizes_ = columns();
  texts_.forget();
  smallTexts_.forget();
  painted_.clear();
  rows_ = form() != nullptr ? form()->rows() : std::vector<FormRow>();
  tops_ = {rowHeight_};
  for (std::size_t row = 0; row < rows_.size(); ++row) tops_.push_back(tops_.back() + halvesOf(row) * scrollUnit());
  SetScrollRate(0, scrollUnit());
  SetVirtualSize(GetClientSize().GetWidth(), top(rows_.size()) + FromDIP(8));
  positionEditor();
  Refresh();
}

// Lays out again after rows have appeared or disappeared. What the user is looking at keeps its position on the screen.
void FormView::layOutAround() {
  const auto before = std::move(rows_);
  const auto& now = form()->rows();
  const auto find = [&](const FormRow& row) { return std::find(now.begin(), now.end(), row); };
  const auto visible = [&](std::size_t row) {
    return areaOf(row).GetTop() >= rowHeight() && areaOf(row).GetBottom() <= GetClientSize().GetHeight();
  };
  // The anchor is the current row if it is visible, otherwise the first visible row. If it has disappeared, the next
  // row that still exists replaces it.
  auto anchor =
      current_ && *current_ < before.size() && visible(*current_) ? *current_ : rowAt({1, rowHeight() + 1}).value_or(0);
  while (anchor < before.size() && find(before[anchor]) == now.end()) ++anchor;
  const auto position = anchor < before.size() ? std::optional(areaOf(anchor).GetTop()) : std::nullopt;
  const auto moved = [&](std::optional<std::size_t>& row) {
    if (!row) return;
    const auto found = *row < before.size() ? find(before[*row]) : now.end();
    row = found == now.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - now.begin()));
  };
  moved(current_);
  moved(tall_);
  const auto anchorNow = position ? static_cast<std::size_t>(find(before[anchor]) - now.begin()) : 0;
  layOut();
  if (position) Scroll(0, std::max(0, (top(anchorNow) - *position) / scrollUnit()));
  positionEditor();
}

void FormView::makeTall(std::optional<std::size_t> row) {
  if (tall_ == row) return;
  tall_ = row;
  layOut();
}

void FormView::sectionChanged() {
  field_.reset();
  current_.reset();
  hovered_ = static_cast<std::size_t>(-1);
  closeEditor();
  tall_.reset();
  Scroll(0, 0);
  layOut();
  if (form() != nullptr) {
    if (const auto first = form()->nextEditable(std::nullopt, true)) select(first, false);
  }
}

void FormView::sectionEdited() {
  if (form() == nullptr) return;
  if (field_) {
    const auto& rows = form()->rows();
    if (std::find(rows.begin(), rows.end(), FormRow{FormRow::Kind::field, *field_}) == rows.end()) closeEditor();
  }
  if (form()->rows() != rows_) return layOutAround();
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const auto painted = painted_.find(row);
    const bool same = rows_[row].kind == FormRow::Kind::field &&
                      (painted == painted_.end() || painted->second == form()->line(rows_[row].index));
    if (!same) RefreshRect(areaOf(row));
  }
}

wxRect FormView::areaOf(std::size_t row) const {
  return {CalcScrolledPosition({0, top(row)}), wxSize(GetClientSize().GetWidth(), height(row))};
}

std::optional<std::size_t> FormView::rowAt(const wxPoint& point) const {
  if (form() == nullptr || point.y < rowHeight()) return std::nullopt;  // the heading
  const auto next = std::upper_bound(tops_.begin(), tops_.end(), CalcUnscrolledPosition(point).y);
  const auto row = next - tops_.begin() - 1;
  if (next == tops_.end() || row < 0 || static_cast<std::size_t>(row) >= form()->rows().size()) return std::nullopt;
  return static_cast<std::size_t>(row);
}

std::optional<FormRow> FormView::currentRow() const {
  if (!current_ || form() == nullptr || *current_ >= form()->rows().size()) return std::nullopt;
  return form()->rows()[*current_];
}

// Scrolls so that the current row is visible, below the heading and with one more row beneath it.
void FormView::bringIntoView() {
  if (!current_) return;
  const int from = CalcUnscrolledPosition({0, 0}).y;
  const int position = top(*current_), below = height(*current_) + rowHeight();
  if (position < from + rowHeight())
    Scroll(0, std::max(0, (position - rowHeight()) / scrollUnit()));
  else if (position + below > from + GetClientSize().GetHeight())
    Scroll(0, (position + below - GetClientSize().GetHeight()) / scrollUnit() + 1);
}

void FormView::select(std::optional<std::size_t> row, bool open) {
  if (field_ && !commit()) return;
  closeEditor();
  tip_->dismiss();
  comeBackScroll_.reset();
  current_ = row;
  if (const auto one = currentRow()) {
    bringIntoView();
    if (one->kind == FormRow::Kind::field) {
      const auto line = form()->line(one->index);
      if (showNote) showNote(line.problem.empty() ? line.note : line.problem);
      if (open) openEditor(one->index);
      if (editor_ == nullptr) setAccessibleName(*this, line.label + ": " + line.value);
    } else {
      const auto words = workspace_.words();
      const bool group = one->kind == FormRow::Kind::group;
      setAccessibleName(*this, rowTitle(*one));
      const bool box = group && form()->editing().definition().groups[one->index].mayBeNothing;
      if (showNote)
        showNote(!group ? "" : box ? words("form-view.hint.fold-or-nothing") : words("form-view.hint.fold"));
    }
  }
  Refresh();
}

// The text of a row that is not a field.
std::string FormView::rowTitle(const FormRow& row) const {
  switch (row.kind) {
    case FormRow::Kind::group:
      return form()->groupTitle(row.index);
    case FormRow::Kind::keptHeading:
      return form()->keptTitle();
    case FormRow::Kind::kept: {
      const auto line = form()->keptLine(row.index);
      return line.label + ": " + line.value;
    }
    default:
      return form()->tableTitle(row.index);
  }
}

void FormView::goTo(const Place& place) {
  if (form() == nullptr) return;
  const auto target = form()->target(place);
  const auto row = form()->rowOf(place);
  if (form()->rows() != rows_) layOut();
  if (row) select(row, !target.table);
  if (target.table && openTable) openTable(*target.table, target.row, target.column);
}

void FormView::comeBack(const Place& place, int scroll) {
  if (form() == nullptr) return;
  const auto target = place.empty() ? presentation::Form::Target{} : form()->target(place);
  const auto row = place.empty() ? std::nullopt : form()->rowOf(place);
  if (form()->rows() != rows_) layOut();
  if (row) select(row, false);
  Scroll(0, scroll);
  comeBackScroll_ = scroll;
  if (target.table && openTable) openTable(*target.table, target.row, target.column);
}

void FormView::goToNextProblem() {
  if (form() == nullptr || (field_ && !commit())) return;
  // The next error or warning below the current row; after the last row the search continues from the first.
  const auto& rows = form()->rows();
  const auto from = current_.value_or(rows.size() - 1);
  for (std::size_t i = 1; i <= rows.size(); ++i) {
    const auto row = (from + i) % rows.size();
    const auto one = rows[row];
    const bool problem = (one.kind == FormRow::Kind::field && form()->line(one.index).worst) ||
                         (one.kind == FormRow::Kind::table && form()->worstOfTable(one.index));
    if (!problem) continue;
    select(row, one.kind == FormRow::Kind::field);
    if (one.kind == FormRow::Kind::table) {
      for (const auto& finding : form()->editing().findings()) {
        if (form()->target(finding.place).table == one.index) return goTo(finding.place);
      }
    }
    return;
  }
}

}  // namespace cchc::shell
