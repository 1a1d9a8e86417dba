#include "core/shell/office/board_list.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::BoardLine;

namespace {

enum Column : int { unit, section, state, deadline, left, findings, received, sender, count };
// Those with long texts share what room the others leave them: as wide as what they show, no wider.
constexpr int shares[count] = {3, 4, 0, 0, 0, 0, 0, 2};
constexpr int least = 100;

std::string stateOf(const BoardLine& line, presentation::Words words) {
  const auto text = line.received ? presentation::stateText(line.state, line.revision, true, words)
                                  : std::string(words("Chưa gửi", "Missing"));
  // The shape of a warning: nothing can be accepted before somebody chooses.
  if (line.undecided)
    return std::string(presentation::severityShape(Severity::warning)) + " " +
           words("Hai bản, cần chọn", "Two packages: choose");
  return std::string(presentation::stateShape(line.state, line.received)) + " " + text;
}

std::string findingsOf(const BoardLine& line) {
  std::string text;
  if (line.errors > 0) text += presentation::severityShape(Severity::error) + std::to_string(line.errors) + " ";
  if (line.warnings > 0) text += presentation::severityShape(Severity::warning) + std::to_string(line.warnings);
  return text;
}

}  // namespace

BoardList::BoardList(wxWindow* parent, presentation::Words words)
    : wxListView(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(100, 100)), wxLC_REPORT | wxLC_VIRTUAL),
      words_(words) {
  setAccessibleName(*this, words("Bảng theo dõi các phần", "Board of sections"));
  const char* titles[count] = {
      words("Đơn vị", "Unit"),  words("Phần", "Section"), words("Trạng thái", "State"),  words("Hạn", "Deadline"),
      words("Còn lại", "Left"), words("Lỗi", "Findings"), words("Nhận lúc", "Received"), words("Người gửi", "Sent by")};
  for (int i = 0; i < count; ++i) AppendColumn(wx(titles[i]), wxLIST_FORMAT_LEFT, scaled(*this, least));
  Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) { sort(event.GetColumn()); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
  tellCutTexts(*this, {}, [this](long row, int column) { return textOf(row, column); });
}

int BoardList::widestOf(int column) const {
  wxListItem heading;
  heading.SetMask(wxLIST_MASK_TEXT);
  GetColumn(column, heading);
  int widest = GetTextExtent(heading.GetText()).GetWidth();
  std::set<std::string> texts;  // a few, over and over
  for (long row = 0; row < static_cast<long>(shown_.size()); ++row) texts.insert(textOf(row, column));
  for (const auto& text : texts) widest = std::max(widest, cells_.width(*this, text));
  return widest + scaled(*this, 14);
}

// Nothing is scrolled sideways: where the room is short, the sender and then the deadline's date are left to what
// stands beside the board.
void BoardList::fitColumns() {
  int room = GetClientSize().GetWidth() - scaled(*this, 16);  // the scroll bar
  int own[count] = {};
  for (int i = 0; i < count; ++i) own[i] = shares[i] > 0 ? 0 : widestOf(i), room -= own[i];
  const bool bySender = room >= 3 * scaled(*this, least);
  if (room < 2 * scaled(*this, least)) room += std::exchange(own[deadline], 0);
  const int all = shares[unit] + shares[section] + (bySender ? shares[sender] : 0);
  for (int i = 0; i < count; ++i) {
    if (shares[i] > 0) own[i] = i == sender && !bySender ? 0 : std::max(scaled(*this, least), room * shares[i] / all);
    SetColumnWidth(i, own[i]);
  }
}

// Cut here where it does not fit: the toolkit would measure it letter by letter, at every painting.
wxString BoardList::OnGetItemText(long row, long column) const {
  return cells_.fit(*this, textOf(row, column), GetColumnWidth(static_cast<int>(column)) - scaled(*this, 12));
}

std::string BoardList::textOf(long row, long column) const {
  const auto& line = board_.lines[shown_[static_cast<std::size_t>(row)]];
  switch (column) {
    case unit:
      return line.reporterName;
    case section:
      return line.title;
    case state:
      return stateOf(line, words_);
    case deadline:
      return line.deadline ? vietnamese::numericDate(*line.deadline) : std::string();
    case left:
      return line.daysLeft ? presentation::daysLeftText(*line.daysLeft, words_) : std::string();
    case findings:
      return findingsOf(line);
    case received:
      return line.lastChange;
    case sender:
      return line.signer;
    default:
      return {};
  }
}

void BoardList::take(presentation::Board board) {
  std::set<SectionKey> before;
  for (const auto& line : selected()) before.insert(line.key);
  board_ = std::move(board);
  show();
  for (std::size_t row = 0; row < shown_.size(); ++row) {
    if (before.contains(board_.lines[shown_[row]].key)) Select(static_cast<long>(row));
  }
}

void BoardList::filter(presentation::BoardFilter filter) {
  filter_ = filter;
  show();
}

void BoardList::search(const std::string& text) {
  wanted_ = foldForSearch(foldSpace(text));
  show();
}

void BoardList::show() {
  for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) Select(row, false);
  shown_.clear();
  for (std::size_t i = 0; i < board_.lines.size(); ++i) {
    const auto& line = board_.lines[i];
    const bool found =
        wanted_.empty() ||
        foldForSearch(line.reporterName + "\n" + line.title + "\n" + line.signer).find(wanted_) != std::string::npos;
    if (found && presentation::shows(filter_, line)) shown_.push_back(i);
  }
  order();
  SetItemCount(static_cast<long>(shown_.size()));
  fitColumns();
  Refresh();
}

void BoardList::sort(int column) {
  ascending_ = sorted_ != column || !ascending_;
  sorted_ = column;
  const auto keep = selected();
  show();
  for (const auto& line : keep) select(line.key);
}

void BoardList::order() {
  if (sorted_ < 0) return;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = board_.lines[a];
    const auto& other = board_.lines[b];
    switch (sorted_) {
      case unit:
        return one.reporter < other.reporter;
      case section:
        return one.title < other.title;
      case state:
        return std::pair(one.received, one.state) < std::pair(other.received, other.state);
      case deadline:
        return one.deadline < other.deadline;
      case left:
        return one.daysLeft.value_or(100000) < other.daysLeft.value_or(100000);
      case findings:
        return std::pair(one.errors, one.warnings) < std::pair(other.errors, other.warnings);
      case received:
        return one.changedAt < other.changedAt;
      default:
        return one.signer < other.signer;
    }
  });
  if (!ascending_) std::reverse(shown_.begin(), shown_.end());
}

std::vector<BoardLine> BoardList::selected() const {
  std::vector<BoardLine> lines;
  for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) {
    if (static_cast<std::size_t>(row) < shown_.size())
      lines.push_back(board_.lines[shown_[static_cast<std::size_t>(row)]]);
  }
  return lines;
}

void BoardList::select(const SectionKey& key) {
  for (std::size_t row = 0; row < shown_.size(); ++row) {
    if (board_.lines[shown_[row]].key != key) continue;
    Select(static_cast<long>(row));
    EnsureVisible(static_cast<long>(row));
  }
}

}  // namespace cchc::shell
