#include "dossier_checks.h"

#include "dossier_columns.h"

namespace cchc::office {
namespace {

using plugin::Decimal;

using Figure = std::optional<Decimal>;

Figure cellAt(const plugin::SectionReader& section, std::size_t row, std::string_view column) {
  return section.number(plugin::cell(dossierTable, row, column));
}

// The known parts of a sum, and whether all parts are known.
struct Sum {
  Decimal known;
  bool any = false, complete = true;

  void include(const Figure& part) {
    const auto sum = part ? add(known, *part) : std::nullopt;
    if (!sum) {
      complete = false;
      return;
    }
    known = *sum;
    any = true;
  }
  bool contradicts(const Decimal& total) const { return any && (complete ? known != total : known > total); }
};

Sum sumOf(std::initializer_list<Figure> parts) {
  Sum sum;
  for (const auto& part : parts) sum.include(part);
  return sum;
}

// The merged figure, or the sum of its two parts if the source has those.
Figure inTime(const Figure& merged, const Sum& split) {
  if (merged) return merged;
  return split.complete ? Figure(split.known) : std::nullopt;
}
Figure inTimeAt(const plugin::SectionReader& section, std::size_t row) {
  const auto merged = cellAt(section, row, "in_time");
  return merged ? merged : inTime(merged, sumOf({cellAt(section, row, "early"), cellAt(section, row, "on_time")}));
}

class RowCheck {
 public:
  RowCheck(const plugin::SectionReader& section, std::size_t row, std::vector<RowFault>& faults)
      : section_(section), row_(row), faults_(faults) {}

  void addFaults() {
    const auto early = at("early"), onTime = at("on_time"), overdue = at("overdue"), merged = at("in_time");
    const auto received = at("received"), resolved = at("resolved"), pending = at("pending");
    const auto split = sumOf({early, onTime});
    const auto timely = inTime(merged, split);
    compareParts("received", received, "3", "4+5+6", "received-by-channel",
                 sumOf({at("online"), at("direct"), at("carried")}));
    compareParts("in_time", merged, "8+9", "8, 9", "in-time", split);
    compareParts("resolved", resolved, "7", "8+9+10", "resolved",
                 timely ? sumOf({timely, overdue}) : sumOf({early, onTime, overdue}));
    compareParts("pending", pending, "11", "12+13", "pending", sumOf({at("pending_in_time"), at("pending_overdue")}));
    compareParts("received", received, "3", "7+11", "received-by-state", sumOf({resolved, pending}));
  }

 private:
  Figure at(std::string_view column) const { return cellAt(section_, row_, column); }

  void compareParts(std::string_view column, const Figure& total, std::string_view number, std::string_view parts,
                    std::string_view partsName, const Sum& sum) {
    if (total && sum.contradicts(*total))
      faults_.push_back({row_, column, number, parts, partsName, *total, sum.known});
  }

  const plugin::SectionReader& section_;
  std::size_t row_;
  std::vector<RowFault>& faults_;
};

std::size_t rowsOf(const plugin::SectionReader& section) { return section.rowCount(dossierTable); }

// The row as a person identifies it: its number in the table, and the name of the field of work if there is one.
std::string rowName(const plugin::SectionReader& section, std::size_t row) {
  const auto number = std::to_string(row + 1);
  const auto name = section.text(plugin::cell(dossierTable, row, "name"));
  return name ? number + " (" + std::string(*name) + ")" : number;
}

std::string difference(const Decimal& a, const Decimal& b) {
  const auto value = subtract(a, b);
  const auto size = value ? magnitude(*value) : std::nullopt;
  return size ? plugin::shortened(*size) : "…";
}

std::string columnText(std::string_view column) { return "office.column." + std::string(column); }

}  // namespace

std::vector<RowFault> rowFaults(const plugin::SectionReader& section) {
  std::vector<RowFault> faults;
  const auto rows = rowsOf(section);
  for (std::size_t row = 0; row < rows; ++row) RowCheck(section, row, faults).addFaults();
  return faults;
}

std::vector<ColumnFault> columnFaults(const plugin::SectionReader& section) {
  std::vector<ColumnFault> faults;
  const auto rows = rowsOf(section);
  for (const auto& column : dossierColumns) {
    const auto figure = section.number(plugin::field(column.field));
    if (!figure) continue;
    Sum sum;
    for (std::size_t row = 0; row < rows; ++row) {
      sum.include(column.column == "in_time" ? inTimeAt(section, row) : cellAt(section, row, column.column));
    }
    if (sum.contradicts(*figure)) faults.push_back({column.column, column.field, column.number, *figure, sum.known});
  }
  return faults;
}

void checkDossierRows(plugin::CheckContext& context) {
  for (const auto& fault : rowFaults(context.section())) {
    plugin::FindingBuilder(context, "office.dossier-row-sum", plugin::Severity::warning)
        .at(plugin::cell(dossierTable, fault.row, fault.column))
        .with("row", rowName(context.section(), fault.row))
        .with("column", std::string(fault.number))
        .withText("label", columnText(fault.column))
        .with("total", plugin::shortened(fault.total))
        .with("columns", std::string(fault.partNumbers))
        .withText("parts_label", "office.parts." + std::string(fault.partsName))
        .with("parts", plugin::shortened(fault.parts))
        .with("difference", difference(fault.total, fault.parts))
        .add();
  }
}

void checkDossierColumns(plugin::CheckContext& context) {
  for (const auto& fault : columnFaults(context.section())) {
    plugin::FindingBuilder(context, "office.dossier-column-sum", plugin::Severity::warning)
        .at(plugin::field(fault.field))
        .with("column", std::string(fault.number))
        .withText("label", columnText(fault.column))
        .with("figure", plugin::shortened(fault.figure))
        .with("rows", plugin::shortened(fault.rows))
        .with("difference", difference(fault.figure, fault.rows))
        .add();
  }
}

}  // namespace cchc::office
