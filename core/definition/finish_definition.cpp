#include "core/definition/finish_definition.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/reading/label_kind.h"
#include "core/base/reading/similar.h"
#include "core/definition/in_force.h"
#include "core/definition/spans_in_force.h"

namespace cchc::definition_file {
namespace {

class Finisher {
 public:
  Finisher(SectionDefinition& definition, DefinitionProblems& problems, DefinitionSource source)
      : definition_(definition), problems_(problems), source_(source) {}

  void run() {
    checkGroupIds();
    indexIds();
    checkPrefixes();
    checkReferences();
    checkParts();
    checkOpenings();
    markRelated(definition_.fields);
    for (auto& table : definition_.tables) markRelated(table.columns);
    markDates(definition_.fields);
    for (auto& table : definition_.tables) markTable(table);
    checkRulesAndNarratives();
    checkInForce();
  }

 private:
  // At an attribute of the element in that line, or at the line.
  void wrong(std::string_view code, int line, std::string_view attribute, std::vector<Parameter> parameters) const {
    problems_.error(code,
                    attribute.empty() ? FilePosition{line, 0} : attributePosition(definition_.xml, line, attribute),
                    std::move(parameters));
  }
  // Something names a field, column or table that does not exist.
  template <class Ids>
  void unknown(int line, std::string_view attribute, const std::string& id, const std::string& from,
               const Ids& known) const {
    std::vector<std::string> ids;
    for (const auto& one : known) {
      if (!problems_.full()) ids.push_back(one.id);
    }
    std::vector<Parameter> parameters{{"id", id}, {"from", from}};
    addSimilar(parameters, id, ids);
    wrong("definition.unknown-field", line, attribute, std::move(parameters));
  }

  void checkGroupIds() {
    std::set<std::string> seen;
    for (const auto& group : definition_.groups) {
      if (!group.id.empty() && !seen.insert(group.id).second)
        wrong("definition.duplicate-id", group.line, "id", {{"id", group.id}});
    }
  }

  void checkUsable(const std::string& id, int line) const {
    if (source_ != DefinitionSource::loaded) return;
    if (!isUsableId(id)) return wrong("definition.reserved-id", line, "id", {{"id", id}});
    if (std::find(circumstanceNames.begin(), circumstanceNames.end(), id) != circumstanceNames.end())
      wrong("definition.reserved-name", line, "id", {{"id", id}});
  }

  void reserveId(const std::string& id, int line) {
    if (!taken_.insert(id).second) wrong("definition.duplicate-id", line, "id", {{"id", id}});
  }

  template <class Named>
  void index(const std::vector<Named>& all, IdIndexes& indexes, IdIndexes& olderIndexes) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].id.empty()) continue;
      checkUsable(all[i].id, all[i].line);
      reserveId(all[i].id, all[i].line);
      indexes[all[i].id] = i;
      for (const auto& older : all[i].renamedFrom) olderIndexes[older] = i;
    }
  }

  void reserveCode(const FieldDefinition& field) {
    if (field.code.empty() || codes_.insert(field.code).second) return;
    wrong("definition.duplicate-code", field.line, "code", {{"code", field.code}});
  }

  void indexIds() {
    index(definition_.fields, definition_.fieldIndexes, definition_.olderFields);
    index(definition_.tables, definition_.tableIndexes, definition_.olderTables);
    for (const auto& field : definition_.fields) reserveCode(field);
    for (const auto& view : definition_.views) reserveId(view.id, view.where.line);
    for (const auto& field : definition_.fields) reserveOlderIds(field);
    for (const auto& table : definition_.tables) {
      reserveOlderIds(table);
      checkColumns(table);
    }
  }

  // Data of an older version would move to the wrong place if an older id were also the id of something else.
  template <class Named>
  void reserveOlderIds(const Named& named) {
    for (const auto& name : named.renamedFrom) {
      if (taken_.contains(name) || !older_.insert(name).second)
        wrong("definition.renamed-from-used", named.line, "renamed-from", {{"id", name}, {"from", named.id}});
    }
  }

  void checkColumns(const TableDefinition& table) {
    std::set<std::string> ids, olders;
    for (const auto& column : table.columns) {
      ids.insert(column.id);
      reserveCode(column);
    }
    for (const auto& column : table.columns) {
      for (const auto& name : column.renamedFrom) {
        if (ids.contains(name) || !olders.insert(name).second)
          wrong("definition.renamed-from-used", column.line, "renamed-from",
                {{"id", name}, {"from", table.id + "." + column.id}});
      }
    }
  }

  // In a template "revenue.actual" would mean two things if "revenue" were an id as well.
  void checkPrefixes() const {
    for (const auto& id : taken_) {
      for (auto dot = id.find('.'); dot != std::string::npos; dot = id.find('.', dot + 1)) {
        if (taken_.contains(id.substr(0, dot)))
          wrong("definition.prefix-id", lineOf(id), "id", {{"id", id}, {"prefix", id.substr(0, dot)}});
      }
    }
  }

  int lineOf(const std::string& id) const {
    if (const auto field = definition_.fieldIndex(id)) return definition_.fields[*field].line;
    if (const auto table = definition_.tableIndex(id)) return definition_.tables[*table].line;
    const auto view = definition_.viewIndex(id);
    return view ? definition_.views[*view].where.line : definition_.line;
  }

  void checkReferences() const {
    for (const auto& field : definition_.fields) {
      const auto check = [&](const std::string& other, std::string_view attribute) {
        if (!other.empty() && !definition_.fieldIndexes.contains(other))
          unknown(field.line, attribute, other, field.id, definition_.fields);
      };
      check(field.target, "target");
      check(field.carryTo, "carry-to");
      if (field.carry == FieldCarry::asTarget && field.carryTo.empty())
        wrong("definition.missing-attribute", field.line, "carry", {{"attribute", "carry-to"}, {"element", field.id}});
    }
    for (const auto& view : definition_.views) {
      if (definition_.tableIndexes.contains(view.table)) continue;
      unknown(view.where.line, "table", view.table, view.id, definition_.tables);
      problems_.uncertain.insert("view " + view.id);
    }
  }

  void wrongPart(const std::string& id, const std::string& whole, int line) const {
    wrong("definition.part-of", line, "part-of", {{"id", id}, {"whole", whole}});
  }

  // Checks what each of the items says that it is a part of: a part and its whole must be numbers, and nothing may be a
  // part of itself, directly or through others. `indexOf` finds an item by its id.
  template <class Item, class IndexOf>
  void checkParts(const std::vector<Item>& items, const IndexOf& indexOf) const {
    for (const auto& item : items) {
      std::size_t steps = 0;
      for (const auto* part = &item; !part->partOf.empty(); ++steps) {
        const auto whole = indexOf(part->partOf);
        if (!whole) {
          if (part == &item) unknown(part->line, "part-of", part->partOf, part->id, items);
          break;
        }
        if (steps == items.size() || !canBePart(*part, items[*whole])) {
          wrongPart(item.id, item.partOf, item.line);
          break;
        }
        part = &items[*whole];
      }
    }
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

  void checkParts() const {
    checkParts(definition_.fields, [&](const std::string& id) { return definition_.fieldIndex(id); });
    for (const auto& table : definition_.tables) {
      const auto columnIndex = [&](const std::string& id) { return table.columnIndex(id); };
      checkParts(table.columns, columnIndex);
      checkParts(table.fixedRows, [&](const std::string& id) { return rowIndex(table, id); });
      for (auto id = table.key.begin(); id != table.key.end(); ++id) {
        if (!columnIndex(*id)) unknown(table.line, "key", *id, table.id, table.columns);
        if (std::find(table.key.begin(), id, *id) != id)
          wrong("definition.duplicate-id", table.line, "key", {{"id", *id}});
      }
      if (table.partOf.empty()) continue;
      const auto mark = columnIndex(table.partOf);
      if (!mark)
        unknown(table.line, "part-of", table.partOf, table.id, table.columns);
      else if (table.columns[*mark].type != FieldType::yesNo)
        wrongPart(table.id, table.partOf, table.line);
    }
  }

  // `indexOf` finds a field by its id, or a column of the same table.
  template <class IndexOf>
  void checkOpenings(const std::vector<FieldDefinition>& fields, const IndexOf& indexOf) const {
    for (const auto& field : fields) {
      for (const auto* other : {&field.openingOf, &field.withOpening}) {
        if (other->empty()) continue;
        const bool ofOpening = other == &field.openingOf;
        const auto* attribute = ofOpening ? "opening-of" : "with-opening";
        const auto index = indexOf(*other);
        if (!index) {
          unknown(field.line, attribute, *other, field.id, fields);
          continue;
        }
        const auto& named = fields[*index];
        const bool fits = ofOpening ? field.basis == Basis::opening && named.basis == Basis::asAt
                                    : isFlow(field) && named.basis == Basis::opening;
        if (!fits || !isNumeric(field.type) || !isNumeric(named.type))
          wrong(ofOpening ? "definition.opening-of" : "definition.with-opening", field.line, attribute,
                {{"id", field.id}, {"other", named.id}});
      }
    }
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

  void checkOpenings() const {
    checkOpenings(definition_.fields, [&](const std::string& id) { return definition_.fieldIndex(id); });
    for (const auto& table : definition_.tables) {
      // The rows of two sections are the same ones only if they are fixed.
      const auto columnIndex = [&](const std::string& id) {
        return table.fixed ? table.columnIndex(id) : std::nullopt;
      };
      checkOpenings(table.columns, columnIndex);
    }
  }

  void checkRulesAndNarratives() const {
    std::set<std::string> rules, narratives;
    for (const auto& rule : definition_.rules) {
      if (!rule.id.empty() && !rules.insert(rule.id).second)
        wrong("definition.duplicate-id", rule.line, "id", {{"id", rule.id}});
      const bool known = rule.place.empty() || definition_.fieldIndexes.contains(rule.place) ||
                         definition_.tableIndexes.contains(rule.place);
      if (known) continue;
      auto places = definition_.fields;
      for (const auto& table : definition_.tables) places.emplace_back().id = table.id;
      unknown(rule.line, "place", rule.place, rule.id, places);
      problems_.uncertain.insert("rule " + rule.id);
    }
    for (const auto& narrative : definition_.narratives) {
      if (!narrative.id.empty() && !narratives.insert(narrative.id).second)
        wrong("definition.duplicate-id", narrative.line, "id", {{"id", narrative.id}});
    }
  }

  void never(const std::string& id, int line) const { wrong("definition.never-in-force", line, "", {{"id", id}}); }

  // Whether some part of the definition is limited; and if it is loaded, that no part is limited so that it never is in
  // force. What is in a group that never is, is not named again.
  void checkInForce() {
    const SpansInForce spans(definition_);
    definition_.limited = spans.anyLimits();
    if (!definition_.limited || source_ != DefinitionSource::loaded) return;
    const auto groupIs = [&](std::size_t group) { return !isEmpty(spans.group(group)); };
    for (std::size_t i = 0; i < definition_.groups.size(); ++i) {
      if (!groupIs(i)) never(definition_.groups[i].id, definition_.groups[i].line);
    }
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) {
      const auto& field = definition_.fields[i];
      if (!groupIs(field.group)) continue;
      if (isEmpty(spans.field(i)))
        never(field.id, field.line);
      else
        checkChoices(spans, field, spans.field(i));
    }
    for (std::size_t t = 0; t < definition_.tables.size(); ++t) {
      if (groupIs(definition_.tables[t].group)) checkTable(spans, t);
    }
    for (std::size_t i = 0; i < definition_.narratives.size(); ++i) {
      const auto& narrative = definition_.narratives[i];
      if (groupIs(narrative.group) && isEmpty(spans.narrative(i))) never(narrative.id, narrative.line);
    }
    for (std::size_t i = 0; i < definition_.rules.size(); ++i) {
      const auto& rule = definition_.rules[i];
      if (isEmpty(spans.rule(i))) never(rule.id, rule.line);
    }
  }

  void checkTable(const SpansInForce& spans, std::size_t t) const {
    const auto& table = definition_.tables[t];
    if (isEmpty(spans.table(t))) return never(table.id, table.line);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& column = table.columns[c];
      if (isEmpty(spans.column(t, c)))
        never(table.id + "." + column.id, column.line);
      else
        checkChoices(spans, column, spans.column(t, c));
    }
    for (std::size_t r = 0; r < table.fixedRows.size(); ++r) {
      const auto& row = table.fixedRows[r];
      if (isEmpty(spans.row(t, r))) never(table.id + "[" + row.id + "]", row.line);
    }
  }

  // A field of choices must offer one whenever it is asked.
  void checkChoices(const SpansInForce& spans, const FieldDefinition& field, const SpansInForce::Set& asked) const {
    if (field.choices.empty()) return;
    auto offered = SpansInForce::Set(asked.size());
    for (const auto& choice : field.choices) {
      const auto of = spans.of(choice.inForce);
      if (isEmpty(common(of, asked))) return never(field.id + " = " + choice.value, choice.line);
      offered = united(offered, of);
    }
    if (common(offered, asked) != asked) wrong("definition.no-choice", field.line, "", {{"id", field.id}});
  }

  SectionDefinition& definition_;
  DefinitionProblems& problems_;
  DefinitionSource source_;
  std::set<std::string> taken_, codes_, older_;
};

}  // namespace

void finishDefinition(SectionDefinition& definition, DefinitionProblems& problems, DefinitionSource source) {
  Finisher(definition, problems, source).run();
}

}  // namespace cchc::definition_file
