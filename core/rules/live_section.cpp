#include "core/rules/live_section.h"

#include <algorithm>
#include <iterator>
#include <queue>

#include "core/rules/evaluator.h"
#include "core/rules/sanity/sanity.h"
#include "core/rules/section_check.h"
#include "core/rules/section_findings.h"

namespace cchc {

struct LiveSection::State {
  std::shared_ptr<const CompiledDefinition> definition;
  SectionKey key;
  SectionData data;
  const Surroundings& surroundings;
  Evaluation evaluation;
  std::vector<std::vector<Finding>> cellFindings;  // by field, then table
  std::vector<std::vector<Finding>> ruleFindings;
  std::vector<std::vector<rules::Cell>> alsoChecked;  // by field, then table: sanityDependants

  std::size_t fieldCount() const { return definition->definition().fields.size(); }
  rules::Evaluator evaluator() { return {*definition, data, surroundings, evaluation}; }
  rules::SectionCheck check() { return {*definition, key, data, evaluation, surroundings}; }

  void checkCell(rules::SectionCheck& check, rules::Cell cell) {
    auto& findings = cellFindings[cell];
    findings.clear();
    if (cell < fieldCount())
      check.checkField(cell, findings);
    else
      check.checkTable(cell - fieldCount(), findings);
  }

  Touched propagate(rules::Cell start);

  void evaluateAll() {
    evaluate(*definition, data, surroundings, evaluation);
    auto work = check();
    for (rules::Cell cell = 0; cell < cellFindings.size(); ++cell) checkCell(work, cell);
    for (std::size_t rule = 0; rule < ruleFindings.size(); ++rule) {
      ruleFindings[rule].clear();
      work.checkRule(rule, ruleFindings[rule]);
    }
  }
};

LiveSection::LiveSection(std::shared_ptr<const CompiledDefinition> definition, SectionKey key, SectionData data,
                         const Surroundings& surroundings)
    : state_(new State{std::move(definition), std::move(key), std::move(data), surroundings, {}, {}, {}, {}}) {
  const auto& form = state_->definition->definition();
  state_->cellFindings.resize(form.fields.size() + form.tables.size());
  state_->ruleFindings.resize(form.rules.size());
  state_->alsoChecked = rules::sanityDependants(*state_->definition);
  state_->evaluateAll();
}
LiveSection::~LiveSection() = default;

// Starts at the edited cell and goes through everything that depends on it, in order of dependency. What depends only
// on unchanged cells is not evaluated.
LiveSection::Touched LiveSection::State::propagate(rules::Cell start) {
  const auto& program = definition->program();
  Touched touched;
  auto work = evaluator();
  std::vector<bool> queued(cellFindings.size());
  std::vector<rules::Cell> changed;
  const auto later = [&](rules::Cell a, rules::Cell b) { return program.rank[a] > program.rank[b]; };
  std::priority_queue<rules::Cell, std::vector<rules::Cell>, decltype(later)> waiting(later);
  const auto visit = [&](rules::Cell cell, bool edited) {
    ++touched.evaluated;
    if (cell >= fieldCount()) {
      work.evaluateTable(cell - fieldCount());
      touched.tables.push_back(cell - fieldCount());
    } else {
      const auto before = evaluation.fields[cell];
      // An edited field counts as changed: `before` borrows its entered value, which has been overwritten.
      work.evaluateField(cell);
      if (!edited && before == evaluation.fields[cell]) return;
      touched.fields.push_back(cell);
    }
    changed.push_back(cell);
    for (const auto dependant : program.dependants[cell]) {
      if (!queued[dependant]) queued[dependant] = true, waiting.push(dependant);
    }
  };
  queued[start] = true;
  visit(start, true);
  while (!waiting.empty()) {
    const auto cell = waiting.top();
    waiting.pop();
    visit(cell, false);
  }

  auto checks = check();
  std::vector<std::uint32_t> rulesTouched;
  const auto checkAgain = [&](rules::Cell cell) {
    const auto before = cellFindings[cell];
    checkCell(checks, cell);
    touched.findingsChanged = touched.findingsChanged || before != cellFindings[cell];
  };
  for (const auto cell : changed) {
    checkAgain(cell);
    for (const auto other : alsoChecked[cell]) checkAgain(other);
    rulesTouched.insert(rulesTouched.end(), program.dependantRules[cell].begin(), program.dependantRules[cell].end());
  }
  std::sort(rulesTouched.begin(), rulesTouched.end());
  rulesTouched.erase(std::unique(rulesTouched.begin(), rulesTouched.end()), rulesTouched.end());
  for (const auto rule : rulesTouched) {
    ++touched.evaluated;
    std::vector<Finding> now;
    checks.checkRule(rule, now);
    if (now == ruleFindings[rule]) continue;
    ruleFindings[rule] = std::move(now);
    touched.findingsChanged = true;
  }
  return touched;
}

LiveSection::Touched LiveSection::setField(std::size_t field, Value value) {
  state_->data.fields[field] = std::move(value);
  return state_->propagate(static_cast<rules::Cell>(field));
}
LiveSection::Touched LiveSection::setCell(std::size_t table, std::size_t row, std::size_t column, Value value) {
  state_->data.tables[table].rows[row].cells[column] = std::move(value);
  return state_->propagate(static_cast<rules::Cell>(state_->fieldCount() + table));
}
LiveSection::Touched LiveSection::addRow(std::size_t table, std::size_t position, Row row) {
  auto& rows = state_->data.tables[table].rows;
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(std::min(position, rows.size())), std::move(row));
  return state_->propagate(static_cast<rules::Cell>(state_->fieldCount() + table));
}
LiveSection::Touched LiveSection::removeRow(std::size_t table, std::size_t row) {
  auto& rows = state_->data.tables[table].rows;
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
  return state_->propagate(static_cast<rules::Cell>(state_->fieldCount() + table));
}

void LiveSection::edit(const std::function<void(SectionData&)>& change) { change(state_->data); }
void LiveSection::evaluateAll() { state_->evaluateAll(); }

const SectionData& LiveSection::data() const { return state_->data; }
const Evaluation& LiveSection::evaluation() const { return state_->evaluation; }

std::vector<Finding> LiveSection::findings(bool forSubmission) const {
  std::vector<Finding> all;
  if (forSubmission) state_->check().checkRequired(all);
  for (const auto& part : state_->cellFindings) all.insert(all.end(), part.begin(), part.end());
  for (const auto& part : state_->ruleFindings) all.insert(all.end(), part.begin(), part.end());
  auto kept = keptFindings(state_->definition->definition(), state_->evaluation.inForce, state_->key, state_->data);
  std::move(kept.begin(), kept.end(), std::back_inserter(all));
  return all;
}

}  // namespace cchc
