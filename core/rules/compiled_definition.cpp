#include "core/rules/compiled_definition.h"

#include <algorithm>
#include <tuple>

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
  // `together`: null: the rules on forms are not checked.
  Compiler(const SectionDefinition& definition, DefinitionProblems& problems, const DefinitionsTogether* together)
      : definition_(definition),
        problems_(problems),
        formRules_(together != nullptr),
        binder_(definition, program_, problems, together) {}

  // Of a definition with errors, the program must not be run.
  Program run() {
    const auto cells = definition_.fields.size() + definition_.tables.size();
    reads_.resize(cells);
    program_.uses.resize(definition_.fields.size());
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) compileField(i);
    for (std::size_t i = 0; i < definition_.tables.size(); ++i) compileTable(i);
    orderCells();
    for (const auto& view : definition_.views) bindView(view);
    for (const auto& rule : definition_.rules) bindRule(rule);
    if (!problems_.anyErrors()) linkDependants();
    return std::move(program_);
  }

 private:
  Expression bindOne(const ExpressionText& text, ExpressionType wanted) {
    return text.empty() ? none : binder_.bind(text, wanted);
  }

  FieldProgram bindField(const FieldDefinition& field, const std::string& name) {
    // What is computed for a field of an unknown type may have any.
    const auto type = problems_.uncertain.contains(name) ? ExpressionType::any : typeOf(field.type);
    FieldProgram program;
    program.relevant = bindOne(field.relevant, ExpressionType::condition);
    program.formula = bindOne(field.formula, type);
    program.numerator = bindOne(field.numerator, ExpressionType::number);
    program.denominator = bindOne(field.denominator, ExpressionType::number);
    program.reference = bindOne(field.reference, type);
    return program;
  }

  void compileField(std::size_t index) {
    binder_.setTable(std::nullopt);
    program_.fields.push_back(bindField(definition_.fields[index], definition_.fields[index].id));
    auto reads = binder_.releaseReads();
    reads_[index] = reads.cells;
    program_.uses[index].assign(reads.places.begin(), reads.places.end());
  }

  void compileTable(std::size_t index) {
    const auto& table = definition_.tables[index];
    binder_.setTable(index);
    std::vector<std::set<std::uint32_t>> columnReads;
    auto& programs = program_.columns.emplace_back();
    for (const auto& column : table.columns) {
      programs.push_back(bindField(column, table.id + "." + column.id));
      auto reads = binder_.releaseReads();
      columnReads.push_back(std::move(reads.columns));
      reads_[definition_.fields.size() + index].merge(reads.cells);
    }
    const auto sorted = sortByDependency(columnReads);
    if (!sorted.cycle.empty()) {
      std::string names;
      for (const auto column : sorted.cycle)
        names += (names.empty() ? "" : " → ") + table.id + "." + table.columns[column].id;
      problems_.error("definition.cycle", beginningOf(table.columns[sorted.cycle.front()]), {{"fields", names}});
    }
    auto& order = program_.columnOrder.emplace_back();
    for (const auto column : sorted.order) {
      if (programs[column].computed() || programs[column].relevant != none) order.push_back(column);
    }
  }

  void orderCells() {
    const auto sorted = sortByDependency(reads_);
    if (!sorted.cycle.empty()) {
      std::string names;
      for (const auto cell : sorted.cycle) names += (names.empty() ? "" : " → ") + nameOf(cell);
      problems_.error("definition.cycle", beginningOf(sorted.cycle.front()), {{"fields", names}});
    }
    for (const auto cell : sorted.order) {
      const bool isTable = cell >= definition_.fields.size();
      const bool active = isTable ? !program_.columnOrder[cell - definition_.fields.size()].empty()
                                  : program_.fields[cell].computed() || program_.fields[cell].relevant != none;
      if (active) program_.order.push_back(cell);
    }
  }

  const std::string& nameOf(Cell cell) const {
    return cell < definition_.fields.size() ? definition_.fields[cell].id
                                            : definition_.tables[cell - definition_.fields.size()].id;
  }
  // Of the first expression of a field, or of the field.
  static FilePosition beginningOf(const FieldDefinition& field) {
    for (const auto* text : {&field.relevant, &field.formula, &field.numerator, &field.denominator}) {
      if (!text->empty()) return {text->line, text->column};
    }
    return {field.line, 0};
  }
  FilePosition beginningOf(Cell cell) const {
    if (cell < definition_.fields.size()) return beginningOf(definition_.fields[cell]);
    return {definition_.tables[cell - definition_.fields.size()].line, 0};
  }

  void bindView(const ViewDefinition& view) {
    Expression where = none;
    if (!problems_.uncertain.contains("view " + view.id)) {
      binder_.setTable(definition_.tableIndex(view.table));
      where = bindOne(view.where, ExpressionType::condition);
    }
    program_.views.push_back(where);
    binder_.releaseReads();
  }

  void bindRule(const RuleDefinition& rule) {
    RuleProgram program;
    const auto table = definition_.tableIndex(rule.place);
    if (table) program.table = static_cast<std::int32_t>(*table);
    if (!problems_.uncertain.contains("rule " + rule.id)) {
      binder_.setTable(table);
      std::tie(program.left, program.right) = binder_.bindRule(rule);
      if (formRules_ && program.left != none && program.right != none) checkDifference(rule);
    }
    auto reads = binder_.releaseReads();
    if (table) reads.cells.insert(static_cast<Cell>(definition_.fields.size() + *table));
    program.reads.assign(reads.cells.begin(), reads.cells.end());
    program.others.assign(reads.definitions.begin(), reads.definitions.end());
    program_.rules.push_back(std::move(program));
  }

  // Only two figures have a difference.
  void checkDifference(const RuleDefinition& rule) {
    const auto types = binder_.typesOfRule();
    if (fits(types.first, ExpressionType::number) && fits(types.second, ExpressionType::number)) return;
    const auto check = [&](const std::string& text, int line, std::string_view attribute) {
      if (text.find("{difference}") == std::string::npos) return;
      problems_.error("definition.unknown-placeholder", attributePosition(definition_.xml, line, attribute),
                      {{"placeholder", "{difference}"}, {"allowed", "{left} {right}"}, {"hint", ""}, {"hint_en", ""}});
    };
    check(rule.message.vi, rule.messageLine, "vi");
    check(rule.message.en, rule.messageLine, "en");
    check(rule.fix.vi, rule.fixLine, "vi");
    check(rule.fix.en, rule.fixLine, "en");
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
  DefinitionProblems& problems_;
  bool formRules_;
  Program program_;
  Binder binder_;
  std::vector<std::set<Cell>> reads_;
};

}  // namespace
}  // namespace rules

std::shared_ptr<const CompiledDefinition> CompiledDefinition::of(std::shared_ptr<const SectionDefinition> definition,
                                                                 Program program) {
  auto compiled = std::make_shared<CompiledDefinition>();
  compiled->others_ = program.definitions;
  std::sort(compiled->others_.begin(), compiled->others_.end());
  compiled->definition_ = std::move(definition);
  compiled->program_ = std::make_shared<const Program>(std::move(program));
  return compiled;
}

Result<std::shared_ptr<const CompiledDefinition>> CompiledDefinition::compile(
    std::shared_ptr<const SectionDefinition> definition) {
  DefinitionProblems problems("");
  for (const auto& rule : definition->rules) {
    for (const auto& [side, element] : {std::pair(&rule.left, "left"), std::pair(&rule.right, "right")}) {
      if (side->empty()) problems.error("definition.empty-element", {rule.line, 0}, {{"element", element}});
    }
  }
  auto program = rules::Compiler(*definition, problems, nullptr).run();
  if (problems.anyErrors()) return fail(errorOf(problems.firstError()));
  return of(std::move(definition), std::move(program));
}

std::shared_ptr<const CompiledDefinition> CompiledDefinition::compile(
    std::shared_ptr<const SectionDefinition> definition, DefinitionProblems& problems,
    const DefinitionsTogether& together) {
  auto program = rules::Compiler(*definition, problems, &together).run();
  if (problems.anyErrors()) return nullptr;
  auto compiled = of(std::move(definition), std::move(program));
  checkSpansInForce(*compiled, problems);
  return problems.anyErrors() ? nullptr : compiled;
}

const narrative::ParsedTemplates& CompiledDefinition::templates(const ParseTemplates& parse) const {
  std::call_once(parsed_, [&] { templates_ = parse(); });
  return *templates_;
}

}  // namespace cchc
