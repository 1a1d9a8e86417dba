#include "tests/shell/driver/grid.h"

namespace cchc::test {

int columnOf(Driver& driver, const char* id) {
  int column = 0;
  driver.on([&] { column = static_cast<int>(*driver.frame().table()->table()->definition().columnIndex(id)); });
  return column;
}

void openTable(Driver& driver, const char* table, int rows) {
  driver.on([&] { driver.frame().findings()->goTo(table); });
  driver.until(std::string("the table ") + table, [&] {
    return driver.frame().view() == shell::MainFrame::View::table && driver.frame().table()->table() != nullptr;
  });
  for (int i = 0; i < rows; ++i) driver.on([&] { driver.frame().table()->addRow(); });
}

void goToCell(Driver& driver, int row, int column) {
  driver.on([&] {
    driver.frame().table()->grid()->SetGridCursor(row, column);
    driver.frame().table()->grid()->SetFocus();
  });
  driver.until("the grid in focus", [&] {
    return wxWindow::FindFocus() == driver.frame().table()->grid()->GetGridWindow() ||
           wxWindow::FindFocus() == driver.frame().table()->grid();
  });
}

wxWindow* control(Driver& driver) {
  auto* grid = driver.frame().table()->grid();
  if (!grid->IsCellEditControlShown()) return nullptr;
  auto* editor = grid->GetCellEditor(grid->GetGridCursorRow(), grid->GetGridCursorCol());
  auto* found = editor->GetControl();
  editor->DecRef();
  return found;
}

std::string cell(Driver& driver, int row, int column) {
  return driver.frame().table()->table()->text(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

wxPoint middleOf(Driver& driver, int row, int column) {
  wxPoint middle;
  driver.on([&] {
    const auto* grid = driver.frame().table()->grid();
    const auto rectangle = grid->CellToRect(row, column);
    middle = grid->CalcScrolledPosition(wxPoint(rectangle.x + rectangle.width / 3, rectangle.y + rectangle.height / 2));
  });
  return middle;
}

}  // namespace cchc::test
