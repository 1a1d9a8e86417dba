#include "core/shell/table/choice_list.h"

#include <wx/dc.h>
#include <wx/settings.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/base/text.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace {

constexpr int mostLines = 10;  // of the list; more are scrolled

}  // namespace

ChoiceList::ChoiceList(wxWindow* parent, const std::string& name)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxSize(1, 1), wxBORDER_SIMPLE) {
  Hide();
  setAccessibleName(*this, name);
  SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX));
  // These events are not skipped, because the base class would move the focus to the list.
  for (const auto type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_DCLICK}) Bind(type, [](wxMouseEvent&) {});
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    const int line = VirtualHitTest(event.GetY());
    if (line != wxNOT_FOUND && clicked) clicked(line);
  });
}

void ChoiceList::show(std::vector<wxString> lines, int selected, const wxRect& field) {
  lines_ = std::move(lines);
  if (lines_.empty()) {
    Hide();
    return;
  }
  int widest = field.GetWidth();
  for (const auto& line : lines_) widest = std::max(widest, GetTextExtent(line).GetWidth() + FromDIP(24));
  const auto room = GetParent()->GetClientSize();
  const int line = OnMeasureItem(0);
  const int below = room.GetHeight() - field.GetBottom() - 1, above = field.GetTop();
  const int wanted = std::min(static_cast<int>(lines_.size()), mostLines) * line + FromDIP(4);
  // Below the field if the list fits there, otherwise on the side with more room.
  const bool under = wanted <= below || below >= above;
  const int height = std::max(line + FromDIP(4), std::min(wanted, under ? below : above));
  Show();  // before it is positioned: GTK does not position a hidden control
  SetSize(std::max(0, std::min(field.GetLeft(), room.GetWidth() - widest)),
          under ? field.GetBottom() + 1 : field.GetTop() - height, std::min(widest, room.GetWidth()), height);
  SetItemCount(lines_.size());
  SetSelection(selected);
  Raise();
  RefreshAll();
}

void ChoiceList::OnDrawItem(wxDC& dc, const wxRect& rectangle, std::size_t line) const {
  dc.SetFont(GetFont());
  dc.SetTextForeground(
      wxSystemSettings::GetColour(IsSelected(line) ? wxSYS_COLOUR_HIGHLIGHTTEXT : wxSYS_COLOUR_LISTBOXTEXT));
  dc.DrawLabel(lines_[line], rectangle.Deflate(FromDIP(4), 0), wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL);
}

wxCoord ChoiceList::OnMeasureItem(std::size_t) const { return GetCharHeight() + FromDIP(8); }

ChoiceTyping::ChoiceTyping(wxWindow* parent, wxTextCtrl& field, const std::string& listName)
    : field_(field), list_(new ChoiceList(parent, listName)) {
  list_->clicked = [this](int line) {
    put(line);
    if (picked) picked();
  };
  field_.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (filling_ || !field_.IsShown()) return;
    typed_ = true;
    narrow();
  });
}

ChoiceTyping::~ChoiceTyping() {
  if (list_) list_->Destroy();
}

void ChoiceTyping::offer(const std::vector<std::string>& labels) {
  labels_.clear();
  for (const auto& label : labels) labels_.push_back(wx(label));
}

void ChoiceTyping::fill(const std::function<void()>& filling) {
  filling_ = true;
  filling();
  filling_ = false;
  typed_ = false;
}

void ChoiceTyping::place(const wxRect& field) {
  place_ = field;
  if (list_ && list_->IsShown()) list_->show(list_->lines(), list_->GetSelection(), place_);
}

void ChoiceTyping::hide() {
  if (list_) list_->Hide();
}

void ChoiceTyping::takeMarked() {
  if (typed_ && list_ && list_->IsShown() && !field_.IsEmpty()) put(list_->GetSelection());
}

// The empty line at the top empties the field.
void ChoiceTyping::showAll() {
  std::vector<wxString> lines = {""};
  lines.insert(lines.end(), labels_.begin(), labels_.end());
  const auto at = std::find(lines.begin(), lines.end(), field_.GetValue());
  list_->show(lines, at == lines.end() ? wxNOT_FOUND : static_cast<int>(at - lines.begin()), place_);
}

// Shows the choices that contain what was typed. The best of them is marked: the one that it is, otherwise one that
// begins with it, otherwise one that has a word that does, otherwise the first.
void ChoiceTyping::narrow() {
  const auto text = foldForSearch(utf8(field_.GetValue()));
  if (text.empty()) return showAll();
  std::vector<wxString> lines;
  int best = wxNOT_FOUND, rank = 4;
  for (const auto& label : labels_) {
    const auto folded = foldForSearch(utf8(label));
    if (folded.find(text) == std::string::npos) continue;
    const int its = folded == text                                 ? 0
                    : folded.starts_with(text)                     ? 1
                    : folded.find(" " + text) != std::string::npos ? 2
                                                                   : 3;
    if (its < rank) best = static_cast<int>(lines.size()), rank = its;
    lines.push_back(label);
  }
  list_->show(std::move(lines), best, place_);
}

bool ChoiceTyping::moveMark(int key) {
  const bool page = key == WXK_PAGEUP || key == WXK_PAGEDOWN, down = key == WXK_DOWN || key == WXK_PAGEDOWN;
  if (key != WXK_UP && key != WXK_DOWN && !page) return false;
  if (!list_->IsShown()) showAll();
  const int last = static_cast<int>(list_->lines().size()) - 1, step = page ? mostLines - 1 : 1;
  // What was typed is not in the field yet, although its choice is marked: so the first arrow down takes that one.
  const int from = typed_ && down && !page && list_->GetSelection() != wxNOT_FOUND ? list_->GetSelection() - 1
                                                                                   : list_->GetSelection();
  const int to = std::clamp(from + (down ? step : -step), 0, last);
  list_->SetSelection(to);
  put(to);
  return true;
}

void ChoiceTyping::put(int line) {
  if (line < 0 || static_cast<std::size_t>(line) >= list_->lines().size()) return;
  fill([&] {
    field_.SetValue(list_->lines()[static_cast<std::size_t>(line)]);
    field_.SelectAll();
  });
}

}  // namespace cchc::shell
