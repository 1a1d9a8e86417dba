// Lets a plugin read a sheet: a cchc_cells over a Sheet, whose rows without content are left out. Private to plugin/.
#pragma once
#include <vector>

#include "core/exchange/sheets/cells.h"
#include "core/plugin/kit/cchc/plugin.h"
#include "core/plugin/live_self.h"

namespace cchc {

// Borrows the sheet. A plugin knows its address, so it is neither copied nor moved.
class CellsView {
 public:
  explicit CellsView(const Sheet& sheet);
  CellsView(const CellsView&) = delete;
  CellsView& operator=(const CellsView&) = delete;

  const cchc_cells& raw() const { return raw_; }
  const Sheet& sheet() const { return sheet_; }
  bool contains(std::uint64_t row, std::uint64_t column) const { return row < raw_.rows && column < raw_.columns; }
  // Notes that the plugin has looked at a cell, which contains() has; whether it has.
  void note(std::uint64_t row, std::uint64_t column) const { asked_[row * raw_.columns + column] = true; }
  bool asked(std::uint64_t row, std::uint64_t column) const { return asked_[row * raw_.columns + column]; }

 private:
  LiveSelf live_{this};
  const Sheet& sheet_;
  mutable std::vector<bool> asked_;  // an importer runs on one thread
  cchc_cells raw_{};
};

}  // namespace cchc
