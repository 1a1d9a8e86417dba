#include "core/shell/form_view.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>
#include <wx/settings.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/presentation/attachments.h"
#include "core/shell/accessible_name.h"
#include "core/shell/convert.h"
#include "core/shell/colours.h"
#include "core/shell/scale.h"

namespace cchc::shell {

using presentation::FormRow;

namespace {

const char* mark(const std::optional<Severity>& worst) { return worst ? presentation::severityShape(*worst) : ""; }

bool isChoice(const FieldDefinition& field) { return field.type == FieldType::choice || field.type == FieldType::yesNo; }
bool isLong(const FieldDefinition& field) { return field.type == FieldType::longText || field.type == FieldType::documents || field.type == FieldType::document; }

}  // namespace

FormView::FormView(wxWindow* parent, Workspace& workspace) : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxVSCROLL), workspace_(workspace) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  DisableKeyboardScrolling();
  setAccessibleName(*this, workspace.words()("Biểu mẫu số liệu", "Section form"));
  line_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
  choice_ = new wxChoice(this, wxID_ANY);
  for (wxWindow* each : {static_cast<wxWindow*>(line_), static_cast<wxWindow*>(text_), static_cast<wxWindow*>(choice_)}) {
    each->Hide();
    each->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      if (!onKey(event)) event.Skip();
    });
    each->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      // What was typed is saved when one leaves, also with the mouse or to another window.
      if (!committing_ && field_) CallAfter([this] { if (field_ && (editor_ == nullptr || !editor_->HasFocus())) commit(); });
    });
    // The wheel over an unfocused choice scrolls the form and never changes its value.
    each->Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { GetEventHandler()->ProcessEvent(event); });
  }
  line_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { move(true); });
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { commit(); });
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    DoPrepareDC(dc);
    paint(dc);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    event.Skip();
  });
  Bind(wxEVT_LEFT_DOWN, &FormView::onMouse, this);
  Bind(wxEVT_MOTION, &FormView::onHover, this);
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (!onKey(event)) event.Skip();
  });
  Bind(wxEVT_CHAR, &FormView::onChar, this);
  for (const auto type : {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP,
                          wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
    Bind(type, [this](wxScrollWinEvent& event) {
      event.Skip();
      CallAfter([this] { placeEditor(); });
    });
  }
}

// Everything grows with the font, which follows the desktop's scale.
int FormView::scaled(int units) const { return shell::scaled(*this, units); }

FormView::Columns FormView::columns() const {
  Columns columns;
  const int width = GetClientSize().GetWidth();
  columns.value = scaled(160);
  columns.unit = scaled(92);
  columns.compare = scaled(100);
  const int room = width - columns.value - columns.unit - scaled(280);
  columns.count = std::clamp(room / std::max(1, columns.compare), 0, 3);
  columns.label = std::max(scaled(160), width - columns.value - columns.unit - columns.count * columns.compare - scaled(8));
  return columns;
}

void FormView::layOut() {
  rowHeight_ = std::max(FromDIP(28), GetCharHeight() + FromDIP(11));
  sizes_ = columns();
  texts_.forget();
  painted_.clear();
  rows_ = form() != nullptr ? form()->rows() : std::vector<FormRow>();
  const auto rows = rows_.size();
  SetScrollRate(0, rowHeight());
  SetVirtualSize(GetClientSize().GetWidth(), top(rows + 1) + FromDIP(8));
  if (editor_ != nullptr) bringIntoView();
  placeEditor();
  Refresh();
}

void FormView::sectionChanged() {
  field_.reset();
  current_.reset();
  hovered_ = static_cast<std::size_t>(-1);
  closeEditor();
  Scroll(0, 0);
  layOut();
  if (form() != nullptr) {
    if (const auto first = form()->step(std::nullopt, true)) select(first, false);
  }
}

void FormView::sectionEdited() {
  if (form() == nullptr) return;
  if (current_ && *current_ >= form()->rows().size()) current_.reset();
  if (field_) {
    // Rows may have come or gone above the field in the editor.
    const auto& rows = form()->rows();
    const auto found = std::find(rows.begin(), rows.end(), FormRow{FormRow::Kind::field, *field_});
    if (found == rows.end()) closeEditor();
    else current_ = static_cast<std::size_t>(found - rows.begin());
  }
  if (form()->rows() != rows_) return layOut();
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const auto painted = painted_.find(row);
    const bool same = rows_[row].kind == FormRow::Kind::field && (painted == painted_.end() || painted->second == form()->line(rows_[row].index));
    if (!same) RefreshRect(areaOf(row));
  }
}

wxRect FormView::areaOf(std::size_t row) const {
  return {CalcScrolledPosition({0, top(row + 1)}), wxSize(GetClientSize().GetWidth(), rowHeight())};
}

std::optional<std::size_t> FormView::rowAt(const wxPoint& point) const {
  if (form() == nullptr || point.y < rowHeight()) return std::nullopt;  // the heading
  const auto place = CalcUnscrolledPosition(point);
  const auto row = place.y / rowHeight() - 1;  // the heading is the first
  if (row < 0 || static_cast<std::size_t>(row) >= form()->rows().size()) return std::nullopt;
  return static_cast<std::size_t>(row);
}

void FormView::paint(wxDC& dc) {
  const int width = GetClientSize().GetWidth();
  dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)));
  dc.Clear();
  dc.SetFont(GetFont());
  if (form() == nullptr) {
    dc.SetTextForeground(colours::quiet());
    dc.DrawText(wx(workspace_.words()("Chọn một phần ở cột bên trái.", "Choose a section on the left.")), FromDIP(16), FromDIP(16));
    return;
  }
  // Only what is to be seen, and has changed, is drawn: a section of 500 fields costs no more than one of 20.
  const auto changed = GetUpdateRegion().GetBox();
  const int first = std::max(0, CalcUnscrolledPosition({0, changed.GetTop()}).y / rowHeight() - 1);
  const int last = CalcUnscrolledPosition({0, changed.GetBottom()}).y / rowHeight();
  const auto& rows = form()->rows();
  for (int row = first; row <= last && row < static_cast<int>(rows.size()); ++row) {
    if (GetUpdateRegion().Contains(areaOf(static_cast<std::size_t>(row))) != wxOutRegion) paintRow(dc, static_cast<std::size_t>(row), width);
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
  dc.DrawText(wx(words("Chỉ tiêu", "Indicator")), FromDIP(10), y);
  const auto right = [&](const char* text, int end) {
    const auto shown = wx(text);
    dc.DrawText(shown, end - dc.GetTextExtent(shown).GetWidth() - FromDIP(6), y);
  };
  right(words("Số liệu", "Figure"), sizes.label + sizes.value);
  dc.DrawText(wx(words("Đơn vị tính", "Unit")), sizes.label + sizes.value + FromDIP(4), y);
  const char* headings[] = {words("Kỳ trước", "Previous"), words("Cùng kỳ", "Last year"), words("Kế hoạch", "Target")};
  for (int i = 0; i < sizes.count; ++i) right(headings[i], sizes.label + sizes.value + sizes.unit + (i + 1) * sizes.compare);
}

void FormView::paintRow(wxDC& dc, std::size_t row, int width) {
  const auto one = form()->rows()[row];
  const wxRect area(0, top(row + 1), width, rowHeight());
  const bool current = current_ && *current_ == row;
  const int y = area.y + (area.height - dc.GetCharHeight()) / 2;
  if (one.kind == FormRow::Kind::group) {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(colours::band());
    dc.DrawRectangle(area);
    auto bold = GetFont();
    bold.MakeBold();
    dc.SetFont(bold);
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
    const auto title = (form()->folded(one.index) ? "▸ " : "▾ ") + form()->groupTitle(one.index);
    dc.DrawText(wxControl::Ellipsize(wx(title), dc, wxELLIPSIZE_END, width - scaled(230)), FromDIP(8), y);
    dc.SetFont(GetFont());
    if (form()->editing().definition().groups[one.index].mayBeNothing) {
      const auto box = std::string(form()->groupNothing(one.index) ? "☑ " : "☐ ") + workspace_.words()("Không phát sinh", "Nothing arose");
      const auto shown = wx(box);
      dc.DrawText(shown, width - dc.GetTextExtent(shown).GetWidth() - FromDIP(10), y);
    }
  } else if (one.kind == FormRow::Kind::table) {
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_HOTLIGHT));
    const auto title = std::string("▦ ") + form()->tableTitle(one.index) + "  " + mark(form()->worstOfTable(one.index));
    dc.DrawText(wxControl::Ellipsize(wx(title), dc, wxELLIPSIZE_END, width - scaled(130)), FromDIP(20), y);
    const auto open = wx(workspace_.words()("Mở bảng (Enter)", "Open (Enter)"));
    dc.DrawText(open, width - dc.GetTextExtent(open).GetWidth() - FromDIP(10), y);
  } else {
    paintField(dc, row, area, current);
  }
  dc.SetPen(colours::rule());
  dc.DrawLine(0, area.GetBottom(), width, area.GetBottom());
  if (current) {
    dc.SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), FromDIP(2)));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(area.x + 1, area.y, area.width - 2, area.height);
  }
}

void FormView::paintField(wxDC& dc, std::size_t row, const wxRect& area, bool current) {
  const auto field = form()->rows()[row].index;
  const auto& line = painted_[row] = form()->line(field);
  const auto& sizes = sizes_;
  const int y = area.y + (area.height - dc.GetCharHeight()) / 2;
  const auto ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  const auto fit = [&](const std::string& text, int room) { return texts_.fit(dc, text, room); };
  // Ending at `end`, or as much of it as fits.
  const auto drawRight = [&](const std::string& text, int room, int end) { dc.DrawText(fit(text, room), end - std::min(room, texts_.width(dc, text)), y); };
  dc.SetTextForeground(ink);
  int x = FromDIP(20);
  if (line.worst) {
    dc.SetTextForeground(colours::of(*line.worst));
    dc.DrawText(wx(mark(line.worst)), FromDIP(5), y);
    dc.SetTextForeground(ink);
  }
  dc.DrawText(fit(line.label + (line.required ? " *" : ""), sizes.label - x - FromDIP(6)), x, y);
  // The field itself: sunken where it can be typed into, flat and grey where it is worked out.
  const wxRect box(sizes.label, area.y + FromDIP(2), sizes.value, area.height - FromDIP(4));
  dc.SetPen(line.editable ? wxPen(colours::rule()) : *wxTRANSPARENT_PEN);
  dc.SetBrush(line.editable ? wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)) : wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE)));
  dc.DrawRectangle(box);
  if (!(current && editor_ != nullptr && field_ == field)) {
    const auto& definition = form()->editing().definition().fields[field];
    if (line.computed) dc.SetTextForeground(colours::quiet());
    const auto shown = line.value + (line.computed && !line.value.empty() ? " ƒ" : "");
    const int room = sizes.value - FromDIP(12);
    if (isNumeric(definition.type)) drawRight(shown, room, box.GetRight() - FromDIP(6));
    else dc.DrawText(fit(shown, room), box.x + FromDIP(6), y);
  }
  dc.SetTextForeground(colours::quiet());
  dc.DrawText(fit(line.unit, sizes.unit - FromDIP(8)), sizes.label + sizes.value + FromDIP(4), y);
  const std::string* compare[] = {&line.previous, &line.lastYear, &line.target};
  for (int i = 0; i < sizes.count; ++i) {
    drawRight(*compare[i], sizes.compare - FromDIP(8), sizes.label + sizes.value + sizes.unit + (i + 1) * sizes.compare - FromDIP(6));
  }
}

bool FormView::editorFits(std::size_t field) const { return form() != nullptr && form()->editable(field); }

void FormView::openEditor(std::size_t field) {
  if (!editorFits(field)) return;
  const auto& definition = form()->editing().definition().fields[field];
  const auto label = form()->line(field).label;
  const auto text = wx(form()->editing(field));
  closeEditor();
  field_ = field;
  refused_.clear();
  if (isChoice(definition)) {
    choice_->Clear();
    choice_->Append("");
    if (definition.type == FieldType::yesNo) {
      choice_->Append(wx(workspace_.words()("Có", "Yes")));
      choice_->Append(wx(workspace_.words()("Không", "No")));
    }
    for (const auto& each : definition.choices) choice_->Append(wx(each.label.in(workspace_.settings.language)));
    choice_->SetSelection(std::max(0, choice_->FindString(text, true)));
    editor_ = choice_;
  } else if (isLong(definition)) {
    text_->ChangeValue(text);
    editor_ = text_;
  } else {
    line_->ChangeValue(text);
    line_->SetWindowStyleFlag((line_->GetWindowStyleFlag() & ~wxTE_RIGHT) | (isNumeric(definition.type) ? wxTE_RIGHT : 0));
    editor_ = line_;
  }
  setAccessibleName(*editor_, label);
  editor_->Show();  // before it is placed: GTK places no hidden control
  placeEditor();
  editor_->SetFocus();
  if (editor_ == line_) line_->SelectAll();
}

void FormView::placeEditor() {
  if (editor_ == nullptr || !current_) return;
  const auto& sizes = sizes_;
  const auto corner = CalcScrolledPosition({sizes.label, top(*current_ + 1)});
  if (editor_ == text_) {
    // Long texts take the width to the right of the label, and four lines.
    const int width = GetClientSize().GetWidth() - FromDIP(30);
    int y = corner.y + rowHeight();
    const int height = rowHeight() * 4;
    if (y + height > GetClientSize().GetHeight()) y = std::max(0, corner.y - height);
    editor_->SetSize(FromDIP(20), y, width, height);
    editor_->Raise();
  } else {
    editor_->SetSize(sizes.label, corner.y, sizes.value, rowHeight());
  }
}

void FormView::closeEditor() {
  if (editor_ == nullptr) return;
  committing_ = true;
  const bool focused = editor_->HasFocus();
  editor_->Hide();
  editor_ = nullptr;
  field_.reset();
  if (focused) SetFocus();
  committing_ = false;
}

std::string FormView::typed() const {
  if (editor_ == choice_) return utf8(choice_->GetStringSelection());
  if (editor_ == text_) return utf8(text_->GetValue());
  return utf8(line_->GetValue());
}

bool FormView::commit() {
  if (!field_ || form() == nullptr || committing_) return true;
  committing_ = true;
  const auto field = *field_;
  const auto before = form()->editing().data().fields[field];
  const auto done = form()->type(field, typed());
  committing_ = false;
  if (!done) {
    refused_ = message(done.error(), workspace_.settings.language).what;
    if (tellError) tellError(done.error());
    if (editor_ != nullptr && !editor_->HasFocus()) editor_->SetFocus();
    return false;
  }
  refused_.clear();
  if (before != form()->editing().data().fields[field]) workspace_.edited();
  return true;
}

// The row in focus, below the heading and with one row more beneath it.
void FormView::bringIntoView() {
  if (!current_) return;
  const int position = top(*current_ + 1);
  const int height = GetClientSize().GetHeight();
  const int from = CalcUnscrolledPosition({0, 0}).y;
  if (position < from + rowHeight()) Scroll(0, std::max(0, position / rowHeight() - 1));
  else if (position + rowHeight() * 2 > from + height) Scroll(0, (position + rowHeight() * 2 - height) / rowHeight() + 1);
}

void FormView::select(std::optional<std::size_t> row, bool open) {
  if (field_ && !commit()) return;
  closeEditor();
  current_ = row;
  if (row && form() != nullptr) {
    bringIntoView();
    const auto one = form()->rows()[*row];
    if (one.kind == FormRow::Kind::field) {
      const auto line = form()->line(one.index);
      if (tellNote) tellNote(line.problem.empty() ? line.note : line.problem);
      if (open) openEditor(one.index);
      else setAccessibleName(*this, line.label + ": " + line.value);
    } else if (tellNote) {
      tellNote("");
    }
  }
  Refresh();
}

void FormView::move(bool forward) {
  if (form() == nullptr) return;
  if (field_ && !commit()) return;
  if (const auto next = form()->step(current_, forward)) select(next, true);
  if (current_ && form()->rows()[*current_].kind == FormRow::Kind::table) SetFocus();
}

void FormView::activate(std::size_t row) {
  const auto one = form()->rows()[row];
  if (one.kind == FormRow::Kind::table) {
    if (openTable) openTable(one.index, {}, {});
  } else if (one.kind == FormRow::Kind::group) {
    form()->fold(one.index, !form()->folded(one.index));
    layOut();
  } else if (const auto& field = form()->editing().definition().fields[one.index]; presentation::takesAttachment(field) && openAttachment) {
    CallAfter([this, place = Place::ofField(field.id)] { openAttachment(place); });
  } else {
    select(row, true);
  }
}

bool FormView::onKey(wxKeyEvent& event) {
  if (form() == nullptr) return false;
  const int key = event.GetKeyCode();
  const bool inText = editor_ == text_ && text_->HasFocus();
  if (event.ControlDown() || event.AltDown()) return false;
  switch (key) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (inText && event.ShiftDown()) return false;  // a new line in a long text
      if (editor_ == nullptr && current_) return activate(*current_), true;
      return move(true), true;
    case WXK_TAB: return move(!event.ShiftDown()), true;
    case WXK_DOWN:
      if (inText || editor_ == choice_) return false;
      return move(true), true;
    case WXK_UP:
      if (inText || editor_ == choice_) return false;
      return move(false), true;
    case WXK_ESCAPE:
      if (editor_ == nullptr) return false;
      refused_.clear();
      if (tellNote) tellNote("");
      return closeEditor(), Refresh(), true;
    case WXK_SPACE:
    case WXK_F2:
      if (editor_ != nullptr || !current_) return false;
      return activate(*current_), true;
    case WXK_PAGEDOWN:
    case WXK_PAGEUP: {
      if (inText) return false;
      auto row = current_;
      for (int i = 0; i < std::max(1, GetClientSize().GetHeight() / rowHeight() - 2); ++i) {
        if (const auto next = form()->step(row, key == WXK_PAGEDOWN)) row = next;
      }
      return select(row, true), true;
    }
    default: return false;
  }
}

// Typing on a row whose editor is not open opens it. An input method hands over a whole word at once, character after character, to the window that had the
// focus: this one, although the first of them has opened the editor. So what still comes here is passed on to the editor.
void FormView::onChar(wxKeyEvent& event) {
  const auto key = event.GetUnicodeKey();
  if (key < 32 || key == 127 || event.ControlDown() || event.AltDown() || !current_ || form() == nullptr) return event.Skip();
  const wxString character = wxUniChar(key);
  if (editor_ == nullptr) {
    const auto row = form()->rows()[*current_];
    if (row.kind != FormRow::Kind::field || !form()->editable(row.index)) return event.Skip();
    openEditor(row.index);
    if (editor_ == line_) line_->Clear();
    if (editor_ == text_) text_->SetInsertionPointEnd();  // a long text is added to, not replaced by a stray key
  }
  if (auto* text = dynamic_cast<wxTextCtrl*>(editor_)) {
    text->WriteText(character);
  } else if (editor_ == choice_) {
    for (unsigned i = 1; i < choice_->GetCount(); ++i) {
      if (foldForSearch(utf8(choice_->GetString(i))).starts_with(foldForSearch(utf8(character)))) return choice_->SetSelection(static_cast<int>(i));
    }
  }
}

void FormView::onMouse(wxMouseEvent& event) {
  const auto row = rowAt(event.GetPosition());
  if (!row) {
    if (field_) commit();
    return SetFocus();
  }
  const auto one = form()->rows()[*row];
  if (one.kind == FormRow::Kind::group && form()->editing().definition().groups[one.index].mayBeNothing &&
      event.GetX() > GetClientSize().GetWidth() - scaled(150)) {
    if (field_ && !commit()) return;
    const auto done = form()->setGroupNothing(one.index, !form()->groupNothing(one.index));
    if (!done && tellError) tellError(done.error());
    workspace_.edited();
    return;
  }
  if (one.kind != FormRow::Kind::field) {
    select(row, false);
    SetFocus();
    return activate(*row);
  }
  SetFocus();
  select(row, true);
  if (presentation::takesAttachment(form()->editing().definition().fields[one.index])) activate(*row);
}

void FormView::onHover(wxMouseEvent& event) {
  event.Skip();
  const auto row = rowAt(event.GetPosition());
  const auto index = row.value_or(static_cast<std::size_t>(-1));
  if (index == hovered_) return;
  hovered_ = index;
  if (!row || form()->rows()[*row].kind != FormRow::Kind::field) return UnsetToolTip();
  const auto line = form()->line(form()->rows()[*row].index);
  auto text = line.label + (line.value.empty() ? "" : ": " + line.value + " " + line.unit);
  if (!line.problem.empty()) text += "\n" + line.problem;
  if (!line.note.empty()) text += "\n" + line.note;
  SetToolTip(wx(text));
}

void FormView::goTo(const std::string& place) {
  if (form() == nullptr) return;
  const auto target = form()->target(place);
  const auto row = form()->rowOf(place);
  layOut();
  if (row) select(row, !target.table);
  if (target.table && openTable) openTable(*target.table, target.row, target.column);
}

void FormView::goToNextProblem() {
  if (form() == nullptr || (field_ && !commit())) return;
  // The next one below, going round: errors and warnings alike.
  const auto& rows = form()->rows();
  const auto from = current_.value_or(rows.size() - 1);
  for (std::size_t i = 1; i <= rows.size(); ++i) {
    const auto row = (from + i) % rows.size();
    const auto one = rows[row];
    const bool problem = (one.kind == FormRow::Kind::field && form()->line(one.index).worst) || (one.kind == FormRow::Kind::table && form()->worstOfTable(one.index));
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
