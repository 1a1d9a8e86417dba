#include "core/consolidation/report_groups.h"

#include "core/base/text.h"
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

// The decimals of the rate that the definition has of the two fields; without one: 2. So one rate has one form.
int decimalsOfRate(const SectionDefinition& form, const FieldDefinition& field) {
  for (const auto& rate : form.fields) {
    if (trim(rate.numerator.text) == field.id && trim(rate.denominator.text) == field.target) return rate.decimals;
  }
  return 2;
}

// `now` in percent of `target`.
std::string reachedText(const Value& now, const Value& target, int decimals) {
  const auto* a = now.number();
  const auto* b = target.number();
  const auto reached = a != nullptr && b != nullptr ? rate(*a, *b, decimals) : std::nullopt;
  return reached ? reached->normalised().toText() : std::string();
}

// What the display of a comparison says besides the figure: "(2/3 đơn vị …; tính theo đơn vị hành chính …)".
std::string withNotes(std::string display, const ReportComparison& comparison) {
  std::string notes;
  const auto add = [&](const std::string& note) { notes += (notes.empty() ? "" : "; ") + note; };
  if (comparison.expected > 0) {
    add(text("report.compared-units", Language::vi,
             {{"reported", std::to_string(comparison.reported)}, {"expected", std::to_string(comparison.expected)}}));
  }
  if (comparison.regrouped) add(std::string(text("report.regrouped", Language::vi)));
  return notes.empty() ? display : display + " (" + notes + ")";
}

ReportComparison notComparable(const char* kind, const PeriodId& period) {
  ReportComparison comparison{kind, {}, std::string(text("report.not-comparable", Language::vi)), {}, period};
  comparison.notComparable = true;
  return comparison;
}

void addComparison(const FieldDefinition& field, std::size_t index, const char* kind, const ComparedSection* other,
                   ReportIndicator& indicator) {
  if (other == nullptr) return;
  if (other->reasonOf(index) != nullptr) {
    indicator.comparisons.push_back(notComparable(kind, other->period().id));
    return;
  }
  const auto& then = other->view()->evaluation->fields[index];
  if (then.value().blank()) return;
  ReportComparison comparison{kind, then.value(), {}, changeText(indicator.value, then.value()), other->period().id};
  comparison.regrouped = other->regrouped();
  comparison.display = withNotes(display(field, then, ""), comparison);
  indicator.comparisons.push_back(std::move(comparison));
}

// The change is that of the units which have the figure in both periods.
void addComparison(const FieldDefinition& field, std::size_t index, const char* kind, const ComparedSums* other,
                   ReportIndicator& indicator) {
  if (other == nullptr || addingWay(field, Adding::children) == AddingWay::none) return;
  const auto reported = other->reported(index);
  const auto& then = other->then(index);
  auto comparison = notComparable(kind, other->period().id);
  if (reported.value_or(0) > 0 && !then.value().blank()) {
    comparison = {kind, then.value(), {}, changeText(other->now(index).value(), then.value()), other->period().id};
    comparison.regrouped = other->regrouped();
    comparison.display = display(field, then, "");
  }
  // Of a figure for which nobody can count the units, "0/3" would say that none has it.
  if (reported) comparison.reported = *reported, comparison.expected = other->expected();
  comparison.display = withNotes(std::move(comparison.display), comparison);
  indicator.comparisons.push_back(std::move(comparison));
}

void addComparisons(const GroupSource& source, std::size_t index, ReportIndicator& indicator) {
  const auto& form = source.definition->definition();
  const auto& field = form.fields[index];
  if (field.comparePrevious) {
    addComparison(field, index, "previous-period", source.previous, indicator);
    addComparison(field, index, "previous-period", source.previousSums, indicator);
  }
  if (field.compareLastYear) {
    addComparison(field, index, "same-period-last-year", source.lastYear, indicator);
    addComparison(field, index, "same-period-last-year", source.lastYearSums, indicator);
  }
  if (field.target.empty()) return;
  const auto target = *form.fieldIndex(field.target);
  const auto& planned = source.evaluation->fields[target];
  if (planned.value().blank()) return;
  indicator.comparisons.push_back({"target", planned.value(), display(form.fields[target], planned, ""),
                                   reachedText(indicator.value, planned.value(), decimalsOfRate(form, field))});
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
    indicator.expected = source.aggregate->expectedOf(index);
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
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!source.evaluation->inForce.column(index, c)) continue;
    const auto& column = table.columns[c];
    const bool money = column.type == FieldType::money;
    result.columns.push_back({column.id, column.label.vi, money ? moneyUnit() : column.unit});
  }
  for (std::size_t r = 0; r < data.rows.size(); ++r) {
    if (!source.evaluation->inForce.row(index, r)) continue;
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
    } else if (item.kind == GroupItem::Kind::table && source.evaluation->inForce.table(item.index)) {
      auto table = reportTable(source, item.index);
      if (!table.rows.empty() || table.nothing) result.tables.push_back(std::move(table));
    }
  }
  return result;
}

}  // namespace cchc
