#include "core/definition/read_definition.h"

#include "core/base/digest.h"
#include "core/base/format_version.h"
#include "core/base/text.h"
#include "core/definition/element_reader.h"
#include "core/definition/finish_definition.h"
#include "core/definition/read_field.h"
#include "core/definition/read_in_force.h"
#include "core/definition/read_rule.h"
#include "core/definition/read_table.h"

namespace cchc {
namespace {

using definition_file::ElementReader;

Status readGroup(const ElementReader& reader, const pugi::xml_node& node, SectionDefinition& definition) {
  CCHC_CHECK(reader.allow(node, {"id", "place", "order", "nothing", "untitled"},
                          {"title", "field", "table", "view", "narrative"}, {"from", "until", "unit-forms"}));
  GroupDefinition group;
  const auto index = definition.groups.size();
  CCHC_TRY(group.id, reader.id(node, false));
  group.place = node.attribute("place").as_string(definition.place.c_str());
  CCHC_TRY(group.order, reader.wholeNumber(node, "order", definition.order, -100000, 100000));
  CCHC_TRY(group.inForce, definition_file::readInForce(reader, node));
  CCHC_TRY(group.mayBeNothing, reader.yesNo(node, "nothing"));
  CCHC_TRY(group.untitled, reader.yesNo(node, "untitled"));
  if (!node.child("title"))
    return reader.wrong("definition.missing-element", node, {{"element", "title"}, {"parent", group.id}});
  CCHC_TRY(group.title, reader.label(node.child("title")));
  for (const auto& child : node.children()) {
    const std::string_view name = child.name();
    if (name == "field") {
      CCHC_TRY(auto field, definition_file::readField(reader, child, false));
      field.group = index;
      group.items.push_back({GroupItem::Kind::field, definition.fields.size()});
      definition.fields.push_back(std::move(field));
    } else if (name == "table") {
      CCHC_TRY(auto table, definition_file::readTable(reader, child));
      table.group = index;
      group.items.push_back({GroupItem::Kind::table, definition.tables.size()});
      definition.tables.push_back(std::move(table));
    } else if (name == "view") {
      CCHC_CHECK(reader.allow(child, {"id", "table", "where"}, {}));
      ViewDefinition view;
      CCHC_TRY(view.id, reader.id(child, true));
      CCHC_TRY(view.table, reader.required(child, "table"));
      CCHC_TRY(auto where, reader.required(child, "where"));
      view.where = {std::string(trim(where)), reader.line(child)};
      view.group = index;
      definition.views.push_back(std::move(view));
    } else if (name == "narrative") {
      CCHC_CHECK(
          reader.allow(child, {"id", "level", "each", "numbered", "standing"}, {}, {"from", "until", "unit-forms"}));
      NarrativeDefinition narrative;
      narrative.line = reader.line(child);
      CCHC_TRY(narrative.id, reader.required(child, "id"));
      CCHC_TRY(narrative.level, reader.wholeNumber(child, "level", 0, 0, 2));
      CCHC_TRY(narrative.numbered, reader.yesNo(child, "numbered"));
      CCHC_TRY(narrative.standing, reader.yesNo(child, "standing"));
      CCHC_TRY(narrative.inForce, definition_file::readInForce(reader, child));
      narrative.each = child.attribute("each").value();
      narrative.text = child.child_value();
      narrative.group = index;
      group.items.push_back({GroupItem::Kind::narrative, definition.narratives.size()});
      definition.narratives.push_back(std::move(narrative));
    }
  }
  definition.groups.push_back(std::move(group));
  return {};
}

// A file without the attribute `minor` has minor version 0.
Status readFormat(ElementReader& reader, const pugi::xml_node& root) {
  using Kind = FormatVersion::Kind;
  const auto minor = root.attribute("minor");
  const auto version = formatVersionOf(definitionFormat, root.attribute("xmlns").value(), minor ? minor.value() : "0");
  if (std::string_view(root.name()) != "definition" || version.kind == Kind::otherFormat) {
    return reader.wrong("definition.not-a-definition", root,
                        {{"element", root.name()}, {"namespace", root.attribute("xmlns").value()}});
  }
  if (version.kind == Kind::newer)
    return reader.wrong("definition.newer-format", root, {{"version", version.given}, {"known", version.known}});
  if (version.kind == Kind::wrongMinor)
    return reader.wrong("definition.wrong-attribute", root,
                        {{"attribute", "minor"}, {"given", minor.value()}, {"allowed", "0, 1"}});
  reader.setMinor(version.minor);
  return {};
}

}  // namespace

Result<std::shared_ptr<const SectionDefinition>> readDefinition(std::string_view xml, std::string_view file,
                                                                DefinitionSource source) {
  ElementReader reader(xml, file);
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype,
                                           pugi::encoding_utf8);
  if (!parsed) {
    return fail("definition.not-xml", std::string(file) + ":" + std::to_string(reader.lineAt(parsed.offset)),
                {{"reason", parsed.description()}});
  }
  const auto root = document.document_element();
  if (document.first_child().type() == pugi::node_doctype) return reader.wrong("definition.doctype", root, {});
  CCHC_CHECK(readFormat(reader, root));
  CCHC_CHECK(reader.allow(root, {"id", "version", "place", "order", "owner", "renamed-from", "minor"},
                          {"title", "group", "rule"}, {"from", "until", "unit-forms"}));
  auto definition = std::make_shared<SectionDefinition>();
  CCHC_TRY(auto id, reader.id(root, true));
  definition->id = DefinitionId(id);
  definition->minor = reader.minor();
  CCHC_TRY(definition->version, reader.wholeNumber(root, "version", 1, 1, 1000000));
  CCHC_TRY(definition->place, reader.required(root, "place"));
  CCHC_TRY(definition->order, reader.wholeNumber(root, "order", 0, -100000, 100000));
  CCHC_TRY(definition->owner, reader.required(root, "owner"));
  CCHC_TRY(definition->inForce, definition_file::readInForce(reader, root));
  definition->renamedFrom = ElementReader::splitWords(root.attribute("renamed-from").value());
  if (!root.child("title"))
    return reader.wrong("definition.missing-element", root, {{"element", "title"}, {"parent", id}});
  CCHC_TRY(definition->title, reader.label(root.child("title")));
  for (const auto& child : root.children("group")) {
    CCHC_CHECK(readGroup(reader, child, *definition));
  }
  if (definition->groups.empty())
    return reader.wrong("definition.missing-element", root, {{"element", "group"}, {"parent", id}});
  for (const auto& child : root.children("rule")) {
    CCHC_TRY(auto rule, definition_file::readRule(reader, child));
    definition->rules.push_back(std::move(rule));
  }
  // In the last group that is always in force for all units, if there is one, so that facts can always be told.
  auto facts = definition_file::otherFacts();
  facts.group = definition->groups.size() - 1;
  for (std::size_t i = 0; i < definition->groups.size(); ++i) {
    if (definition->groups[i].inForce == InForce{}) facts.group = i;
  }
  definition->groups[facts.group].items.push_back({GroupItem::Kind::table, definition->tables.size()});
  definition->tables.push_back(std::move(facts));
  definition->xml = xml;
  definition->digest = sha256(xml);
  CCHC_CHECK(definition_file::finishDefinition(*definition, file, source));
  CCHC_CHECK(definition_file::refuseNotYet(reader, root));
  return definition;
}

}  // namespace cchc
