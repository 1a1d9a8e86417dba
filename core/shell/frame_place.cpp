// Where one is in the window, and back there on the next start.
#include "core/shell/main_frame.h"

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
    return placeText(Place::ofCell(table->definition().id, table->rowId(static_cast<std::size_t>(row)), table->definition().columns[static_cast<std::size_t>(column)].id));
  }
  const auto* view = form_.made();
  if (view == nullptr || !view->current() || *view->current() >= form->rows().size()) return {};
  const auto row = form->rows()[*view->current()];
  return row.kind == presentation::FormRow::Kind::field ? form->editing().definition().fields[row.index].id : std::string();
}

void MainFrame::rememberPlace() {
  auto& settings = workspace_.settings;
  const auto place = this->place();
  const std::string view = viewNames[static_cast<std::size_t>(view_)];
  if (settings.lastView == view && settings.lastPlace == place) return;
  settings.lastView = view, settings.lastPlace = place;
  workspace_.saveSettings();
}

void MainFrame::goBack() {
  const auto settings = workspace_.settings;
  for (const auto& entry : workspace_.entries()) {
    // The office begins with its board, a department with a section of its own.
    const bool section = settings.lastView == "form" || settings.lastView == "table" || (settings.lastView.empty() && !office());
    if (section && keyText(entry.key) == settings.lastSection) openSection(entry.key, settings.lastPlace);
  }
  if (workspace_.form() == nullptr && !office() && !workspace_.entries().empty()) openSection(workspace_.entries().front().key, "");
  if (workspace_.form() == nullptr) showView(office() ? View::board : View::form);
  for (const auto view : {View::board, View::report, View::overview}) {
    if (settings.lastView == viewNames[static_cast<std::size_t>(view)]) showView(view);
  }
  placeTimer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { rememberPlace(); });
  placeTimer_.Start(1000);
}

}  // namespace cchc::shell
