// Where one is in the window, and back there on the next start.
#include "core/shell/frame/main_frame.h"

namespace cchc::shell {

namespace {

constexpr const char* viewNames[] = {"form", "table", "board", "report", "overview"};

}  // namespace

// A field, or a cell of a table, as findings name it.
std::string MainFrame::place() const {
  const auto* form = workspace_.form();
  if (form == nullptr) return {};
  if (view_ == View::table && table_.made() != nullptr && table_.made()->table() != nullptr) {
    const auto* grid = table_.made()->grid();
    const auto* table = table_.made()->table();
    const auto row = grid->GetGridCursorRow(), column = grid->GetGridCursorCol();
    if (row < 0 || column < 0 || static_cast<std::size_t>(row) >= table->rowCount()) return table->definition().id;
    return placeText(Place::ofCell(table->definition().id, table->rowId(static_cast<std::size_t>(row)),
                                   table->definition().columns[static_cast<std::size_t>(column)].id));
  }
  const auto* view = form_.made();
  if (view == nullptr || !view->current() || *view->current() >= form->rows().size()) return {};
  const auto row = form->rows()[*view->current()];
  return row.kind == presentation::FormRow::Kind::field ? form->editing().definition().fields[row.index].id
                                                        : std::string();
}

void MainFrame::rememberPlace() {
  auto& settings = workspace_.settings;
  const auto place = this->place();
  const std::string view = viewNames[static_cast<std::size_t>(view_)];
  if (settings.lastView == view && settings.lastPlace == place) return;
  settings.lastView = view, settings.lastPlace = place;
  workspace_.saveSettings();
}

void MainFrame::openSection(const SectionKey& key, const std::string& place) {
  // What refuses, such as a wrong figure in an editor, keeps the section that is open; the navigator says so again.
  const auto stay = [this] {
    CallAfter([this] {
      if (navigator_.made() != nullptr) navigator_->reload();
    });
  };
  if (!leave()) return stay();
  if (workspace_.form() != nullptr && workspace_.form()->editing().key() == key) {
    opening_.forget();
    showView(View::form);
    return goTo(place);
  }
  const auto section = std::make_shared<std::unique_ptr<SectionEditing>>();
  const auto edits = workspace_.edits();
  opening_.ask(
      workspace_.suite().options,
      [section, key, outbox = workspace_.suite().outbox](Background::Work& work) -> Status {
        CCHC_CHECK(allSent(outbox));
        CCHC_TRY(*section, SectionEditing::open(work.suite, key));
        return {};
      },
      [=, this](const Status& read) {
        if (!read) tellError(read.error());
        if (!read || !leave()) return stay();
        // What was edited meanwhile may be among the figures that it shows.
        if (workspace_.edits() != edits) return openSection(key, place);
        workspace_.show(std::move(*section));
        showView(View::form);
        goTo(place);
      });
}

void MainFrame::goTo(const std::string& place) {
  if (!place.empty()) form_->goTo(place);
}

void MainFrame::readAgain() {
  struct Read {
    std::vector<presentation::NavigatorEntry> entries;
    std::unique_ptr<SectionEditing> section;
  };
  const auto read = std::make_shared<Read>();
  const auto* form = workspace_.form();
  const auto key = form != nullptr ? std::optional(form->editing().key()) : std::nullopt;
  const auto edits = workspace_.edits();
  refreshing_.ask(
      workspace_.suite().options,
      [read, key, outbox = workspace_.suite().outbox, unit = OrgUnitId(workspace_.settings.unit),
       period = workspace_.period().id, words = workspace_.words()](Background::Work& work) -> Status {
        CCHC_CHECK(allSent(outbox));
        CCHC_TRY(read->entries, presentation::uncountedEntries(work.suite, unit, period, words));
        if (!key) return {};
        CCHC_TRY(read->section, SectionEditing::open(work.suite, *key));
        return {};
      },
      [this, read, key, edits](const Status& done) {
        if (!done) return tellError(done.error());
        if (workspace_.edits() != edits) return readAgain();
        const auto* open = workspace_.form();
        if (key && open != nullptr && open->editing().key() == *key && leave()) {
          const auto there = place();
          workspace_.show(std::move(read->section));
          if (view_ == View::form) goTo(there);
        }
        workspace_.takeEntries(std::move(read->entries));
      });
}

void MainFrame::goBack() {
  const auto settings = workspace_.settings;
  const auto* form = workspace_.form();
  if (form != nullptr) {
    // The section was read with the store (Workspace::open).
    openSection(form->editing().key(), settings.lastPlace);
  } else {
    showView(office() ? View::board : View::form);
    if (!office() && !workspace_.entries().empty()) openSection(workspace_.entries().front().key, "");
  }
  for (const auto view : {View::board, View::report, View::overview}) {
    if (settings.lastView == viewNames[static_cast<std::size_t>(view)]) showView(view);
  }
  placeTimer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { rememberPlace(); });
  placeTimer_.Start(1000);
}

}  // namespace cchc::shell
