#include "core/narrative/render_template.h"

#include <kainjow/mustache.hpp>
#include <mutex>

#include "core/base/text.h"
#include "core/narrative/display.h"
#include "core/narrative/unit_words.h"

namespace cchc::narrative {
namespace {

using kainjow::mustache::data;

std::string token(std::size_t tag) { return "t" + std::to_string(tag); }

// The template with every tag renamed to its index. A closing tag gets the token of the one that it closes. Mustache
// itself must not see the names: its lookup splits them at dots and has no formats, and the meaning of a name depends
// on the table that it is in.
std::string renamed(const std::string& original, const std::vector<Tag>& tags) {
  std::string text;
  std::size_t from = 0;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Tag& tag = tags[i];
    text.append(original, from, tag.begin - from);
    from = tag.end;
    switch (tag.kind) {
      case TagKind::value:
        text += "{{" + token(i) + "}}";
        break;
      case TagKind::open:
        text += "{{#" + token(i) + "}}", open.push_back(i);
        break;
      case TagKind::openInverted:
        text += "{{^" + token(i) + "}}", open.push_back(i);
        break;
      case TagKind::close:
        text += "{{/" + token(open.back()) + "}}", open.pop_back();
        break;
    }
  }
  return text.append(original, from);
}

// Computes what the tags of a template show.
class TagValues {
 public:
  TagValues(const Values& values, const std::vector<Tag>& tags, std::set<std::string>& uses)
      : values_(values), definition_(values.definition.definition()), tags_(tags), uses_(uses) {}

  data all(const std::optional<RowPosition>& row) {
    std::size_t at = 0;
    return scope(at, tags_.size(), row);
  }

 private:
  // The data of the tags from `at` to the end of this scope; `at` moves past its closing tag.
  data scope(std::size_t& at, std::size_t end, const std::optional<RowPosition>& row) {
    data object(data::type::object);
    while (at < end) {
      const std::size_t i = at++;
      const Tag& tag = tags_[i];
      if (tag.kind == TagKind::close) return object;
      if (tag.kind == TagKind::value) {
        object.set(token(i), valueText(tag, row));
        continue;
      }
      const std::size_t inner = at;
      if (tag.kind == TagKind::open && goesOverRows(tag)) {
        const auto rows = rowsOf(values_, tag.name);
        data list(data::type::list);
        at = afterScope(inner);
        for (std::size_t n = 0; n < rows.size(); ++n) {
          std::size_t cursor = inner;
          list << scope(cursor, end, RowPosition{tag.table, rows[n], n + 1, rows.size()});
        }
        uses_.insert(definition_.tables[tag.table].id);
        object.set(token(i), list);
      } else {
        // A condition. Tokens are unique, so those inside it can be in the same object.
        const data nested = scope(at, end, row);
        // Of what is not in force, neither what is said of a value nor what is said of its lack is printed.
        const bool holds = isInForce(tag, row) ? condition(tag, row) : tag.kind == TagKind::openInverted;
        data shown = holds ? (tag.kind == TagKind::open ? nested : data(true)) : data(false);
        if (tag.kind == TagKind::openInverted && !holds) merge(object, nested, inner, at);
        object.set(token(i), shown);
      }
    }
    return object;
  }

  std::size_t afterScope(std::size_t inner) const {
    int depth = 1;
    while (inner < tags_.size() && depth > 0) {
      const auto kind = tags_[inner++].kind;
      depth += kind == TagKind::close ? -1 : kind == TagKind::value ? 0 : 1;
    }
    return inner;
  }

  static void merge(data& object, const data& nested, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (const auto* value = nested.get(token(i))) object.set(token(i), *value);
    }
  }

  static bool goesOverRows(const Tag& tag) {
    return (tag.target == TagTarget::table || tag.target == TagTarget::view) && tag.formats != "nothing";
  }

  const Effective* effectiveOf(const Tag& tag, const std::optional<RowPosition>& row) const {
    switch (tag.target) {
      case TagTarget::field:
        return &values_.evaluation.fields[tag.field];
      case TagTarget::column:
        return row ? &values_.evaluation.cells[tag.table][row->row][tag.field] : nullptr;
      case TagTarget::fixedCell:
        return fixedCell(tag);
      default:
        return nullptr;
    }
  }

  const Effective* fixedCell(const Tag& tag) const {
    const auto& id = definition_.tables[tag.table].fixedRows[tag.fixedRow].id;
    const auto& rows = values_.data.tables[tag.table].rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].id == id) return &values_.evaluation.cells[tag.table][i][tag.field];
    }
    return nullptr;
  }

  bool isInForce(const Tag& tag, const std::optional<RowPosition>& row) const {
    const auto& inForce = values_.evaluation.inForce;
    switch (tag.target) {
      case TagTarget::field:
        return inForce.field(tag.field);
      case TagTarget::column:
        return row ? inForce.cell(tag.table, row->row, tag.field) : inForce.column(tag.table, tag.field);
      case TagTarget::fixedCell:
        return inForce.cell(tag.table, tag.fixedRow, tag.field);
      case TagTarget::table:
      case TagTarget::view:
        return inForce.table(tag.table);
      default:
        return true;
    }
  }

  const FieldDefinition& fieldOf(const Tag& tag) const {
    return tag.target == TagTarget::field ? definition_.fields[tag.field]
                                          : definition_.tables[tag.table].columns[tag.field];
  }

  void addUse(const Tag& tag) {
    if (tag.target == TagTarget::field) uses_.insert(definition_.fields[tag.field].id);
    if (tag.target == TagTarget::column || tag.target == TagTarget::fixedCell || tag.target == TagTarget::table ||
        tag.target == TagTarget::view) {
      uses_.insert(definition_.tables[tag.table].id);
    }
  }

  std::string valueText(const Tag& tag, const std::optional<RowPosition>& row) {
    addUse(tag);
    switch (tag.target) {
      case TagTarget::context:
        return contextText(tag);
      case TagTarget::row:
        return rowText(tag, row);
      case TagTarget::table:
      case TagTarget::view: {
        const Decimal count(static_cast<std::int64_t>(rowsOf(values_, tag.name).size()));
        FieldDefinition plain;
        plain.type = FieldType::integer;
        Effective effective;
        effective.setComputed(Value{count});
        return display(plain, effective, tag.formats == "count" ? "padded" : tag.formats);
      }
      default:
        break;
    }
    const auto* effective = effectiveOf(tag, row);
    if (effective == nullptr || !effective->relevant) return {};
    return display(fieldOf(tag), *effective, tag.formats, values_.ownBody);
  }

  static std::string displayedText(const std::string& text, std::string_view formats) {
    FieldDefinition plain;
    plain.type = FieldType::text;
    Effective effective;
    effective.setComputed(Value{text});
    return display(plain, effective, formats);
  }

  std::string rowText(const Tag& tag, const std::optional<RowPosition>& row) const {
    if (!row) return {};
    if (tag.name == "number") return std::to_string(row->number);
    if (tag.name == "row_name") {
      const auto& id = values_.data.tables[row->table].rows[row->row].id;
      for (const auto& fixed : definition_.tables[row->table].fixedRows) {
        if (fixed.id == id) return displayedText(fixed.label.vi, tag.formats);
      }
    }
    return {};
  }

  std::string contextText(const Tag& tag) const {
    const auto& context = values_.context;
    if (tag.name == "unit.name") return context.unit != nullptr ? unitName(*context.unit) : "";
    if (tag.name == "unit.body") return context.unit != nullptr ? unitBody(*context.unit) : "";
    if (tag.name == "unit.short") return context.unit != nullptr ? unitShort(*context.unit) : "";
    if (tag.name == "unit.parent") return context.parent != nullptr ? unitName(*context.parent) : "";
    if (tag.name == "unit.parent_body") return context.parent != nullptr ? unitBody(*context.parent) : "";
    if (context.period == nullptr) return {};
    if (tag.name == "period.name") return context.period->name;
    if (tag.name == "period.year") return std::to_string(context.period->end.year);
    if (tag.name == "period.next") return context.period->nextName;
    FieldDefinition date;
    date.type = FieldType::date;
    Effective effective;
    effective.setComputed(Value{context.period->end});
    return display(date, effective, tag.formats);
  }

  bool condition(const Tag& tag, const std::optional<RowPosition>& row) {
    addUse(tag);
    bool holds = false;
    if (tag.target == TagTarget::row) {
      holds = row && ((tag.name == "first" && row->number == 1) || (tag.name == "last" && row->number == row->count));
    } else if (tag.target == TagTarget::table || tag.target == TagTarget::view) {
      holds = tag.formats == "nothing" ? values_.data.tables[tag.table].nothing : !rowsOf(values_, tag.name).empty();
    } else if (tag.target == TagTarget::context) {
      holds = !contextText(tag).empty();
    } else if (const auto* effective = effectiveOf(tag, row); effective != nullptr && effective->relevant) {
      const auto* yes = std::get_if<bool>(&effective->value().content);
      holds = yes != nullptr ? *yes : !effective->value().blank();
    }
    return holds;
  }

  const Values& values_;
  const SectionDefinition& definition_;
  const std::vector<Tag>& tags_;
  std::set<std::string>& uses_;
};

}  // namespace

Values valuesOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                const NarrativeContext& context) {
  return {definition, data, evaluation, context, context.unit != nullptr ? unitBody(*context.unit) : std::string()};
}

std::vector<std::size_t> rowsOf(const Values& values, std::string_view tableOrView) {
  const auto& definition = values.definition.definition();
  const auto table = tableOf(definition, tableOrView);
  if (!table) return {};
  if (const auto view = definition.viewIndex(tableOrView))
    return viewRows(values.definition, *view, values.data, values.evaluation);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < values.data.tables[*table].rows.size(); ++i) {
    if (values.evaluation.inForce.row(*table, i)) rows.push_back(i);
  }
  return rows;
}

// The engine is not const while it renders, so only one thread at a time uses it.
struct ParsedTemplate::Engine {
  Engine(const NarrativeDefinition& narrative, std::vector<Tag> found)
      : tags(std::move(found)), mustache(renamed(narrative.text.text, tags)) {
    mustache.set_custom_escape([](const std::string& text) { return text; });
  }
  std::vector<Tag> tags;
  std::mutex mutex;
  kainjow::mustache::mustache mustache;
};

Result<ParsedTemplate> ParsedTemplate::parse(const SectionDefinition& definition,
                                             const NarrativeDefinition& narrative) {
  DefinitionProblems problems("");
  auto tags = readTags(definition, narrative, problems);
  if (problems.anyErrors()) return fail(errorOf(problems.firstError()));
  return ParsedTemplate(std::make_shared<Engine>(narrative, std::move(tags)));
}

const std::vector<Tag>& ParsedTemplate::tags() const { return engine_->tags; }

std::string ParsedTemplate::render(const Values& values, const std::optional<RowPosition>& row,
                                   std::set<std::string>& uses) const {
  if (row) uses.insert(values.definition.definition().tables[row->table].id);
  const auto shown = TagValues(values, engine_->tags, uses).all(row);
  std::string text;
  {
    const std::lock_guard alone(engine_->mutex);
    text = engine_->mustache.render(shown);
  }
  return foldSpace(text);
}

ParsedTemplates::ParsedTemplates(const SectionDefinition& definition) {
  all_.reserve(definition.narratives.size());
  for (const auto& narrative : definition.narratives) all_.push_back(ParsedTemplate::parse(definition, narrative));
}

const ParsedTemplates& templatesOf(const CompiledDefinition& definition) {
  return definition.templates([&] { return std::make_shared<const ParsedTemplates>(definition.definition()); });
}

}  // namespace cchc::narrative
