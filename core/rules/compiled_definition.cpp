#include "core/rules/compiled_definition.h"

#include <algorithm>

#include "core/rules/binder.h"
#include "core/rules/program.h"

namespace cchc {
namespace rules {
namespace {

using Reads = Binder::Reads;

struct Ordering {
  std::vector<std::uint32_t> order, cycle;
};
// Sorts indexes so that each comes after those that it reads. Stops at a cycle, and returns its members in order.
Ordering sortByDependency(const std::vector<std::set<std::uint32_t>>& reads) {
  enum class Mark : unsigned char { fresh, open, done };
  std::vector<Mark> marks(reads.size(), Mark::fresh);
  Ordering result;
  std::vector<std::uint32_t> path;
  const auto visit = [&](const auto& self, std::uint32_t at) -> bool {
    if (marks[at] == Mark::done) return true;
    path.push_back(at);
    if (marks[at] == Mark::open) {
      result.cycle.assign(std::find(path.begin(), path.end(), at), path.end());
      return false;
    }
    marks[at] = Mark::open;
    for (const auto read : reads[at]) {
      if (!self(self, read)) return false;
    }
    marks[at] = Mark::done;
    path.pop_back();
    result.order.push_back(at);
    return true;
  };
  for (std::uint32_t i = 0; i < reads.size(); ++i) {
    if (!visit(visit, i)) return result;
  }
  return result;
}

class Compiler {
 public:
  explicit Compiler(const SectionDefinition& definition) : definition_(definition), binder_(definition, program_) {}

  Result<Program> run() {
    const auto cells = definition_.fields.size() + definition_.tables.size();
    reads_.resize(cells);
    program_.uses.resize(definition_.fields.size());
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) CCHC_CHECK(compileField(i));
    for (std::size_t i = 0; i < definition_.tables.size(); ++i) CCHC_CHECK(compileTable(i));
    CCHC_CHECK(orderCells());
    for (const auto& view : definition_.views) CCHC_CHECK(bindView(view));
    for (const auto& rule : definition_.rules) CCHC_CHECK(bindRule(rule));
    linkDependants();
    return std::move(program_);
  }

 private:
  Status bindOne(const ExpressionText& text, Type wanted, Expression& target) {
    if (text.empty()) return {};
    CCHC_TRY(target, binder_.bind(text, wanted));
    return {};
  }

  Result<FieldProgram> bindField(const FieldDefinition& field) {
    FieldProgram program;
    CCHC_CHECK(bindOne(field.relevant, Type::condition, program.relevant));
    CCHC_CHECK(bindOne(field.formula, typeOf(field.type), program.formula));
    CCHC_CHECK(bindOne(field.numerator, Type::number, program.numerator));
    CCHC_CHECK(bindOne(field.denominator, Type::number, program.denominator));
    CCHC_CHECK(bindOne(field.reference, typeOf(field.type), program.reference));
    return program;
  }

  Status compileField(std::size_t index) {
    binder_.setTable(std::nullopt);
    CCHC_TRY(auto program, bindField(definition_.fields[index]));
    program_.fields.push_back(program);
    auto reads = binder_.releaseReads();
    reads_[index] = reads.cells;
    program_.uses[index].assign(reads.places.begin(), reads.places.end());
    return {};
  }

  Status compileTable(std::size_t index) {
    const auto& table = definition_.tables[index];
    binder_.setTable(index);
    std::vector<std::set<std::uint32_t>> columnReads;
    auto& programs = program_.columns.emplace_back();
    for (const auto& column : table.columns) {
      CCHC_TRY(const auto program, bindField(column));
      programs.push_back(program);
      auto reads = binder_.releaseReads();
      columnReads.push_back(std::move(reads.columns));
      reads_[definition_.fields.size() + index].merge(reads.cells);
    }
    const auto sorted = sortByDependency(columnReads);
    if (!sorted.cycle.empty()) {
      std::string names;
      for (const auto column : sorted.cycle)
        names += (names.empty() ? "" : " → ") + table.id + "." + table.columns[column].id;
      return fail("definition.cycle", std::to_string(table.line), {{"fields", names}});
    }
    auto& order = program_.columnOrder.emplace_back();
    for (const auto column : sorted.order) {
      if (programs[column].computed() || programs[column].relevant != none) order.push_back(column);
    }
    return {};
  }

  Status orderCells() {
    const auto sorted = sortByDependency(reads_);
    if (!sorted.cycle.empty()) {
      std::string names;
      for (const auto cell : sorted.cycle) names += (names.empty() ? "" : " → ") + nameOf(cell);
      return fail("definition.cycle", std::to_string(lineOf(sorted.cycle.front())), {{"fields", names}});
    }
    for (const auto cell : sorted.order) {
      const bool isTable = cell >= definition_.fields.size();
      const bool active = isTable ? !program_.columnOrder[cell - definition_.fields.size()].empty()
                                  : program_.fields[cell].computed() || program_.fields[cell].relevant != none;
      if (active) program_.order.push_back(cell);
    }
    return {};
  }

  const std::string& nameOf(Cell cell) const {
    return cell < definition_.fields.size() ? definition_.fields[cell].id
                                            : definition_.tables[cell - definition_.fields.size()].id;
  }
  int lineOf(Cell cell) const {
    return cell < definition_.fields.size() ? definition_.fields[cell].line
                                            : definition_.tables[cell - definition_.fields.size()].line;
  }

  Status bindView(const ViewDefinition& view) {
    binder_.setTable(definition_.tableIndex(view.table));
    Expression where = none;
    CCHC_CHECK(bindOne(view.where, Type::condition, where));
    program_.views.push_back(where);
    binder_.releaseReads();
    return {};
  }

  Status bindRule(const RuleDefinition& rule) {
    RuleProgram program;
    const auto table = definition_.tableIndex(rule.place);
    if (table) program.table = static_cast<std::int32_t>(*table);
    binder_.setTable(table);
    const bool conditions = rule.op == RuleOperator::implies;
    CCHC_CHECK(bindOne(rule.left, conditions ? Type::condition : Type::any, program.left));
    CCHC_CHECK(bindOne(rule.right, conditions ? Type::condition : Type::any, program.right));
    if (program.left == none || program.right == none) {
      return fail("definition.empty-element", std::to_string(rule.line),
                  {{"element", program.left == none ? "left" : "right"}});
    }
    auto reads = binder_.releaseReads();
    if (table) reads.cells.insert(static_cast<Cell>(definition_.fields.size() + *table));
    program.reads.assign(reads.cells.begin(), reads.cells.end());
    program.others.assign(reads.definitions.begin(), reads.definitions.end());
    program_.rules.push_back(std::move(program));
    return {};
  }

  void linkDependants() {
    const auto cells = reads_.size();
    program_.rank.assign(cells, static_cast<std::uint32_t>(program_.order.size()));
    for (std::uint32_t i = 0; i < program_.order.size(); ++i) program_.rank[program_.order[i]] = i;
    program_.dependants.resize(cells);
    program_.dependantRules.resize(cells);
    for (Cell cell = 0; cell < cells; ++cell) {
      for (const auto read : reads_[cell]) program_.dependants[read].push_back(cell);
    }
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
      for (const auto read : program_.rules[i].reads) program_.dependantRules[read].push_back(i);
    }
  }

  const SectionDefinition& definition_;
  Program program_;
  Binder binder_;
  std::vector<std::set<Cell>> reads_;
};

}  // namespace
}  // namespace rules

Result<std::shared_ptr<const CompiledDefinition>> CompiledDefinition::compile(
    std::shared_ptr<const SectionDefinition> definition) {
  CCHC_TRY(auto program, rules::Compiler(*definition).run());
  auto compiled = std::make_shared<CompiledDefinition>();
  compiled->others_ = program.definitions;
  std::sort(compiled->others_.begin(), compiled->others_.end());
  compiled->definition_ = std::move(definition);
  compiled->program_ = std::make_shared<const Program>(std::move(program));
  return std::shared_ptr<const CompiledDefinition>(std::move(compiled));
}

const narrative::ParsedTemplates& CompiledDefinition::templates(const ParseTemplates& parse) const {
  std::call_once(parsed_, [&] { templates_ = parse(); });
  return *templates_;
}

}  // namespace cchc
