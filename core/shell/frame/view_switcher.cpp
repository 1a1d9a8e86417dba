#include "core/shell/frame/view_switcher.h"

#include <utility>

#include "core/shell/frame/notice_bar.h"

namespace cchc::shell {

ViewSwitcher::ViewSwitcher(const FrameContext& context, wxSimplebook& book, Callbacks callbacks)
    : context_(context),
      book_(book),
      callbacks_(std::move(callbacks)),
      showError_([this](const Error& error) { context_.notices.showError(error); }),
      showNote_([this](const std::string& note) { context_.showNote(note); }) {
  form_.make = [this] { return makeForm(); };
  table_.make = [this] { return makeTable(); };
  board_.make = [this] { return makeBoard(); };
  report_.make = [this] { return makeReport(); };
  overview_.make = [this] { return makeOverview(); };
  units_.make = [this] { return makeUnits(); };
}

template <class View>
View* ViewSwitcher::addPage(FrameView view, View* page) {
  pages_[view] = book_.GetPageCount();
  book_.AddPage(page, "");
  return page;
}

// A view that is created after its section was opened shows the section at once.
FormView* ViewSwitcher::makeForm() {
  auto* form = addPage(FrameView::form, new FormView(&book_, context_.workspace));
  form->openTable = [this](std::size_t table, const std::string& row, const std::string& column) {
    show(FrameView::table);
    table_->show(table, row, column);
  };
  form->openAttachment = callbacks_.openAttachment;
  form->showError = showError_;
  form->showNote = showNote_;
  form->sectionChanged();
  return form;
}

TableView* ViewSwitcher::makeTable() {
  auto* table = addPage(FrameView::table, new TableView(&book_, context_.workspace));
  table->goBack = [this] {
    show(FrameView::form);
    form_->SetFocus();
  };
  table->openAttachment = callbacks_.openAttachment;
  table->showError = showError_;
  table->showNote = showNote_;
  table->sectionChanged();
  return table;
}

BoardView* ViewSwitcher::makeBoard() {
  auto* board = addPage(FrameView::board, new BoardView(&book_, context_.workspace, context_.task));
  board->showError = showError_;
  board->showNote = showNote_;
  board->enterFor = [this](const SectionKey& key) { callbacks_.enterAsOffice(key, DeskCommand::enterFor); };
  board->open = [this](const SectionKey& key) { callbacks_.openSection(key, ""); };
  board->changed = callbacks_.storeChanged;
  return board;
}

ReportView* ViewSwitcher::makeReport() {
  auto* report = addPage(FrameView::report, new ReportView(&book_, context_.workspace, context_.task));
  report->showError = showError_;
  report->showNote = showNote_;
  report->open = callbacks_.openSection;
  report->amend = [this](const SectionKey& key) { callbacks_.enterAsOffice(key, DeskCommand::amendHeading); };
  report->changed = [this] {
    callbacks_.storeChanged();
    if (view_ == FrameView::board) board_->reload();  // the user may have gone to the board meanwhile
  };
  return report;
}

OverviewView* ViewSwitcher::makeOverview() {
  auto* overview = addPage(FrameView::overview, new OverviewView(&book_, context_.workspace));
  overview->showError = showError_;
  overview->showNote = showNote_;
  return overview;
}

UnitsView* ViewSwitcher::makeUnits() {
  auto* units = addPage(FrameView::units, new UnitsView(&book_, context_.workspace));
  units->showError = showError_;
  units->changed = callbacks_.storeChanged;
  return units;
}

void ViewSwitcher::show(FrameView view) {
  if (!context_.commitEditors()) return;
  view_ = view;
  switch (view) {
    case FrameView::form:
      form_.get();
      break;
    case FrameView::table:
      table_.get();
      break;
    case FrameView::board:
      board_.get();
      break;
    case FrameView::report:
      report_.get();
      break;
    case FrameView::overview:
      overview_.get();
      break;
    case FrameView::units:
      units_.get();
      break;
  }
  book_.SetSelection(pages_[view]);
  if (view == FrameView::board) board_->reload();
  if (view == FrameView::report) report_->showLast();
  if (view == FrameView::overview) overview_->reload();
  if (view == FrameView::units) units_->reload();
  callbacks_.viewShown();
  if (view == FrameView::form) form_->SetFocus();
  if (view == FrameView::units) units_->focusSearch();
}

void ViewSwitcher::entriesChanged() {
  if (report_.made() != nullptr) report_->updateButtons();
}

void ViewSwitcher::deskChanged() {
  if (board_.made() != nullptr) board_->reload();
  entriesChanged();
  if (units_.made() != nullptr) units_->updateButtons();
}

void ViewSwitcher::showField(const Place& place) {
  show(FrameView::form);
  form_->goTo(place);
}

void ViewSwitcher::comeBack(const Place& place, int scroll) { form_->comeBack(place, scroll); }

Place ViewSwitcher::currentPlace() const {
  const auto* form = context_.workspace.form();
  if (form == nullptr) return {};
  if (view_ == FrameView::table && table_.made() != nullptr && table_.made()->table() != nullptr) return currentCell();
  const auto* view = form_.made();
  if (view == nullptr || !view->current() || *view->current() >= form->rows().size()) return {};
  const auto row = form->rows()[*view->current()];
  return row.kind == presentation::FormRow::Kind::field ? form->editing().definition().fields[row.index].id
                                                        : std::string();
}

// The place of the table's current cell, or the table itself if no cell is current.
Place ViewSwitcher::currentCell() const {
  const auto* grid = table_.made()->grid();
  const auto* table = table_.made()->table();
  const auto row = grid->GetGridCursorRow(), column = grid->GetGridCursorCol();
  if (row < 0 || column < 0 || static_cast<std::size_t>(row) >= table->rowCount()) return table->definition().id;
  return Place::ofCell(table->definition().id, table->rowId(static_cast<std::size_t>(row)),
                       table->column(static_cast<std::size_t>(column)).id);
}

bool ViewSwitcher::commit() {
  return (form_.made() == nullptr || form_->commit()) && (table_.made() == nullptr || table_->commit());
}

void ViewSwitcher::sectionChanged() {
  if (table_.made() != nullptr) table_->sectionChanged();
  if (form_.made() != nullptr) form_->sectionChanged();
}

void ViewSwitcher::sectionEdited() {
  if (form_.made() != nullptr) form_->sectionEdited();
  if (table_.made() != nullptr) table_->sectionEdited();
}

}  // namespace cchc::shell
