#include "core/narrative/tag_formats.h"

#include <algorithm>

#include "core/base/reading/similar.h"
#include "core/base/text.h"

namespace cchc::narrative {
namespace {

std::vector<std::string> formatsOf(FieldType type) {
  std::vector<std::string> formats{"lower", "capital"};
  const auto add = [&](std::initializer_list<const char*> more) {
    formats.insert(formats.end(), more.begin(), more.end());
  };
  switch (type) {
    case FieldType::integer:
    case FieldType::decimal:
      add({"bare", "plain", "padded"});
      break;
    case FieldType::money:
      add({"bare", "plain", "full"});
      break;
    case FieldType::percent:
    case FieldType::rate:
      add({"bare"});
      break;
    case FieldType::date:
      add({"words"});
      break;
    case FieldType::choices:
      add({"list", "count"});
      break;
    case FieldType::document:
    case FieldType::documents:
      add({"short", "full", "title", "number", "date", "count"});
      break;
    default:
      break;
  }
  return formats;
}

}  // namespace

std::vector<std::string> formatsOf(const SectionDefinition& definition, const Tag& tag) {
  const bool rows = tag.target == TagTarget::table || tag.target == TagTarget::view;
  if (tag.kind != TagKind::value) return rows ? std::vector<std::string>{"nothing"} : std::vector<std::string>();
  if (rows) return {"count", "padded"};
  if (tag.target == TagTarget::row)
    return tag.name == "row_name" ? formatsOf(FieldType::text) : std::vector<std::string>();
  if (tag.target == TagTarget::context)
    return tag.name == "period.end" ? formatsOf(FieldType::date) : std::vector<std::string>();
  return formatsOf(tag.target == TagTarget::field ? definition.fields[tag.field].type
                                                  : definition.tables[tag.table].columns[tag.field].type);
}

void checkFormats(const SectionDefinition& definition, const NarrativeDefinition& narrative,
                  const std::vector<Tag>& tags, DefinitionProblems& problems) {
  for (const auto& tag : tags) {
    if (tag.kind == TagKind::close || tag.formats.empty()) continue;
    const auto known = formatsOf(definition, tag);
    for (std::size_t from = 0; from <= tag.formats.size();) {
      const auto to = std::min(tag.formats.find('|', from), tag.formats.size());
      const auto format = tag.formats.substr(from, to - from);
      from = to + 1;
      if (std::find(known.begin(), known.end(), format) != known.end()) continue;
      std::string allowed;
      for (const auto& one : known) allowed += (allowed.empty() ? "" : ", ") + one;
      std::vector<Parameter> parameters{
          {"format", format}, {"tag", "{{" + tag.name + "}}"}, {"allowed", allowed.empty() ? "–" : allowed}};
      addSimilar(parameters, format, known);
      problems.error("definition.unknown-format", positionIn(narrative.text, tag.begin), std::move(parameters));
    }
  }
}

}  // namespace cchc::narrative
