#include "core/consolidation/report_groups.h"

#include "core/base/texts.h"
#include "core/narrative/display.h"

namespace cchc {
namespace {

std::string_view basisName(Basis basis) {
  switch (basis) {
    case Basis::cumulative:
      return "cumulative";
    case Basis::period:
      return "period";
    case Basis::asAt:
      return "as-at";
    case Basis::opening:
      return "opening";
    case Basis::unspecified:
      break;
  }
  return "";
}

std::string_view originName(Origin origin, bool aggregate) {
  switch (origin) {
    case Origin::entered:
      return aggregate ? "summed" : "entered";
    case Origin::computed:
      return "computed";
    case Origin::given:
      return "given";
    case Origin::referred:
      return "referred";
    case Origin::blank:
      break;
  }
  return "blank";
}

std::string formulaText(const FieldDefinition& field) {
  if (!field.formula.empty()) return field.formula.text;
  if (!field.reference.empty()) return field.reference.text;
  if (!field.numerator.empty())
    return "rate(" + field.numerator.text + ", " + field.denominator.text + ", " + std::to_string(field.decimals) + ")";
  return {};
}

// The change from `before` to `now` in percent of `before`: "12.5". "" if it cannot be computed.
std::string changeText(const Value& now, const Value& before) {
  const auto* a = now.number();
  const auto* b = before.number();
  if (a == nullptr || b == nullptr) return {};
  const auto difference = subtract(*a, *b);
  const auto change = difference ? rate(*difference, *b, 2) : std::nullopt;
  return change ? change->normalised().toText() : std::string();
}

// `now` in percent of `target`.
std::string reachedText(const Value& now, const Value& target) {
  const auto* a = now.number();
  const auto* b = target.number();
  const auto reached = a != nullptr && b != nullptr ? rate(*a, *b, 2) : std::nullopt;
  return reached ? reached->normalised().toText() : std::string();
}

void addComparisons(const GroupSource& source, std::size_t index, ReportIndicator& indicator) {
  const auto& form = source.definition->definition();
  const auto& field = form.fields[index];
  const auto addComparison = [&](const SectionView* other, const char* kind) {
    if (other == nullptr || other->evaluation->fields[index].value().blank()) return;
    const auto& then = other->evaluation->fields[index];
    indicator.comparisons.push_back(
        {kind, then.value(), display(field, then, ""), changeText(indicator.value, then.value())});
  };
  if (field.comparePrevious) addComparison(source.previous, "previous-period");
  if (field.compareLastYear) addComparison(source.lastYear, "same-period-last-year");
  if (field.target.empty()) return;
  const auto target = *form.fieldIndex(field.target);
  const auto& planned = source.evaluation->fields[target];
  if (planned.value().blank()) return;
  indicator.comparisons.push_back({"target", planned.value(), display(form.fields[target], planned, ""),
                                   reachedText(indicator.value, planned.value())});
}

std::string moneyUnit() { return std::string(text("report.money-unit", Language::vi)); }

std::string unitOf(const FieldDefinition& field) {
  if (field.type == FieldType::money) return moneyUnit();
  return field.type == FieldType::percent || field.type == FieldType::rate ? "%" : field.unit;
}

ReportIndicator reportIndicator(const GroupSource& source, std::size_t index) {
  const auto& field = source.definition->definition().fields[index];
  const auto& effective = source.evaluation->fields[index];
  ReportIndicator indicator;
  indicator.id = field.id;
  indicator.code = field.code;
  indicator.label = field.label.vi;
  indicator.unit = unitOf(field);
  indicator.type = field.type;
  indicator.origin = originName(effective.origin, source.aggregate != nullptr);
  indicator.value = effective.value();
  indicator.display = display(field, effective, "");
  indicator.basis = basisName(field.basis);
  indicator.formula = formulaText(field);
  // The letter states a figure, but the computed one is printed.
  const bool overridden = effective.origin == Origin::computed || effective.origin == Origin::referred;
  if (overridden && !source.data->fields[index].blank()) indicator.stated = encodeValue(source.data->fields[index]);
  indicator.uses = usesOf(*source.definition, index);
  indicator.reported = effective.reported;
  indicator.expected = effective.expected;
  if (source.aggregate != nullptr && effective.origin == Origin::entered) {
    indicator.reported = source.aggregate->reported[index];
    indicator.expected = source.aggregate->expected;
  }
  addComparisons(source, index, indicator);
  return indicator;
}

ReportTable reportTable(const GroupSource& source, std::size_t index) {
  const auto& table = source.definition->definition().tables[index];
  const auto& data = source.data->tables[index];
  ReportTable result;
  result.id = table.id;
  result.title = table.title.vi;
  result.nothing = data.nothing;
  result.annex = table.annex;
  for (const auto& column : table.columns) {
    const bool money = column.type == FieldType::money;
    result.columns.push_back({column.id, column.label.vi, money ? moneyUnit() : column.unit});
  }
  for (std::size_t r = 0; r < data.rows.size(); ++r) {
    ReportRow row;
    row.id = data.rows[r].id;
    for (const auto& fixed : table.fixedRows) {
      if (fixed.id == row.id) row.label = fixed.label.vi;
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& cell = source.evaluation->cells[index][r][c];
      if (!cell.relevant || cell.value().blank()) continue;
      const auto format =
          table.columns[c].type == FieldType::document || table.columns[c].type == FieldType::documents ? "full" : "";
      row.cells.push_back(
          {table.columns[c].id, table.columns[c].type, cell.value(), display(table.columns[c], cell, format)});
    }
    if (!row.cells.empty()) result.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace

ReportGroup reportGroup(const GroupSource& source, std::size_t group, const NarrativeContext& context) {
  const auto& form = source.definition->definition();
  const auto& definition = form.groups[group];
  ReportGroup result;
  result.section = *source.key;
  result.version = form.version;
  result.id = definition.id;
  result.place = definition.place;
  result.title = definition.title.vi;
  result.untitled = definition.untitled;
  result.nothing = source.data->groupNothing[group];
  result.aggregate = source.aggregate != nullptr;
  result.paragraphs = paragraphs(*source.definition, group, *source.data, *source.evaluation, context);
  for (const auto& item : definition.items) {
    if (item.kind == GroupItem::Kind::field) {
      const auto& effective = source.evaluation->fields[item.index];
      const bool required = form.fields[item.index].required == Required::submit && source.aggregate == nullptr;
      if (effective.relevant && (!effective.value().blank() || required))
        result.indicators.push_back(reportIndicator(source, item.index));
    } else if (item.kind == GroupItem::Kind::table) {
      auto table = reportTable(source, item.index);
      if (!table.rows.empty() || table.nothing) result.tables.push_back(std::move(table));
    }
  }
  return result;
}

}  // namespace cchc
