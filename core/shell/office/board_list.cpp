#include "core/shell/office/board_list.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/sorting/collation.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::BoardLine;

namespace {

enum Column : int { unit, section, state, deadline, left, findings, received, sender, count };
// The other columns are as wide as their texts. Those with long texts share the remaining width in this proportion.
constexpr int shares[count] = {3, 4, 0, 0, 0, 0, 0, 2};
constexpr int narrowest = 100;

std::string stateOf(const BoardLine& line, presentation::Words words) {
  // The shape of a warning, since the section cannot be accepted until somebody chooses a package.
  if (line.undecided)
    return std::string(presentation::severityShape(Severity::warning)) + " " + words("board-view.undecided");
  const auto text =
      line.received ? presentation::stateText(line.state, line.revision, true, words) : words("board.filter.missing");
  return std::string(presentation::stateShape(line.state, line.received)) + " " + text;
}

std::string findingsOf(const BoardLine& line, presentation::Words words) {
  std::string text;
  if (line.errors > 0) text += presentation::severityShape(Severity::error) + std::to_string(line.errors) + " ";
  if (line.warnings > 0) text += presentation::severityShape(Severity::warning) + std::to_string(line.warnings) + " ";
  if (line.kept > 0) text += words("board-view.kept", {{"count", std::to_string(line.kept)}});
  return text;
}

}  // namespace

BoardList::BoardList(wxWindow* parent, presentation::Words words)
    : wxListView(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(100, 100)), wxLC_REPORT | wxLC_VIRTUAL),
      words_(words) {
  setAccessibleName(*this, words("board-view.list"));
  for (const auto* heading :
       {"board-view.list.unit", "board-view.list.section", "board-view.list.state", "board-view.list.deadline",
        "board-view.list.days-left", "board-view.list.findings", "board-view.list.received", "board-view.list.sender"})
    AppendColumn(wx(words(heading)), wxLIST_FORMAT_LEFT, scaled(*this, narrowest));
  Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) { sortBy(event.GetColumn()); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
  showCutTexts(*this, {}, [this](long row, int column) { return textOf(row, column); });
}

int BoardList::widthNeededBy(int column) const {
  wxListItem heading;
  heading.SetMask(wxLIST_MASK_TEXT);
  GetColumn(column, heading);
  int widest = GetTextExtent(heading.GetText()).GetWidth();
  std::set<std::string> texts;  // the same few texts occur in many rows, and measuring is slow
  for (long row = 0; row < static_cast<long>(shown_.size()); ++row) texts.insert(textOf(row, column));
  for (const auto& text : texts) widest = std::max(widest, cells_.width(*this, text));
  return widest + scaled(*this, 14);
}

// The list never scrolls sideways. If it is too narrow, the sender is hidden, and then the deadline; the detail pane
// shows both.
void BoardList::fitColumns() {
  int room = GetClientSize().GetWidth() - scaled(*this, 16);  // the scroll bar
  int widths[count] = {};
  for (int i = 0; i < count; ++i) widths[i] = shares[i] > 0 ? 0 : widthNeededBy(i), room -= widths[i];
  const bool withSender = room >= 3 * scaled(*this, narrowest);
  if (room < 2 * scaled(*this, narrowest)) room += std::exchange(widths[deadline], 0);
  const int all = shares[unit] + shares[section] + (withSender ? shares[sender] : 0);
  for (int i = 0; i < count; ++i) {
    if (shares[i] > 0)
      widths[i] = i == sender && !withSender ? 0 : std::max(scaled(*this, narrowest), room * shares[i] / all);
    SetColumnWidth(i, widths[i]);
  }
}

// A text that is too long is cut here. The toolkit would measure it letter by letter each time it paints.
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
      return findingsOf(line, words_);
    case received:
      return line.lastChange;
    case sender:
      return line.signer;
    default:
      return {};
  }
}

void BoardList::setBoard(presentation::Board board) {
  std::set<SectionKey> before;
  for (const auto& line : selected()) before.insert(line.key);
  board_ = std::move(board);
  updateRows();
  for (std::size_t row = 0; row < shown_.size(); ++row) {
    if (before.contains(board_.lines[shown_[row]].key)) Select(static_cast<long>(row));
  }
}

void BoardList::filter(presentation::BoardFilter filter) {
  filter_ = filter;
  updateRows();
}

void BoardList::search(const std::string& text) {
  searched_ = foldForSearch(foldSpace(text));
  updateRows();
}

void BoardList::updateRows() {
  for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) Select(row, false);
  shown_.clear();
  for (std::size_t i = 0; i < board_.lines.size(); ++i) {
    const auto& line = board_.lines[i];
    const bool found =
        searched_.empty() ||
        foldForSearch(line.reporterName + "\n" + line.title + "\n" + line.signer).find(searched_) != std::string::npos;
    if (found && presentation::shows(filter_, line)) shown_.push_back(i);
  }
  sortRows();
  SetItemCount(static_cast<long>(shown_.size()));
  fitColumns();
  Refresh();
}

void BoardList::sortBy(int column) {
  ascending_ = sortColumn_ != column || !ascending_;
  sortColumn_ = column;
  const auto before = selected();
  updateRows();
  for (const auto& line : before) select(line.key);
}

void BoardList::sortRows() {
  if (sortColumn_ < 0) return;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = board_.lines[a];
    const auto& other = board_.lines[b];
    switch (sortColumn_) {
      case unit:
        return one.reporter < other.reporter;
      case section:
        return collationKey(one.title) < collationKey(other.title);
      case state:
        return std::pair(one.received, one.state) < std::pair(other.received, other.state);
      case deadline:
        return one.deadline < other.deadline;
      case left:
        return one.daysLeft.value_or(100000) < other.daysLeft.value_or(100000);
      case findings:
        return std::tuple(one.errors, one.warnings, one.kept) < std::tuple(other.errors, other.warnings, other.kept);
      case received:
        return one.changedAt < other.changedAt;
      default:
        return collationKey(one.signer) < collationKey(other.signer);
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
