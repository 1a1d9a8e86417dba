#include "core/definition/read_definition.h"

#include "core/base/digest.h"
#include "core/base/format_version.h"
#include "core/base/text.h"
#include "core/definition/finish_definition.h"
#include "core/definition/reading/element_reader.h"
#include "core/definition/reading/read_field.h"
#include "core/definition/reading/read_in_force.h"
#include "core/definition/reading/read_rule.h"
#include "core/definition/reading/read_table.h"

namespace cchc {
namespace {

using definition_file::ElementReader;

void readNarrative(const ElementReader& reader, const pugi::xml_node& node, NarrativeDefinition& narrative) {
  reader.allow(node, {"id", "level", "each", "numbered", "standing"}, {}, {"from", "until", "unit-forms"});
  narrative.line = reader.line(node);
  narrative.id = reader.required(node, "id");
  narrative.level = reader.wholeNumber(node, "level", 0, 0, 2);
  narrative.numbered = reader.yesNo(node, "numbered");
  narrative.standing = reader.yesNo(node, "standing");
  narrative.inForce = definition_file::readInForce(reader, node);
  narrative.each = node.attribute("each").value();
  narrative.text = reader.text(node);
}

void readView(const ElementReader& reader, const pugi::xml_node& node, ViewDefinition& view) {
  reader.allow(node, {"id", "table", "where"}, {});
  view.id = reader.id(node, true);
  view.table = reader.required(node, "table");
  view.where = reader.attributeText(node, "where");
  if (view.where.empty()) view.where.line = reader.line(node);
}

void readGroup(const ElementReader& reader, const pugi::xml_node& node, SectionDefinition& definition) {
  reader.allow(node, {"id", "place", "order", "nothing", "untitled"}, {"title", "field|table|view|narrative*"},
               {"from", "until", "unit-forms"});
  GroupDefinition group;
  const auto index = definition.groups.size();
  group.line = reader.line(node);
  group.id = reader.id(node, false);
  group.place = node.attribute("place").as_string(definition.place.c_str());
  group.order = reader.wholeNumber(node, "order", definition.order, -100000, 100000);
  group.inForce = definition_file::readInForce(reader, node);
  group.mayBeNothing = reader.yesNo(node, "nothing");
  group.untitled = reader.yesNo(node, "untitled");
  group.title = reader.childLabel(node, "title", group.id);
  for (const auto& child : node.children()) {
    const std::string_view name = child.name();
    if (name == "field") {
      auto field = definition_file::readField(reader, child, nullptr);
      field.group = index;
      group.items.push_back({GroupItem::Kind::field, definition.fields.size()});
      definition.fields.push_back(std::move(field));
    } else if (name == "table") {
      auto table = definition_file::readTable(reader, child);
      table.group = index;
      group.items.push_back({GroupItem::Kind::table, definition.tables.size()});
      definition.tables.push_back(std::move(table));
    } else if (name == "view") {
      auto& view = definition.views.emplace_back();
      readView(reader, child, view);
      view.group = index;
    } else if (name == "narrative") {
      auto& narrative = definition.narratives.emplace_back();
      readNarrative(reader, child, narrative);
      narrative.group = index;
      group.items.push_back({GroupItem::Kind::narrative, definition.narratives.size() - 1});
    }
  }
  definition.groups.push_back(std::move(group));
}

// A file without the attribute `minor` has minor version 0. False: the rest of the file cannot be understood.
bool readFormat(ElementReader& reader, const pugi::xml_node& root) {
  using Kind = FormatVersion::Kind;
  const auto minor = root.attribute("minor");
  const auto version = formatVersionOf(definitionFormat, root.attribute("xmlns").value(), minor ? minor.value() : "0");
  if (std::string_view(root.name()) != "definition" || version.kind == Kind::otherFormat) {
    reader.wrong("definition.not-a-definition", root,
                 {{"element", root.name()}, {"namespace", root.attribute("xmlns").value()}});
    return false;
  }
  if (version.kind == Kind::newer) {
    reader.wrong("definition.newer-format", root, {{"version", version.given}, {"known", version.known}});
    return false;
  }
  if (version.kind == Kind::wrongMinor) reader.wrongAttribute(root, "minor", minor.value(), "0, 1");
  // With a wrong minor version, what the format has had since minor version 1 is not a fault of its own.
  reader.setMinor(version.kind == Kind::wrongMinor ? definitionFormat.minor : version.minor);
  return true;
}

// In the last group that is always in force for all units, if there is one, so that facts can always be told.
void addOtherFacts(SectionDefinition& definition) {
  auto facts = definition_file::otherFacts();
  facts.group = definition.groups.size() - 1;
  for (std::size_t i = 0; i < definition.groups.size(); ++i) {
    if (definition.groups[i].inForce == InForce{}) facts.group = i;
  }
  definition.groups[facts.group].items.push_back({GroupItem::Kind::table, definition.tables.size()});
  definition.tables.push_back(std::move(facts));
}

void readRoot(ElementReader& reader, const pugi::xml_node& root, SectionDefinition& definition) {
  reader.allow(root, {"id", "version", "place", "order", "owner", "renamed-from", "minor"},
               {"title", "group*", "rule*"}, {"from", "until", "unit-forms"});
  definition.line = reader.line(root);
  definition.id = DefinitionId(reader.id(root, true));
  definition.minor = reader.minor();
  definition.version = reader.wholeNumber(root, "version", 1, 1, 1000000);
  definition.place = reader.required(root, "place");
  definition.order = reader.wholeNumber(root, "order", 0, -100000, 100000);
  definition.owner = reader.required(root, "owner");
  definition.inForce = definition_file::readInForce(reader, root);
  definition.renamedFrom = ElementReader::splitWords(root.attribute("renamed-from").value());
  definition.title = reader.childLabel(root, "title", definition.id.value);
  for (const auto& child : root.children("group")) readGroup(reader, child, definition);
  if (definition.groups.empty()) {
    reader.wrong("definition.missing-element", root, {{"element", "group"}, {"parent", definition.id.value}});
    definition.groups.emplace_back();
  }
  for (const auto& child : root.children("rule"))
    definition.rules.push_back(definition_file::readRule(reader, child, definition));
}

// Null if the file is so wrong that nothing can be said about what it defines.
std::shared_ptr<SectionDefinition> read(std::string_view xml, DefinitionProblems& problems, DefinitionSource source,
                                        bool formRules) {
  ElementReader reader(xml, problems, formRules);
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype,
                                           pugi::encoding_utf8);
  if (!parsed) {
    problems.error("definition.not-xml", reader.positionAt(parsed.offset), {{"reason", parsed.description()}});
    return nullptr;
  }
  const auto root = document.document_element();
  if (document.first_child().type() == pugi::node_doctype) {
    reader.wrong("definition.doctype", root, {});
    return nullptr;
  }
  if (!readFormat(reader, root)) return nullptr;
  auto definition = std::make_shared<SectionDefinition>();
  definition->xml = xml;
  definition->digest = sha256(xml);
  readRoot(reader, root, *definition);
  addOtherFacts(*definition);
  definition_file::finishDefinition(*definition, problems, source);
  return definition;
}

}  // namespace

Result<std::shared_ptr<const SectionDefinition>> readDefinition(std::string_view xml, std::string_view file,
                                                                DefinitionSource source) {
  DefinitionProblems problems(file);
  auto definition = read(xml, problems, source, false);
  if (problems.anyErrors()) return fail(errorOf(problems.firstError()));
  return definition;
}

std::shared_ptr<const SectionDefinition> readDefinition(std::string_view xml, DefinitionProblems& problems) {
  return read(xml, problems, DefinitionSource::loaded, true);
}

}  // namespace cchc
