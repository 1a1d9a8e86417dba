// What the stories of a table's cells share.
#pragma once
#include <string>

#include "tests/shell/driver/driver.h"

namespace cchc::test {

int columnOf(Driver& driver, const char* id);
// Opens a table of the open section, and adds rows to it.
void openTable(Driver& driver, const char* table, int rows);
void goToCell(Driver& driver, int row, int column);
// The control in the current cell; nullptr while no cell is edited.
wxWindow* control(Driver& driver);
// What a cell shows, on the window's thread.
std::string cell(Driver& driver, int row, int column);
// The middle of a cell, in pixels of the grid's window.
wxPoint middleOf(Driver& driver, int row, int column);

}  // namespace cchc::test
