#include "core/shell/office/board_view.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include <algorithm>
#include <utility>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/search_box.h"

namespace cchc::shell {

using presentation::BoardFilter;

namespace {

constexpr BoardFilter filters[] = {BoardFilter::all,      BoardFilter::missing,    BoardFilter::late,
                                   BoardFilter::toReview, BoardFilter::withErrors, BoardFilter::accepted};

}  // namespace

BoardView::BoardView(wxWindow* parent, Workspace& workspace, Task& task)
    : wxPanel(parent), workspace_(workspace), task_(task), inbox_(workspace) {
  auto* splitter =
      new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  auto* left = makeListPanel(splitter);
  detail_ = new BoardDetail(splitter, workspace);
  detail_->showError = [this](const Error& error) {
    if (showError) showError(error);
  };
  detail_->accept = [this] { acceptSelected(); };
  detail_->returnSection = [this] { returnSelected(); };
  detail_->reopen = [this] { reopenSelected(); };
  detail_->refuseReturn = [this] { refuseReturnOfSelected(); };
  detail_->choosePackage = [this] { choosePackage(); };
  detail_->discard = [this] { discardSelected(); };
  detail_->enterFor = [this] { enterForSelected(); };
  detail_->open = [this] {
    const auto selected = list_->selected();
    if (!selected.empty() && open) open(selected.front().key);
  };
  splitter->SetMinimumPaneSize(FromDIP(220));
  splitter->SetSashGravity(1.0);
  splitter->SplitVertically(left, detail_, -scaled(*this, 320));
  summary_ = new wxStaticText(this, wxID_ANY, "");
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(summary_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(splitter, 1, wxEXPAND);
  SetSizer(sizer);
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    receive({files.begin(), files.end()});
  }));
  inbox_.scanned = [this](const InboxScan& scan) { inboxScanned(scan); };
  inbox_.watch(workspace.settings.inbox);
  list_->SetFocus();
}

wxWindow* BoardView::makeListPanel(wxWindow* parent) {
  const auto words = workspace_.words();
  auto* left = new wxPanel(parent);
  auto* search =
      makeSearchBox(left, words("board-view.search-hint"), words("board-view.search"), wxSize(scaled(*this, 152), -1));
  filters_ = new wxListBox(left, wxID_ANY, wxDefaultPosition, wxSize(scaled(*this, 152), scaled(*this, 100)));
  setAccessibleName(*filters_, words("board-view.filter"));
  list_ = new BoardList(left, words);
  auto* choice = new wxBoxSizer(wxVERTICAL);
  choice->Add(search, 0, wxEXPAND | wxBOTTOM, FromDIP(4));
  choice->Add(filters_, 1, wxEXPAND);
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(choice, 0, wxEXPAND | wxRIGHT, FromDIP(4));
  sizer->Add(list_, 1, wxEXPAND);
  left->SetSizer(sizer);
  search->Bind(wxEVT_TEXT, [this, search](wxCommandEvent& event) {
    event.Skip();
    list_->search(utf8(search->GetValue()));
    detail_->show(list_->selected());
  });
  filters_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    list_->filter(filters[std::max(0, event.GetSelection())]);
    detail_->show(list_->selected());
  });
  // What the pane says must be what a command would take. The list reports no event for a range that is selected with
  // Shift, so the selection is compared before the window waits for the next input.
  list_->Bind(wxEVT_IDLE, [this, said = std::vector<SectionKey>()](wxIdleEvent& event) mutable {
    event.Skip();
    std::vector<SectionKey> now;
    const auto lines = list_->selected();
    for (const auto& line : lines) now.push_back(line.key);
    if (now == said) return;
    said = std::move(now);
    detail_->show(lines);
  });
  list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() != 'A' || event.GetModifiers() != wxMOD_CONTROL) return event.Skip();
    for (long row = 0; row < list_->GetItemCount(); ++row) list_->Select(row);
  });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { detail_->open(); });
  return left;
}

void BoardView::readBoardThen(std::function<void(presentation::Board)> done) {
  reading_.ask(onSuite(workspace_.suite().options,
                       [period = workspace_.period().id, today = workspace_.today(), words = workspace_.words()](
                           SuiteWork& work) { return presentation::readBoard(work.suite, period, today, words); }),
               [this, done = std::move(done)](Result<presentation::Board> board) {
                 if (!board) return showError ? showError(board.error()) : void();
                 done(std::move(*board));
               });
}

void BoardView::reload() {
  if (!workspace_.isOpen()) return;
  if (auto readWithStore = workspace_.releaseBoard()) return setBoard(std::move(*readWithStore));
  readBoardThen([this](presentation::Board board) { setBoard(std::move(board)); });
}

void BoardView::setBoard(presentation::Board board) {
  list_->setBoard(std::move(board));
  const auto words = workspace_.words();
  const int chosen = std::max(0, filters_->GetSelection());
  wxArrayString names;
  for (const auto each : filters)
    names.Add(
        wx(presentation::filterText(each, words) + "  " + std::to_string(presentation::countOf(list_->board(), each))));
  filters_->Set(names);
  filters_->SetSelection(chosen);
  showSummary();
  detail_->show(list_->selected());
}

void BoardView::showSummary() {
  const auto words = workspace_.words();
  const auto& board = list_->board();
  const auto folder = inbox_.folder().string();
  const std::vector<Parameter> parameters = {{"received", std::to_string(board.received)},
                                             {"sections", std::to_string(board.sections)},
                                             {"complete", std::to_string(board.unitsComplete)},
                                             {"units", std::to_string(board.units)},
                                             {"folder", folder}};
  summary_->SetLabelText(
      wx(folder.empty() ? words("board-view.summary", parameters) : words("board-view.summary-watching", parameters)));
}

void BoardView::select(const SectionKey& key) {
  for (long row = list_->GetFirstSelected(); row >= 0; row = list_->GetNextSelected(row)) list_->Select(row, false);
  list_->select(key);
  detail_->show(list_->selected());
}

void BoardView::showBusy() {
  if (showNote) showNote(workspace_.words()("task.still-running"));
}

void BoardView::copyReminder() {
  const auto count = std::to_string(list_->GetSelectedItemCount());
  const auto chosen = list_->selected();
  if (!chosen.empty() && std::none_of(chosen.begin(), chosen.end(), [](const presentation::BoardLine& line) {
        return !line.received || line.state == SectionState::returned;
      })) {
    if (showNote) showNote(workspace_.words()("board-view.reminder-nothing-owed", {{"count", count}}));
    return;
  }
  readBoardThen([this, selected = chosen, count](presentation::Board board) {
    const auto text = presentation::reminderText(board, workspace_.period(), selected);
    setBoard(std::move(board));
    if (!wxTheClipboard->Open()) return;
    wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
    wxTheClipboard->Close();
    if (!showNote) return;
    showNote(selected.empty() ? workspace_.words()("board-view.reminder-copied")
                              : workspace_.words()("board-view.reminder-copied-selected", {{"count", count}}));
  });
}

}  // namespace cchc::shell
