#include "core/definition/finish_definition.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/reading/label_kind.h"
#include "core/definition/in_force.h"
#include "core/definition/spans_in_force.h"

namespace cchc::definition_file {
namespace {

class Finisher {
 public:
  Finisher(SectionDefinition& definition, std::string_view file, DefinitionSource source)
      : definition_(definition), file_(file), source_(source) {}

  Status run() {
    CCHC_CHECK(checkGroupIds());
    CCHC_CHECK(indexIds());
    CCHC_CHECK(checkPrefixes());
    CCHC_CHECK(checkReferences());
    CCHC_CHECK(checkParts());
    CCHC_CHECK(checkOpenings());
    markRelated(definition_.fields);
    for (auto& table : definition_.tables) markRelated(table.columns);
    markDates(definition_.fields);
    for (auto& table : definition_.tables) markTable(table);
    CCHC_CHECK(checkRulesAndNarratives());
    return checkInForce();
  }

 private:
  tl::unexpected<Error> wrong(std::string_view code, int line, std::vector<Parameter> parameters) const {
    return fail(code, std::string(file_) + ":" + std::to_string(line), std::move(parameters));
  }

  Status checkGroupIds() {
    std::set<std::string> seen;
    for (const auto& group : definition_.groups) {
      if (!seen.insert(group.id).second) return wrong("definition.duplicate-id", 1, {{"id", group.id}});
    }
    return {};
  }

  Status checkUsable(const std::string& id, int line) const {
    if (source_ != DefinitionSource::loaded) return {};
    if (!isUsableId(id)) return wrong("definition.reserved-id", line, {{"id", id}});
    if (std::find(circumstanceNames.begin(), circumstanceNames.end(), id) != circumstanceNames.end())
      return wrong("definition.reserved-name", line, {{"id", id}});
    return {};
  }

  Status reserveId(const std::string& id, int line) {
    if (!taken_.insert(id).second) return wrong("definition.duplicate-id", line, {{"id", id}});
    return {};
  }

  template <class Named>
  Status index(const std::vector<Named>& all, IdIndexes& indexes, IdIndexes& olderIndexes) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      CCHC_CHECK(checkUsable(all[i].id, all[i].line));
      CCHC_CHECK(reserveId(all[i].id, all[i].line));
      indexes[all[i].id] = i;
      for (const auto& older : all[i].renamedFrom) olderIndexes[older] = i;
    }
    return {};
  }

  Status reserveCode(const FieldDefinition& field) {
    if (!field.code.empty() && !codes_.insert(field.code).second)
      return wrong("definition.duplicate-code", field.line, {{"code", field.code}});
    return {};
  }

  Status indexIds() {
    CCHC_CHECK(index(definition_.fields, definition_.fieldIndexes, definition_.olderFields));
    CCHC_CHECK(index(definition_.tables, definition_.tableIndexes, definition_.olderTables));
    for (const auto& field : definition_.fields) CCHC_CHECK(reserveCode(field));
    for (const auto& view : definition_.views) CCHC_CHECK(reserveId(view.id, view.where.line));
    for (const auto& field : definition_.fields) CCHC_CHECK(reserveOlderIds(field));
    for (const auto& table : definition_.tables) {
      CCHC_CHECK(reserveOlderIds(table));
      CCHC_CHECK(checkColumns(table));
    }
    return {};
  }

  // Data of an older version would move to the wrong place if an older id were also the id of something else.
  template <class Named>
  Status reserveOlderIds(const Named& named) {
    for (const auto& name : named.renamedFrom) {
      if (taken_.contains(name) || !older_.insert(name).second)
        return wrong("definition.renamed-from-used", named.line, {{"id", name}, {"from", named.id}});
    }
    return {};
  }

  Status checkColumns(const TableDefinition& table) {
    std::set<std::string> ids, olders;
    for (const auto& column : table.columns) {
      ids.insert(column.id);
      CCHC_CHECK(reserveCode(column));
    }
    for (const auto& column : table.columns) {
      for (const auto& name : column.renamedFrom) {
        if (ids.contains(name) || !olders.insert(name).second) {
          return wrong("definition.renamed-from-used", column.line,
                       {{"id", name}, {"from", table.id + "." + column.id}});
        }
      }
    }
    return {};
  }

  // In a template "revenue.actual" would mean two things if "revenue" were an id as well.
  Status checkPrefixes() const {
    for (const auto& id : taken_) {
      for (auto dot = id.find('.'); dot != std::string::npos; dot = id.find('.', dot + 1)) {
        if (taken_.contains(id.substr(0, dot)))
          return wrong("definition.prefix-id", lineOf(id), {{"id", id}, {"prefix", id.substr(0, dot)}});
      }
    }
    return {};
  }

  int lineOf(const std::string& id) const {
    const auto field = definition_.fieldIndexes.find(id);
    return field == definition_.fieldIndexes.end() ? 1 : definition_.fields[field->second].line;
  }

  Status checkReferences() const {
    for (const auto& field : definition_.fields) {
      for (const auto* other : {&field.target, &field.carryTo}) {
        if (!other->empty() && !definition_.fieldIndexes.contains(*other)) {
          return wrong("definition.unknown-field", field.line, {{"id", *other}, {"from", field.id}});
        }
      }
      if (field.carry == FieldCarry::asTarget && field.carryTo.empty()) {
        return wrong("definition.missing-attribute", field.line, {{"attribute", "carry-to"}, {"element", field.id}});
      }
    }
    for (const auto& view : definition_.views) {
      if (!definition_.tableIndexes.contains(view.table))
        return wrong("definition.unknown-field", view.where.line, {{"id", view.table}, {"from", view.id}});
    }
    return {};
  }

  tl::unexpected<Error> wrongPart(const std::string& id, const std::string& whole, int line) const {
    return wrong("definition.part-of", line, {{"id", id}, {"whole", whole}});
  }

  // Checks what each of the items says that it is a part of: a part and its whole must be numbers, and nothing may be a
  // part of itself, directly or through others. `indexOf` finds an item by its id.
  template <class Item, class IndexOf>
  Status checkParts(const std::vector<Item>& items, const IndexOf& indexOf) const {
    for (const auto& item : items) {
      std::size_t steps = 0;
      for (const auto* part = &item; !part->partOf.empty(); ++steps) {
        const auto whole = indexOf(part->partOf);
        if (!whole) return wrong("definition.unknown-field", part->line, {{"id", part->partOf}, {"from", part->id}});
        if (steps == items.size() || !canBePart(*part, items[*whole]))
          return wrongPart(item.id, item.partOf, item.line);
        part = &items[*whole];
      }
    }
    return {};
  }
  static bool canBePart(const FieldDefinition& part, const FieldDefinition& whole) {
    return isNumeric(part.type) && isNumeric(whole.type);
  }
  static bool canBePart(const FixedRow&, const FixedRow&) { return true; }
  static std::optional<std::size_t> rowIndex(const TableDefinition& table, const std::string& id) {
    for (std::size_t i = 0; i < table.fixedRows.size(); ++i) {
      if (table.fixedRows[i].id == id) return i;
    }
    return std::nullopt;
  }

  Status checkParts() const {
    CCHC_CHECK(checkParts(definition_.fields, [&](const std::string& id) { return definition_.fieldIndex(id); }));
    for (const auto& table : definition_.tables) {
      const auto columnIndex = [&](const std::string& id) { return table.columnIndex(id); };
      CCHC_CHECK(checkParts(table.columns, columnIndex));
      CCHC_CHECK(checkParts(table.fixedRows, [&](const std::string& id) { return rowIndex(table, id); }));
      for (auto id = table.key.begin(); id != table.key.end(); ++id) {
        if (!columnIndex(*id)) return wrong("definition.unknown-field", table.line, {{"id", *id}, {"from", table.id}});
        if (std::find(table.key.begin(), id, *id) != id)
          return wrong("definition.duplicate-id", table.line, {{"id", *id}});
      }
      if (table.partOf.empty()) continue;
      const auto mark = columnIndex(table.partOf);
      if (!mark) return wrong("definition.unknown-field", table.line, {{"id", table.partOf}, {"from", table.id}});
      if (table.columns[*mark].type != FieldType::yesNo) return wrongPart(table.id, table.partOf, table.line);
    }
    return {};
  }

  // `indexOf` finds a field by its id, or a column of the same table.
  template <class IndexOf>
  Status checkOpenings(const std::vector<FieldDefinition>& fields, const IndexOf& indexOf) const {
    for (const auto& field : fields) {
      for (const auto* other : {&field.openingOf, &field.withOpening}) {
        if (other->empty()) continue;
        const auto index = indexOf(*other);
        if (!index) return wrong("definition.unknown-field", field.line, {{"id", *other}, {"from", field.id}});
        const bool ofOpening = other == &field.openingOf;
        const auto& named = fields[*index];
        const bool fits = ofOpening ? field.basis == Basis::opening && named.basis == Basis::asAt
                                    : isFlow(field) && named.basis == Basis::opening;
        if (!fits || !isNumeric(field.type) || !isNumeric(named.type))
          return wrong(ofOpening ? "definition.opening-of" : "definition.with-opening", field.line,
                       {{"id", field.id}, {"other", named.id}});
      }
    }
    return {};
  }
  static bool isFlow(const FieldDefinition& field) {
    return field.basis == Basis::cumulative || field.basis == Basis::period;
  }

  static void markRelated(std::vector<FieldDefinition>& fields) {
    for (auto& field : fields) {
      field.hasParts = std::any_of(fields.begin(), fields.end(),
                                   [&](const FieldDefinition& part) { return part.partOf == field.id; });
      field.closing = std::any_of(fields.begin(), fields.end(),
                                  [&](const FieldDefinition& opening) { return opening.openingOf == field.id; });
    }
  }

  // The date of the report itself is after the period that it is about.
  void markDates(std::vector<FieldDefinition>& fields) const {
    for (auto& field : fields)
      field.mayLieAhead = reading::isAheadLabel(field.label.vi) || definition_.groups[field.group].place == "heading";
  }

  void markTable(TableDefinition& table) const {
    markDates(table.columns);
    if (definition_.groups[table.group].place == "heading") {
      for (auto& column : table.columns) column.mayLieAhead = true;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& column = table.columns[i];
      const bool words = column.type == FieldType::text || column.type == FieldType::choice;
      if (words && !table.unitColumn && (column.id == "unit" || reading::isUnitLabel(column.label.vi)))
        table.unitColumn = i;
      else if (column.type == FieldType::text && !table.nameColumn)
        table.nameColumn = i;
    }
    const bool stated = std::any_of(table.fixedRows.begin(), table.fixedRows.end(),
                                    [](const FixedRow& row) { return !row.partOf.empty(); });
    std::optional<std::size_t> whole;
    for (std::size_t i = 0; i < table.fixedRows.size(); ++i) {
      auto& row = table.fixedRows[i];
      row.total = reading::isBareTotalLabel(row.label.vi);
      if (stated) {
        row.whole = rowIndex(table, row.partOf);
      } else if (reading::isPartLabel(row.label.vi)) {
        row.whole = whole;
      } else {
        whole = i;
      }
    }
  }

  Status checkOpenings() const {
    CCHC_CHECK(checkOpenings(definition_.fields, [&](const std::string& id) { return definition_.fieldIndex(id); }));
    for (const auto& table : definition_.tables) {
      // The rows of two sections are the same ones only if they are fixed.
      const auto columnIndex = [&](const std::string& id) {
        return table.fixed ? table.columnIndex(id) : std::nullopt;
      };
      CCHC_CHECK(checkOpenings(table.columns, columnIndex));
    }
    return {};
  }

  Status checkRulesAndNarratives() const {
    std::set<std::string> rules, narratives;
    for (const auto& rule : definition_.rules) {
      if (!rules.insert(rule.id).second) return wrong("definition.duplicate-id", rule.line, {{"id", rule.id}});
      const bool known = rule.place.empty() || definition_.fieldIndexes.contains(rule.place) ||
                         definition_.tableIndexes.contains(rule.place);
      if (!known) return wrong("definition.unknown-field", rule.line, {{"id", rule.place}, {"from", rule.id}});
    }
    for (const auto& narrative : definition_.narratives) {
      if (!narratives.insert(narrative.id).second)
        return wrong("definition.duplicate-id", narrative.line, {{"id", narrative.id}});
    }
    return {};
  }

  // Whether some part of the definition is limited; and if it is loaded, that no part is limited so that it never is in
  // force.
  Status checkInForce() {
    const SpansInForce spans(definition_);
    definition_.limited = spans.anyLimits();
    if (!definition_.limited || source_ != DefinitionSource::loaded) return {};
    const auto never = [&](const std::string& id, int line) {
      return wrong("definition.never-in-force", line, {{"id", id}});
    };
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) {
      const auto& field = definition_.fields[i];
      if (isEmpty(spans.field(i))) return never(field.id, field.line);
      CCHC_CHECK(checkChoices(spans, field, spans.field(i)));
    }
    for (std::size_t t = 0; t < definition_.tables.size(); ++t) {
      const auto& table = definition_.tables[t];
      if (isEmpty(spans.table(t))) return never(table.id, table.line);
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto& column = table.columns[c];
        if (isEmpty(spans.column(t, c))) return never(table.id + "." + column.id, column.line);
        CCHC_CHECK(checkChoices(spans, column, spans.column(t, c)));
      }
      for (std::size_t r = 0; r < table.fixedRows.size(); ++r) {
        const auto& row = table.fixedRows[r];
        if (isEmpty(spans.row(t, r))) return never(table.id + "[" + row.id + "]", row.line);
      }
    }
    for (std::size_t i = 0; i < definition_.narratives.size(); ++i) {
      const auto& narrative = definition_.narratives[i];
      if (isEmpty(spans.narrative(i))) return never(narrative.id, narrative.line);
    }
    for (std::size_t i = 0; i < definition_.rules.size(); ++i) {
      const auto& rule = definition_.rules[i];
      if (isEmpty(spans.rule(i))) return never(rule.id, rule.line);
    }
    return {};
  }

  // A field of choices must offer one whenever it is asked.
  Status checkChoices(const SpansInForce& spans, const FieldDefinition& field, const SpansInForce::Set& asked) const {
    if (field.choices.empty()) return {};
    auto offered = SpansInForce::Set(asked.size());
    for (const auto& choice : field.choices) {
      const auto of = spans.of(choice.inForce);
      if (isEmpty(common(of, asked)))
        return wrong("definition.never-in-force", field.line, {{"id", field.id + " = " + choice.value}});
      offered = united(offered, of);
    }
    if (common(offered, asked) != asked) return wrong("definition.no-choice", field.line, {{"id", field.id}});
    return {};
  }

  SectionDefinition& definition_;
  std::string_view file_;
  DefinitionSource source_;
  std::set<std::string> taken_, codes_, older_;
};

}  // namespace

Status finishDefinition(SectionDefinition& definition, std::string_view file, DefinitionSource source) {
  return Finisher(definition, file, source).run();
}

}  // namespace cchc::definition_file
