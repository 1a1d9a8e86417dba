// The order of the rows of a section's tables, from the positions in the store, which ascend with gaps. Private to
// section/.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/model/section_data.h"
#include "core/store/store.h"

namespace cchc {

class RowOrder {
 public:
  void read(const std::vector<DraftRow>& rows) {
    positions_.clear();
    for (const auto& row : rows) positions_[row.table][row.row] = row.position;
  }
  // The position of a row; 0 for an unknown row.
  int of(const std::string& table, const std::string& row) const {
    const auto rows = positions_.find(table);
    if (rows == positions_.end()) return 0;
    const auto found = rows->second.find(row);
    return found == rows->second.end() ? 0 : found->second;
  }
  void remove(const std::string& table, const std::string& row) { positions_[table].erase(row); }

  struct Moved {
    std::string row;
    int from = 0, to = 0;
  };
  // Gives a position to the row that is now at `index` of `rows`. Returns the rows after it that had to move, with
  // their old and new positions.
  std::vector<Moved> insert(const std::string& table, const std::vector<Row>& rows, std::size_t index) {
    auto& known = positions_[table];
    int position = index == 0 ? 0 : known[rows[index - 1].id] + 1;
    known[rows[index].id] = position;
    std::vector<Moved> moved;
    for (auto next = index + 1; next < rows.size() && known[rows[next].id] <= position; ++next) {
      auto& present = known[rows[next].id];
      moved.push_back({rows[next].id, present, ++position});
      present = position;
    }
    return moved;
  }

 private:
  std::map<std::string, std::map<std::string, int>> positions_;
};

}  // namespace cchc
