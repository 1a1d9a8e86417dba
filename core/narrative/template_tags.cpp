#include "core/narrative/template_tags.h"

#include <algorithm>
#include <array>

#include "core/base/reading/similar.h"
#include "core/base/text.h"
#include "core/definition/located_place.h"

namespace cchc::narrative {
namespace {

constexpr std::array contextNames = {"unit.name",   "unit.body",   "unit.short",  "unit.parent", "unit.parent_body",
                                     "period.name", "period.year", "period.next", "period.end"};
constexpr std::array rowNames = {"first", "last", "number", "row_name"};

struct Scope {
  std::string name;
  std::optional<std::size_t> table;  // set when the Mustache section is rendered for each row
  std::size_t begin = 0;             // of the tag that opened it
};

class TagBinder {
 public:
  TagBinder(const SectionDefinition& definition, const NarrativeDefinition& narrative, DefinitionProblems& problems)
      : definition_(definition), narrative_(narrative), problems_(problems) {
    if (!narrative.each.empty()) rowTable_ = tableOf(definition, narrative.each);
  }

  std::vector<Tag> read() {
    if (isUncertain(narrative_.each)) return {};
    if (!narrative_.each.empty() && !rowTable_) {
      wrong(attributePosition(definition_.xml, narrative_.line, "each"), narrative_.each, "",
            mostLike(narrative_.each, tablesAndViews()));
      return {};  // the columns that its tags name are not known
    }
    const std::string_view text = narrative_.text.text;
    std::vector<Tag> tags;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
      const auto close = text.find("}}", at);
      if (close == std::string_view::npos) {
        wrong(position(at), "{{", "}}");
        break;
      }
      Tag tag;
      tag.begin = at;
      tag.end = close + 2;
      auto inner = trim(text.substr(at + 2, close - at - 2));
      if (!inner.empty() && std::string_view("#^/").find(inner[0]) != std::string_view::npos) {
        tag.kind = inner[0] == '#' ? TagKind::open : inner[0] == '^' ? TagKind::openInverted : TagKind::close;
        inner = trim(inner.substr(1));
      }
      const auto bar = inner.find('|');
      tag.name = std::string(trim(inner.substr(0, bar)));
      if (bar != std::string_view::npos) tag.formats = std::string(trim(inner.substr(bar + 1)));
      if (isUncertain(tag.name)) return tags;  // nor can anything be said of what follows
      if (bindTag(tag, inner)) tags.push_back(std::move(tag));
      at = close + 2;
    }
    for (const auto& scope : scopes_)
      wrong(position(scope.begin), "{{#" + scope.name + "}}", "{{/" + scope.name + "}}");
    return tags;
  }

 private:
  // A view of a table that does not exist.
  bool isUncertain(const std::string& name) const { return problems_.uncertain.contains("view " + name); }
  FilePosition position(std::size_t octet) const { return positionIn(narrative_.text, octet); }

  void wrong(FilePosition at, std::string tag, std::string wanted, const std::string& suggestion = {}) {
    std::vector<Parameter> parameters{{"definition", definition_.id.value},
                                      {"paragraph", narrative_.id},
                                      {"tag", std::move(tag)},
                                      {"wanted", std::move(wanted)}};
    addSuggestion(parameters, suggestion);
    problems_.error("definition.narrative", at, std::move(parameters));
  }

  std::vector<std::string> tablesAndViews() const {
    std::vector<std::string> names;
    for (const auto& table : definition_.tables) names.push_back(table.id);
    for (const auto& view : definition_.views) names.push_back(view.id);
    return names;
  }
  // What a tag there may name.
  std::vector<std::string> knownNames() const {
    if (problems_.full()) return {};
    auto names = tablesAndViews();
    names.insert(names.end(), contextNames.begin(), contextNames.end());
    for (const auto& field : definition_.fields) names.push_back(field.id);
    for (const auto& table : definition_.tables) {
      for (const auto& row : table.fixedRows) {
        for (const auto& column : table.columns) names.push_back(table.id + "[" + row.id + "]." + column.id);
      }
    }
    const auto table = innermostTable();
    if (!table) return names;
    for (const auto& column : definition_.tables[*table].columns) names.push_back(column.id);
    return names;
  }

  // Whether the tag may be rendered.
  bool bindTag(Tag& tag, std::string_view inner) {
    if (tag.kind == TagKind::close) {
      if (!scopes_.empty() && scopes_.back().name == inner) {
        scopes_.pop_back();
        return true;
      }
      const auto opened =
          std::find_if(scopes_.rbegin(), scopes_.rend(), [&](const Scope& scope) { return scope.name == inner; });
      wrong(position(tag.begin), "{{/" + std::string(inner) + "}}",
            scopes_.empty() ? "" : "{{/" + scopes_.back().name + "}}");
      // What was opened within it was named by this; or this closes the innermost under a wrong name.
      if (opened != scopes_.rend())
        scopes_.erase(opened.base() - 1, scopes_.end());
      else if (!scopes_.empty())
        scopes_.pop_back();
      return false;
    }
    const bool known = resolve(tag);
    if (!known) wrong(position(tag.begin), "{{" + tag.name + "}}", "", mostLike(tag.name, knownNames()));
    if (tag.kind != TagKind::value) {
      const bool rows = known && tag.kind == TagKind::open && tag.formats != "nothing" &&
                        (tag.target == TagTarget::table || tag.target == TagTarget::view);
      scopes_.push_back({std::string(inner), rows ? std::optional(tag.table) : std::nullopt, tag.begin});
    }
    return known;
  }

  std::optional<std::size_t> innermostTable() const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
      if (scope->table) return scope->table;
    return rowTable_;
  }

  bool resolve(Tag& tag) const {
    if (const auto table = innermostTable()) {
      if (std::find(rowNames.begin(), rowNames.end(), tag.name) != rowNames.end())
        return tag.target = TagTarget::row, true;
      if (const auto column = definition_.tables[*table].columnIndex(tag.name)) {
        tag.target = TagTarget::column;
        tag.table = *table;
        tag.field = *column;
        return true;
      }
    }
    if (const auto field = definition_.fieldIndex(tag.name))
      return tag.target = TagTarget::field, tag.field = *field, true;
    if (const auto table = definition_.tableIndex(tag.name))
      return tag.target = TagTarget::table, tag.table = *table, true;
    if (const auto view = definition_.viewIndex(tag.name)) {
      const auto table = tableOf(definition_, tag.name);
      if (!table) return false;
      tag.target = TagTarget::view;
      tag.view = *view;
      tag.table = *table;
      return true;
    }
    if (std::find(contextNames.begin(), contextNames.end(), tag.name) != contextNames.end())
      return tag.target = TagTarget::context, true;
    return resolveFixedCell(tag);
  }

  // table[row].column
  bool resolveFixedCell(Tag& tag) const {
    const auto place = locate(definition_, tag.name);
    if (!place || !place->column) return false;
    const auto& rows = definition_.tables[*place->table].fixedRows;
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const FixedRow& fixed) { return fixed.id == place->row; });
    if (row == rows.end()) return false;
    tag.target = TagTarget::fixedCell;
    tag.table = *place->table;
    tag.fixedRow = static_cast<std::size_t>(row - rows.begin());
    tag.field = *place->column;
    return true;
  }

  const SectionDefinition& definition_;
  const NarrativeDefinition& narrative_;
  DefinitionProblems& problems_;
  std::optional<std::size_t> rowTable_;
  std::vector<Scope> scopes_;
};

}  // namespace

std::vector<Tag> readTags(const SectionDefinition& definition, const NarrativeDefinition& narrative,
                          DefinitionProblems& problems) {
  return TagBinder(definition, narrative, problems).read();
}

std::optional<std::size_t> tableOf(const SectionDefinition& definition, std::string_view tableOrView) {
  if (const auto table = definition.tableIndex(tableOrView)) return table;
  if (const auto view = definition.viewIndex(tableOrView)) return definition.tableIndex(definition.views[*view].table);
  return std::nullopt;
}

}  // namespace cchc::narrative
