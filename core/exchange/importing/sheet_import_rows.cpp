// Matches rows that an importer has read with those of the section.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/definition/located_place.h"
#include "core/exchange/importing/import_notes.h"
#include "core/exchange/importing/sheet_import.h"

namespace cchc {
namespace {

class RowsOfImporter {
 public:
  RowsOfImporter(const ImportTarget& target, const SheetChoices& choices, DryRun& run)
      : target_(target), choices_(choices), run_(run) {}

  void all(const std::vector<std::size_t>& lines) {
    auto rows = std::move(run_.values.rows);
    auto values = std::move(run_.values.values);
    run_.values.rows.clear();
    run_.values.values.clear();
    std::map<std::pair<std::string, std::string>, std::size_t> indexes;
    std::vector<IncomingRow> incoming(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      indexes.emplace(std::pair(rows[i].table, rows[i].row), i);
      incoming[i].line = i < lines.size() ? lines[i] : 0;
    }
    for (auto& [place, value] : values) {
      const auto* cell = place.cell();
      const auto row = cell == nullptr ? indexes.end() : indexes.find(std::pair(cell->table, cell->row));
      if (row == indexes.end()) {
        field(place, std::move(value));
        continue;
      }
      const auto& table = target_.definition.tables[*target_.definition.tableIndex(cell->table)];
      incoming[row->second].cells.emplace_back(*table.columnIndex(cell->column), std::move(value));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) match(rows[i].table, incoming[i]);
    for (const auto& [table, matcher] : matchers_)
      importing::endRows(target_.definition.tables[table], matcher, choices_.rows, run_);
  }

 private:
  void field(const Place& place, Value value) {
    const auto located = locate(target_.definition, place);
    const auto* present = valueAt(target_.definition, target_.present, place);
    const bool there = present != nullptr && !present->blank() && located && located->value != nullptr;
    if (there && saysTheSame(*located->value, *present, value)) return;
    if (there) value = withHiddenParts(*located->value, *present, std::move(value));
    run_.values.values.push_back({place, std::move(value)});
  }

  void match(const std::string& tableId, const IncomingRow& row) {
    const auto index = *target_.definition.tableIndex(tableId);
    const auto& table = target_.definition.tables[index];
    // Rows of one file may have the same line, or none, in a text.
    auto& matcher = matchers_
                        .try_emplace(index, table, target_.present.tables[index], choices_.rows,
                                     choices_.idsFrom + (row.line == 0 ? "x" : ""))
                        .first->second;
    const auto matched = matcher.match(row);
    const auto line = row.line == 0 ? std::string() : std::to_string(row.line);
    if (!matched) {
      auto error = matched.error();
      error.place = line;
      error.kind = ErrorKind::refusal;
      run_.findings.push_back({row.line, "", std::move(error)});
      ++run_.wrong;
      run_.right -= run_.right > 0 ? 1 : 0;
      return;
    }
    if (matched->kind == RowMatcher::Match::Kind::same) {
      ++run_.same;
      run_.findings.push_back({row.line, "", {"import.there-already", line, {}}, false});
    } else {
      ++(matched->kind == RowMatcher::Match::Kind::added ? run_.added : run_.updated);
    }
    std::size_t blanks = 0;  // an importer gives no blank cells
    matcher.write(row, *matched, run_.values, blanks);
  }

  const ImportTarget& target_;
  const SheetChoices& choices_;
  DryRun& run_;
  std::map<std::size_t, RowMatcher> matchers_;  // by index of the table
};

}  // namespace

void matchRows(const ImportTarget& target, const SheetChoices& choices, const std::vector<std::size_t>& lines,
               DryRun& run) {
  RowsOfImporter(target, choices, run).all(lines);
}

}  // namespace cchc
