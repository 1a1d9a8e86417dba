// Finds expressions that can never have a value because what they read is never in force together.
#include "core/definition/spans_in_force.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/program.h"

namespace cchc {
namespace rules {
namespace {

using Set = SpansInForce::Set;

class Checker {
 public:
  Checker(const CompiledDefinition& definition, DefinitionProblems& problems)
      : form_(definition.definition()), program_(definition.program()), problems_(problems), spans_(form_) {}

  void run() {
    for (std::size_t i = 0; i < form_.fields.size(); ++i)
      checkField(form_.fields[i], form_.fields[i].id, program_.fields[i], spans_.field(i));
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      for (std::size_t c = 0; c < form_.tables[t].columns.size(); ++c) {
        const auto& column = form_.tables[t].columns[c];
        const auto name = form_.tables[t].id + "." + column.id;
        checkField(column, name, program_.columns[t][c], spans_.column(t, c));
      }
    }
    for (std::size_t i = 0; i < form_.views.size(); ++i) {
      const auto table = *form_.tableIndex(form_.views[i].table);
      check(form_.views[i].where, form_.views[i].id, program_.views[i], spans_.table(table));
    }
    for (std::size_t i = 0; i < form_.rules.size(); ++i) {
      const auto& rule = form_.rules[i];
      const auto& program = program_.rules[i];
      const auto when = spans_.rule(i);
      check(rule.left, rule.id, program.left, when);
      check(rule.right, rule.id, program.right, when);
      if (isEmpty(common(when, common(knownIn(program.left), knownIn(program.right))))) neverKnown(rule.id, rule.left);
    }
  }

 private:
  void neverKnown(const std::string& reader, const ExpressionText& text) const {
    problems_.error("definition.never-known", {text.line, text.column}, {{"id", reader}, {"expression", text.text}});
  }

  void checkField(const FieldDefinition& field, const std::string& name, const FieldProgram& program,
                  const Set& when) const {
    check(field.relevant, name, program.relevant, when);
    check(field.formula, name, program.formula, when);
    check(field.numerator, name, program.numerator, when);
    check(field.denominator, name, program.denominator, when);
    if (program.numerator == none) return;
    if (isEmpty(common(when, common(knownIn(program.numerator), knownIn(program.denominator)))))
      neverKnown(name, field.numerator);
  }

  void check(const ExpressionText& text, const std::string& reader, Expression expression, const Set& when) const {
    if (expression == none) return;
    if (const auto* missed = neverRead(static_cast<std::uint32_t>(expression), when)) {
      problems_.error("definition.never-together", {text.line, text.column},
                      {{"id", reader}, {"other", nameOf(*missed)}, {"expression", text.text}});
    } else if (isEmpty(common(when, knownIn(expression)))) {
      neverKnown(reader, text);
    }
  }

  // When the part that the node names is in force; always, if it names none.
  Set namedBy(const Node& node) const {
    switch (node.op) {
      case Op::field:
        return spans_.field(node.field);
      case Op::column:
        return spans_.column(node.table, node.field);
      case Op::cell:
        return common(spans_.column(node.table, node.field), spans_.row(node.table, node.row));
      case Op::sum:
        return spans_.column(node.table, node.field);
      case Op::count:
        return spans_.table(node.table);
      default:
        return spans_.always();
    }
  }

  std::string nameOf(const Node& node) const {
    if (node.op == Op::field) return form_.fields[node.field].id;
    const auto& table = form_.tables[node.table];
    if (node.op == Op::count) return table.id;
    const auto row = node.op == Op::cell ? "[" + table.fixedRows[node.row].id + "]" : std::string();
    return table.id + row + "." + table.columns[node.field].id;
  }

  // The first name in the expression whose part is never in force when the reader is; nullptr: there is none.
  const Node* neverRead(std::uint32_t index, const Set& when) const {
    const auto& node = program_.nodes[index];
    const auto both = common(when, namedBy(node));
    if (isEmpty(both)) return &node;
    for (std::uint32_t i = 0; i < node.arity; ++i) {
      if (const auto* missed = neverRead(program_.parts[node.firstPart + i], both)) return missed;
    }
    return nullptr;
  }

  Set knownIn(Expression expression) const { return knownIn(static_cast<std::uint32_t>(expression)); }

  // When the expression can have a value. It follows what Machine does with what is absent.
  Set knownIn(std::uint32_t index) const {
    const auto& node = program_.nodes[index];
    const auto part = [&](std::uint32_t i) { return knownIn(program_.parts[node.firstPart + i]); };
    const auto join = [&](std::uint32_t from, Set set, const auto& combine) {
      for (auto i = from; i < node.arity; ++i) set = combine(set, part(i));
      return set;
    };
    switch (node.op) {
      case Op::field:
      case Op::column:
      case Op::cell:
      case Op::sum:
      case Op::count:
        return namedBy(node);
      case Op::known:
        return spans_.always();
      case Op::add:
      case Op::conjunction:
      case Op::disjunction:
      case Op::min:
      case Op::max:
      case Op::sumKnown:
      case Op::coalesce:
        return join(1, part(0), united);
      case Op::subtract:
        return part(0);
      case Op::choose:
        return common(part(0), united(part(1), part(2)));
      default:
        return join(0, spans_.always(), common);
    }
  }

  const SectionDefinition& form_;
  const Program& program_;
  DefinitionProblems& problems_;
  const SpansInForce spans_;
};

}  // namespace
}  // namespace rules

void checkSpansInForce(const CompiledDefinition& definition, DefinitionProblems& problems) {
  if (definition.definition().limited) rules::Checker(definition, problems).run();
}

Status checkSpansInForce(const CompiledDefinition& definition) {
  DefinitionProblems problems("");
  checkSpansInForce(definition, problems);
  if (problems.anyErrors()) return fail(errorOf(problems.firstError()));
  return {};
}

}  // namespace cchc
