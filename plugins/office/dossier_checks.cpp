#include "plugins/office/dossier_checks.h"

#include "core/base/vietnamese.h"
#include "plugins/office/dossier_columns.h"

namespace cchc::office {
namespace {

using Figure = std::optional<Decimal>;

Figure cellAt(const plugin::SectionReader& section, std::size_t row, std::string_view column) {
  return numberAt(section, plugin::cell(dossierTable, row, column));
}

// The known parts of a sum, and whether all parts are known.
struct Sum {
  Decimal known;
  bool any = false, complete = true;

  void add(const Figure& part) {
    const auto sum = part ? cchc::add(known, *part) : std::nullopt;
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
  for (const auto& part : parts) sum.add(part);
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
    compareParts("received", received, "3", "4+5+6", "tổng số tiếp nhận",
                 "trực tuyến, trực tiếp và kỳ trước chuyển sang", sumOf({at("online"), at("direct"), at("carried")}));
    compareParts("in_time", merged, "8+9", "8, 9", "giải quyết trước hạn và đúng hạn", "trước hạn, đúng hạn", split);
    compareParts("resolved", resolved, "7", "8+9+10", "tổng số đã giải quyết", "trước hạn, đúng hạn và quá hạn",
                 timely ? sumOf({timely, overdue}) : sumOf({early, onTime, overdue}));
    compareParts("pending", pending, "11", "12+13", "tổng số đang giải quyết", "trong hạn và quá hạn",
                 sumOf({at("pending_in_time"), at("pending_overdue")}));
    compareParts("received", received, "3", "7+11", "tổng số tiếp nhận", "đã giải quyết và đang giải quyết",
                 sumOf({resolved, pending}));
  }

 private:
  Figure at(std::string_view column) const { return cellAt(section_, row_, column); }

  void compareParts(std::string_view column, const Figure& total, std::string_view number, std::string_view parts,
                    std::string_view label, std::string_view partsLabel, const Sum& sum) {
    if (total && sum.contradicts(*total))
      faults_.push_back({row_, column, number, parts, label, partsLabel, *total, sum.known});
  }

  const plugin::SectionReader& section_;
  std::size_t row_;
  std::vector<RowFault>& faults_;
};

std::size_t rowsOf(const plugin::SectionReader& section) { return section.rowCount(plugin::view(dossierTable)); }

// The row as a person identifies it: its number in the table, and the name of the field of work if there is one.
std::string rowName(const plugin::SectionReader& section, std::size_t row) {
  const auto number = std::to_string(row + 1);
  const auto name = textAt(section, plugin::cell(dossierTable, row, "name"));
  return name ? number + " (" + std::string(*name) + ")" : number;
}

std::string shown(const Decimal& value) { return vietnamese::number(value.normalised()); }
std::string difference(const Decimal& a, const Decimal& b) {
  const auto value = subtract(a, b);
  return value ? shown(value->isNegative() ? negate(*value) : *value) : "…";
}

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
    const auto figure = numberAt(section, plugin::field(column.field));
    if (!figure) continue;
    Sum sum;
    for (std::size_t row = 0; row < rows; ++row) {
      sum.add(column.column == "in_time" ? inTimeAt(section, row) : cellAt(section, row, column.column));
    }
    if (sum.contradicts(*figure))
      faults.push_back({column.column, column.field, column.number, column.label, *figure, sum.known});
  }
  return faults;
}

std::optional<CarriedFault> carriedFault(const plugin::SectionReader& section, const plugin::SectionReader& previous) {
  const auto carried = numberAt(section, plugin::field("received.carried"));
  const auto pending = numberAt(previous, plugin::field("pending.total"));
  const auto earlier = numberAt(previous, plugin::field("received.carried"));
  if (!carried || !pending || *carried == *pending || (earlier && *carried == *earlier)) return std::nullopt;
  return CarriedFault{*carried, *pending, earlier};
}

bool checkDossierRows(plugin::CheckContext& context) noexcept try {
  for (const auto& fault : rowFaults(context.section())) {
    plugin::FindingBuilder(context, "office.dossier-row-sum", plugin::Severity::warning)
        .at(plugin::cell(dossierTable, fault.row, fault.column))
        .with("row", rowName(context.section(), fault.row))
        .with("label", std::string(fault.label))
        .with("column", std::string(fault.number))
        .with("total", shown(fault.total))
        .with("parts_label", std::string(fault.partsLabel))
        .with("columns", std::string(fault.partNumbers))
        .with("parts", shown(fault.parts))
        .with("difference", difference(fault.total, fault.parts))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

bool checkDossierColumns(plugin::CheckContext& context) noexcept try {
  for (const auto& fault : columnFaults(context.section())) {
    plugin::FindingBuilder(context, "office.dossier-column-sum", plugin::Severity::warning)
        .at(plugin::field(fault.field))
        .with("label", std::string(fault.label))
        .with("column", std::string(fault.number))
        .with("figure", shown(fault.figure))
        .with("rows", shown(fault.rows))
        .with("difference", difference(fault.figure, fault.rows))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

bool checkCarriedOver(plugin::CheckContext& context) noexcept try {
  const auto* previous = context.previousPeriod();
  const auto fault = previous != nullptr ? carriedFault(context.section(), *previous) : std::nullopt;
  if (!fault) return true;
  plugin::FindingBuilder(context, "office.carried-over", plugin::Severity::warning)
      .at(plugin::field("received.carried"))
      .with("carried", shown(fault->carried))
      .with("pending", shown(fault->pending))
      .with("earlier", fault->earlier ? shown(*fault->earlier) : "…")
      .with("difference", difference(fault->carried, fault->pending))
      .add();
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::office
