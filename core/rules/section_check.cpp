#include "core/rules/section_check.h"

#include <algorithm>
#include <map>

#include "core/base/vietnamese.h"
#include "core/definition/row_key.h"
#include "core/rules/figure_text.h"

namespace cchc::rules {
namespace {

using Type = Operand::Type;

// Compares the figure that the letter states with the computed one, at the letter's precision: 97,26 and 97,60 differ,
// and so do "trên 97,22" and 97,22.
// A stated rate that names its base is not compared, since the definition does not say of what the computed one is.
bool contradicts(const Value& stated, const Value& computed) {
  if (stated.base != RateBase::unspecified) return false;
  const auto* given = stated.number();
  const auto* exact = computed.number();
  if (given == nullptr || exact == nullptr) return stated.content != computed.content;
  if (stated.qualifier == Qualifier::over) return !(*exact > *given);
  if (stated.qualifier == Qualifier::under) return !(*exact < *given);
  return exact->rounded(given->scale()) != *given;
}

}  // namespace

void SectionCheck::add(Finding finding, std::vector<Finding>& findings) const {
  setExplanation(finding, data_);
  findings.push_back(std::move(finding));
}

template <class PlaceOf>
void SectionCheck::checkValue(const FieldDefinition& field, const Effective& effective, const Value& entered,
                              const PlaceOf& place, std::vector<Finding>& findings) {
  if (!effective.relevant) return;
  if (field.minimum || field.maximum) {
    const auto* number = effective.value().number();
    const bool low = number != nullptr && field.minimum && *number < *field.minimum;
    const bool high = number != nullptr && field.maximum && *number > *field.maximum;
    if (low || high) {
      const auto limit = figureText(Value{low ? *field.minimum : *field.maximum}, field);
      add(makeFinding(low ? "core.below-minimum" : "core.above-maximum", Severity::error, key_, place(),
                      {{"label", field.label.vi},
                       {"label_en", field.label.in(Language::en)},
                       {"figure", figureText(effective.value(), field)},
                       {"limit", limit}}),
          findings);
    }
  }
  const bool overridden = effective.origin == Origin::computed || effective.origin == Origin::referred;
  if (overridden && !entered.blank() && contradicts(entered, effective.value())) {
    add(makeFinding("core.stated-differs", Severity::warning, key_, place(),
                    {{"label", field.label.vi},
                     {"label_en", field.label.in(Language::en)},
                     {"stated", figureText(entered, field)},
                     {"computed", figureText(effective.value(), field)}}),
        findings);
  }
}

void SectionCheck::addOpening(const std::optional<OpeningDifference>& found, std::vector<Finding>& findings) const {
  if (!found) return;
  const auto label = placeLabel(form_, found->place);
  add(makeFinding("core.opening-differs", Severity::warning, key_, found->place,
                  {{"label", label.vi},
                   {"label_en", label.in(Language::en)},
                   {"opening", figureText(found->after, *found->opening)},
                   {"closing_label", found->closing->label.vi},
                   {"closing_label_en", found->closing->label.in(Language::en)},
                   {"closing", figureText(found->before, *found->closing)},
                   {"difference", figureText(Value{found->difference}, *found->opening)}}),
      findings);
}

void SectionCheck::addOpeningChange(const std::optional<OpeningDifference>& found,
                                    std::vector<Finding>& findings) const {
  if (!found) return;
  const auto label = placeLabel(form_, found->place);
  const auto& other = *surroundings_.sameStartPeriod();
  add(makeFinding("core.opening-changed", Severity::warning, key_, found->place,
                  {{"label", label.vi},
                   {"label_en", label.in(Language::en)},
                   {"opening", figureText(found->after, *found->opening)},
                   {"earlier", figureText(found->before, *found->opening)},
                   {"period", other.name},
                   {"day", vietnamese::date(other.start)},
                   {"difference", figureText(Value{found->difference}, *found->opening)}}),
      findings);
}

void SectionCheck::checkField(std::size_t index, std::vector<Finding>& findings) {
  const auto& field = form_.fields[index];
  if (const auto* before = surroundings_.preceding(); before != nullptr && !field.openingOf.empty())
    addOpening(openingDifference(*before, ownView(), index), findings);
  if (const auto* other = surroundings_.sameStart(); other != nullptr)
    addOpeningChange(openingChange(*other, ownView(), index), findings);
  if (field.minimum || field.maximum || field.computed()) {
    checkValue(
        field, evaluation_.fields[index], data_.fields[index], [&] { return Place::ofField(field.id); }, findings);
  }
  sanity_.checkField(index, findings);
}

void SectionCheck::checkKeys(std::size_t index, std::vector<Finding>& findings) const {
  const auto& table = form_.tables[index];
  const auto columns = keyColumns(table);
  if (columns.empty() || !evaluation_.inForce.table(index)) return;
  std::map<std::string, std::size_t> first;
  const auto& rows = data_.tables[index].rows;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto key = rowKey(columns, rows[r].cells);
    if (key.empty()) continue;
    const auto [known, isNew] = first.try_emplace(key, r);
    if (isNew) continue;
    std::string shown;
    for (const auto column : columns)
      shown += (shown.empty() ? "" : "; ") + figureText(rows[r].cells[column], table.columns[column]);
    add(makeFinding("core.duplicate-row", Severity::error, key_, Place::ofRow(table.id, rows[r].id),
                    {{"label", table.title.vi},
                     {"label_en", table.title.in(Language::en)},
                     {"row", std::to_string(r + 1)},
                     {"first", std::to_string(known->second + 1)},
                     {"key", shown}}),
        findings);
  }
}

void SectionCheck::checkTable(std::size_t index, std::vector<Finding>& findings) {
  checkKeys(index, findings);
  const auto& table = form_.tables[index];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto& column = table.columns[c];
    if (const auto* before = surroundings_.preceding(); before != nullptr && !column.openingOf.empty()) {
      for (std::size_t r = 0; r < table.fixedRows.size(); ++r)
        addOpening(openingDifference(*before, ownView(), index, r, c), findings);
    }
    if (const auto* other = surroundings_.sameStart(); other != nullptr && column.basis == Basis::opening) {
      for (std::size_t r = 0; r < table.fixedRows.size(); ++r)
        addOpeningChange(openingChange(*other, ownView(), index, r, c), findings);
    }
    if (!column.minimum && !column.maximum && !column.computed()) continue;
    for (std::size_t r = 0; r < data_.tables[index].rows.size(); ++r) {
      const auto& row = data_.tables[index].rows[r];
      checkValue(
          column, evaluation_.cells[index][r][c], row.cells[c],
          [&] { return Place::ofCell(table.id, row.id, column.id); }, findings);
    }
  }
  sanity_.checkTable(index, findings);
}

bool SectionCheck::holds(const RuleDefinition& rule, const Operand& left, const Operand& right) const {
  switch (rule.op) {
    case RuleOperator::implies:
      return !(left.type == Type::condition && left.yes) || right.type != Type::condition || right.yes;
    case RuleOperator::together:
      return left.known() == right.known();
    case RuleOperator::neverTogether:
      return !(left.known() && right.known());
    default:
      break;
  }
  auto a = left, b = right;
  if (!a.known() || !b.known()) {
    const bool bothUnknown = !a.known() && !b.known();
    if (rule.missing == MissingStrategy::skip || (rule.missing == MissingStrategy::skipAll && bothUnknown)) return true;
    if (!a.known()) a = numberOperand(Decimal(0));
    if (!b.known()) b = numberOperand(Decimal(0));
  }
  const auto order = orderOf(a, b);
  if (!order) return true;  // they cannot be compared
  switch (rule.op) {
    case RuleOperator::equal:
      return *order == 0;
    case RuleOperator::notEqual:
      return *order != 0;
    case RuleOperator::less:
      return *order < 0;
    case RuleOperator::lessOrEqual:
      return *order <= 0;
    case RuleOperator::greater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

std::string SectionCheck::figure(const Operand& operand, Expression expression) const {
  const auto kind = program_.nodes[static_cast<std::size_t>(expression)].kind;
  if (operand.type == Type::number) return figureText(operand.number, kind, operand.qualifier);
  if (!operand.known()) return "…";
  FieldDefinition plain;
  plain.type = operand.type == Type::date        ? FieldType::date
               : operand.type == Type::condition ? FieldType::yesNo
                                                 : FieldType::text;
  return figureText(valueOf(operand, plain), plain);
}

Finding SectionCheck::ruleFinding(const RuleDefinition& rule, const RuleProgram& program, const Operand& left,
                                  const Operand& right, const std::string& row) const {
  std::vector<Parameter> parameters{
      {"left", figure(left, program.left)}, {"right", figure(right, program.right)}, {"row", row}};
  if (left.type == Type::number && right.type == Type::number) {
    const auto larger =
        left.number < right.number ? subtract(right.number, left.number) : subtract(left.number, right.number);
    if (larger)
      parameters.push_back(
          {"difference",
           figureText(*larger, program_.nodes[static_cast<std::size_t>(program.left)].kind, Qualifier::exact)});
  }
  // {field-id}, {column-id}: another value that the message names.
  const auto addNamed = [&](const FieldDefinition& field, const Value& value) {
    const auto wanted = "{" + field.id + "}";
    for (const auto* text : {&rule.message.vi, &rule.fix.vi, &rule.message.en, &rule.fix.en}) {
      if (text->find(wanted) == std::string::npos) continue;
      parameters.push_back({field.id, value.blank() ? "…" : figureText(value, field)});
      return;
    }
  };
  if (program.table >= 0) {
    const auto table = static_cast<std::size_t>(program.table);
    const auto& rows = data_.tables[table].rows;
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.id == row; });
    const auto& columns = form_.tables[table].columns;
    for (std::size_t c = 0; at != rows.end() && c < columns.size(); ++c)
      addNamed(columns[c], evaluation_.cells[table][static_cast<std::size_t>(at - rows.begin())][c].value());
  }
  for (std::size_t i = 0; i < form_.fields.size(); ++i) addNamed(form_.fields[i], evaluation_.fields[i].value());
  Finding finding;
  finding.code = form_.id.value + "." + rule.id;
  finding.severity = static_cast<Severity>(rule.severity);
  finding.section = key_;
  finding.place = row.empty() ? Place(rule.place) : Place::ofRow(rule.place, row);
  finding.viWhat = fillPlaceholders(rule.message.vi, parameters);
  finding.viFix = fillPlaceholders(rule.fix.vi, parameters);
  finding.enWhat = fillPlaceholders(rule.message.in(Language::en), parameters);
  finding.enFix = fillPlaceholders(rule.fix.in(Language::en), parameters);
  return finding;
}

void SectionCheck::checkRuleOnce(std::size_t index, const std::string& row, std::vector<Finding>& findings) {
  const auto& program = program_.rules[index];
  const auto left = machine_.run(program.left), right = machine_.run(program.right);
  if (left.absent() || right.absent()) return;
  if (holds(form_.rules[index], left, right)) return;
  add(ruleFinding(form_.rules[index], program, left, right, row), findings);
}

void SectionCheck::checkRule(std::size_t index, std::vector<Finding>& findings) {
  if (!evaluation_.inForce.rule(index)) return;
  const auto& program = program_.rules[index];
  // A rule over several sections runs only if all of them are present.
  for (const auto other : program.others) {
    const auto& id = program_.definitions[other];
    if (surroundings_.section(id) == nullptr && surroundings_.children(id) == nullptr) return;
  }
  if (program.table < 0) return checkRuleOnce(index, {}, findings);
  const auto& rows = data_.tables[static_cast<std::size_t>(program.table)].rows;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!evaluation_.inForce.row(static_cast<std::size_t>(program.table), r)) continue;
    machine_.setRow(r);
    checkRuleOnce(index, rows[r].id, findings);
  }
}

void SectionCheck::checkRequired(std::vector<Finding>& findings) {
  const auto check = [&](const FieldDefinition& field, const Effective& effective, const auto& place) {
    const bool missing = field.required == Required::submit && effective.relevant && effective.value().blank();
    // A figure that another section owns cannot be filled in here.
    if (!missing || !field.reference.empty()) return;
    add(makeFinding("core.required", Severity::error, key_, place(),
                    {{"label", field.label.vi}, {"label_en", field.label.in(Language::en)}}),
        findings);
  };
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    if (!data_.groupNothing[form_.fields[i].group])
      check(form_.fields[i], evaluation_.fields[i], [&] { return Place::ofField(form_.fields[i].id); });
  }
  for (std::size_t t = 0; t < form_.tables.size(); ++t) {
    const auto& table = form_.tables[t];
    const auto& rows = data_.tables[t].rows;
    const bool nothing = data_.tables[t].nothing || data_.groupNothing[table.group];
    if (table.required == Required::submit && rows.empty() && !nothing && evaluation_.inForce.table(t)) {
      add(makeFinding("core.required-table", Severity::error, key_, table.id,
                      {{"label", table.title.vi}, {"label_en", table.title.in(Language::en)}}),
          findings);
    }
    for (std::size_t r = 0; r < rows.size() && !nothing; ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        check(table.columns[c], evaluation_.cells[t][r][c],
              [&] { return Place::ofCell(table.id, rows[r].id, table.columns[c].id); });
      }
    }
  }
}

}  // namespace cchc::rules
