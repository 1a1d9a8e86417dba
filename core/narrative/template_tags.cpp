#include "core/narrative/template_tags.h"

#include <algorithm>
#include <array>

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
};

class TagBinder {
 public:
  TagBinder(const SectionDefinition& definition, const NarrativeDefinition& narrative)
      : definition_(definition), narrative_(narrative) {
    if (!narrative.each.empty()) rowTable_ = tableOf(definition, narrative.each);
  }

  Result<std::vector<Tag>> read() {
    if (!narrative_.each.empty() && !rowTable_) return wrong(narrative_.each, "");
    const std::string_view text = narrative_.text;
    std::vector<Tag> tags;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
      const auto close = text.find("}}", at);
      if (close == std::string_view::npos) return wrong("{{", "}}");
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
      CCHC_CHECK(bindTag(tag, inner));
      tags.push_back(std::move(tag));
      at = close + 2;
    }
    if (!scopes_.empty()) return wrong("{{#" + scopes_.back().name + "}}", "{{/" + scopes_.back().name + "}}");
    return tags;
  }

 private:
  tl::unexpected<Error> wrong(std::string tag, std::string wanted) const {
    return fail("definition.narrative", std::to_string(narrative_.line),
                {{"definition", definition_.id.value},
                 {"paragraph", narrative_.id},
                 {"tag", std::move(tag)},
                 {"wanted", std::move(wanted)}});
  }

  Status bindTag(Tag& tag, std::string_view inner) {
    if (tag.kind == TagKind::close) {
      if (scopes_.empty() || scopes_.back().name != inner) {
        return wrong("{{/" + std::string(inner) + "}}", scopes_.empty() ? "" : "{{/" + scopes_.back().name + "}}");
      }
      scopes_.pop_back();
      return {};
    }
    if (!resolve(tag)) return wrong("{{" + tag.name + "}}", "");
    if (tag.kind != TagKind::value) {
      const bool rows = tag.kind == TagKind::open && tag.formats != "nothing" &&
                        (tag.target == TagTarget::table || tag.target == TagTarget::view);
      scopes_.push_back({std::string(inner), rows ? std::optional(tag.table) : std::nullopt});
    }
    return {};
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
  std::optional<std::size_t> rowTable_;
  std::vector<Scope> scopes_;
};

}  // namespace

Result<std::vector<Tag>> readTags(const SectionDefinition& definition, const NarrativeDefinition& narrative) {
  return TagBinder(definition, narrative).read();
}

std::optional<std::size_t> tableOf(const SectionDefinition& definition, std::string_view tableOrView) {
  if (const auto table = definition.tableIndex(tableOrView)) return table;
  if (const auto view = definition.viewIndex(tableOrView)) return definition.tableIndex(definition.views[*view].table);
  return std::nullopt;
}

}  // namespace cchc::narrative
