#include "core/definition/finish_definition.h"

#include <set>
#include <string>

namespace cchc::definition_file {
namespace {

class Finisher {
 public:
  Finisher(SectionDefinition& definition, std::string_view file) : definition_(definition), file_(file) {}

  Status run() {
    CCHC_CHECK(checkGroupIds());
    CCHC_CHECK(indexIds());
    CCHC_CHECK(checkPrefixes());
    CCHC_CHECK(checkReferences());
    return checkRulesAndNarratives();
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

  Status reserveId(const std::string& id, int line) {
    if (!taken_.insert(id).second) return wrong("definition.duplicate-id", line, {{"id", id}});
    return {};
  }

  Status indexIds() {
    for (std::size_t i = 0; i < definition_.fields.size(); ++i) {
      const auto& field = definition_.fields[i];
      CCHC_CHECK(reserveId(field.id, field.line));
      definition_.fieldIndexes[field.id] = i;
      for (const auto& older : field.renamedFrom) definition_.olderFields[older] = i;
      if (!field.code.empty() && !codes_.insert(field.code).second)
        return wrong("definition.duplicate-code", field.line, {{"code", field.code}});
    }
    for (std::size_t i = 0; i < definition_.tables.size(); ++i) {
      const auto& table = definition_.tables[i];
      CCHC_CHECK(reserveId(table.id, table.line));
      definition_.tableIndexes[table.id] = i;
      for (const auto& older : table.renamedFrom) definition_.olderTables[older] = i;
    }
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
      if (!column.code.empty() && !codes_.insert(column.code).second)
        return wrong("definition.duplicate-code", column.line, {{"code", column.code}});
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

  SectionDefinition& definition_;
  std::string_view file_;
  std::set<std::string> taken_, codes_, older_;
};

}  // namespace

Status finishDefinition(SectionDefinition& definition, std::string_view file) {
  return Finisher(definition, file).run();
}

}  // namespace cchc::definition_file
