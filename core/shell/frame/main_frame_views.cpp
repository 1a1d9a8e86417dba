// The views of the window: how each is made when it is first needed, which is shown, and where they stand.
#include "core/shell/frame/main_frame.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

// How each view is made, and what it tells the window; a view that comes later than its section shows it at once.
void MainFrame::makeViews() {
  const auto errors = [this](const Error& error) { tellError(error); };
  const auto notes = [this](const std::string& note) { tellNote(note); };
  const auto changed = [this] { readAgain(); };
  const auto added = [this](View view, auto* page) {
    pages_[view] = book_->GetPageCount();
    book_->AddPage(page, "");
    return page;
  };
  bar_.make = [this] {
    auto* bar = new wxInfoBar(middle_);
    bar->AddButton(wxID_CLOSE,
                   wx(workspace_.words()("Đóng", "Close")));  // the toolkit's own speaks the system's language
    middle_->GetSizer()->Insert(0, bar, wxSizerFlags().Expand());
    return bar;
  };
  strip_.make = [this] {
    auto* strip = new TaskStrip(middle_, background_, workspace_.words());
    middle_->GetSizer()->Add(strip, wxSizerFlags().Expand());
    return strip;
  };
  background_.changed = [this](bool running) { strip_->show(running); };
  navigator_.make = [this] {
    auto* navigator = new NavigatorView(outer_, workspace_);
    navigator->open = [this](const SectionKey& key, const std::string& place) { openSection(key, place); };
    navigator->reload();
    return navigator;
  };
  form_.make = [=, this] {
    auto* form = added(View::form, new FormView(book_, workspace_));
    form->openTable = [this](std::size_t table, const std::string& row, const std::string& column) {
      showView(View::table);
      table_->show(table, row, column);
    };
    form->openAttachment = [this](const Place& place) { openAttachment(place); };
    form->tellError = errors;
    form->tellNote = notes;
    form->sectionChanged();
    return form;
  };
  table_.make = [=, this] {
    auto* table = added(View::table, new TableView(book_, workspace_));
    table->goBack = [this] {
      showView(View::form);
      form_->SetFocus();
    };
    table->openAttachment = [this](const Place& place) { openAttachment(place); };
    table->tellError = errors;
    table->sectionChanged();
    return table;
  };
  board_.make = [=, this] {
    auto* board = added(View::board, new BoardView(book_, workspace_, background_));
    board->tellError = errors;
    board->tellNote = notes;
    board->open = [this](const SectionKey& key) { openSection(key, ""); };
    board->changed = changed;
    return board;
  };
  report_.make = [=, this] {
    auto* report = added(View::report, new ReportView(book_, workspace_, background_));
    report->tellError = errors;
    report->tellNote = notes;
    report->open = [this](const SectionKey& key, const std::string& place) { openSection(key, place); };
    report->changed = [this, changed] {
      changed();
      if (view_ == View::board) board_->reload();  // one may have gone there meanwhile
    };
    return report;
  };
  overview_.make = [=, this] {
    auto* overview = added(View::overview, new OverviewView(book_, workspace_));
    overview->tellError = errors;
    overview->tellNote = notes;
    return overview;
  };
  pane_.make = [this] { return makePane(); };
}

wxNotebook* MainFrame::makePane() {
  const auto words = workspace_.words();
  auto* pane = new wxNotebook(inner_, wxID_ANY);
  findings_ = new FindingsView(pane, workspace_);
  text_ = new TextView(pane, workspace_);
  pane->AddPage(findings_, wx(words("Lỗi", "Findings")));
  pane->AddPage(text_, wx(words("Lời văn", "Text")));
  findings_->goTo = [this](const std::string& place) {
    showView(View::form);
    form_->goTo(place);
  };
  findings_->openSection = [this](const SectionKey& key, const std::string& place) { openSection(key, place); };
  findings_->tellError = [this](const Error& error) { tellError(error); };
  text_->tellError = findings_->tellError;
  findings_->reload();
  text_->reload();
  return pane;
}

// Below 1200 the pane moves to the bottom; the board, report and overview have the room for themselves.
void MainFrame::arrange() {
  const bool beside = view_ == View::form || view_ == View::table;
  if (!beside) {
    if (inner_->IsSplit()) inner_->Unsplit(pane_.get());
    if (outer_->IsSplit()) outer_->Unsplit(navigator_.get());
    return;
  }
  if (!outer_->IsSplit()) {
    navigator_->Show();
    outer_->SplitVertically(navigator_.get(), middle_, scaled(*this, 230));
    if (!counted_) countFindings();
  }
  const bool wide = GetClientSize().GetWidth() >= FromDIP(1180);
  const auto wanted = wide ? wxSPLIT_VERTICAL : wxSPLIT_HORIZONTAL;
  if (inner_->IsSplit() && inner_->GetSplitMode() == wanted) return;
  if (inner_->IsSplit()) inner_->Unsplit(pane_.get());
  pane_->Show();
  if (wide)
    inner_->SplitVertically(book_, pane_.get(), -FromDIP(340));
  else
    inner_->SplitHorizontally(book_, pane_.get(), -scaled(*this, 210));
}

bool MainFrame::leave() {
  if (pane_.made() != nullptr && !(findings_->commit() && text_->commit())) return false;
  return (form_.made() == nullptr || form_->commit()) && (table_.made() == nullptr || table_->commit());
}

void MainFrame::showView(View view) {
  if (!leave()) return;
  view_ = view;
  switch (view) {
    case View::form:
      form_.get();
      break;
    case View::table:
      table_.get();
      break;
    case View::board:
      board_.get();
      break;
    case View::report:
      report_.get();
      break;
    case View::overview:
      overview_.get();
      break;
  }
  book_->SetSelection(pages_[view]);
  if (view == View::board) board_->reload();
  if (view == View::report) report_->showLast();
  if (view == View::overview) overview_->reload();
  arrange();
  showHeading();
  if (view == View::form) form_->SetFocus();
}

}  // namespace cchc::shell
