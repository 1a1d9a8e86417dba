// plugins, definitions: what is installed.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/suite/catalogue.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

// The plugins of the installation first, then those of --plugins, and what they logged. No store is opened.
Result<Catalogue> catalogueOf(const Session& session) {
  CCHC_TRY(const auto resources, session.resources());
  CCHC_TRY(auto catalogue, loadCatalogue(resources, session.pluginFolders()));
  session.printPluginLog(catalogue.plugins);
  return catalogue;
}

Result<int> listPlugins(const Session& session) {
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  auto all = nlohmann::json::array();
  bool quarantined = false;
  for (const auto& plugin : catalogue.plugins.plugins()) {
    const auto reason = plugin.quarantined ? messageLine(*plugin.quarantined, session.language()) : std::string();
    quarantined = quarantined || plugin.quarantined || !plugin.wrongParts.empty();
    if (session.options.json) {
      nlohmann::json entry{{"id", plugin.id},
                           {"version", plugin.version},
                           {"title", plugin.title.in(session.language())},
                           {"file", plugin.file.string()},
                           {"quarantined", reason},
                           {"definitions", nlohmann::json::array()},
                           {"quarantined_parts", nlohmann::json::array()},
                           {"importers", nlohmann::json::array()}};
      for (const auto& [file, part] : plugin.wrongParts)
        entry["quarantined_parts"].push_back(
            {{"file", file.string()}, {"reason", messageLine(part, session.language())}});
      for (const auto& id : plugin.definitions) entry["definitions"].push_back(id.value);
      for (const auto& importer : plugin.importers)
        entry["importers"].push_back({{"definition", importer.definition.value}, {"name", importer.name}});
      all.push_back(std::move(entry));
      continue;
    }
    if (plugin.quarantined) {
      session.printText("cli.plugins.quarantined", {{"id", plugin.id}, {"reason", reason}});
      continue;
    }
    session.printLine(plugin.id + (plugin.version.empty() ? "" : " " + plugin.version) + "  " +
                      plugin.title.in(session.language()));
    for (const auto& id : plugin.definitions)
      session.printLine("  " + session.text("cli.plugins.definition", {{"id", id.value}}));
    for (const auto& importer : plugin.importers)
      session.printLine("  " + session.text("cli.plugins.importer",
                                            {{"name", importer.name}, {"definition", importer.definition.value}}));
    for (const auto& [file, part] : plugin.wrongParts)
      session.printLine(
          "  " + session.text("cli.plugins.quarantined",
                              {{"id", file.filename().string()}, {"reason", messageLine(part, session.language())}}));
  }
  if (session.options.json) session.printLine(all.dump(1));
  return quarantined ? 1 : 0;
}

std::string describe(const FieldDefinition& field, const Session& session) {
  std::string line =
      field.id + "  " + std::string(fieldTypeName(field.type)) + "  " + field.label.in(session.language());
  if (!field.code.empty()) line += "  [" + field.code + "]";
  if (!field.unit.empty()) line += "  (" + field.unit + ")";
  if (field.required == Required::submit) line += "  *";
  if (!field.formula.empty()) line += "  = " + field.formula.text;
  if (!field.reference.empty()) line += "  ← " + field.reference.text;
  return line;
}

nlohmann::json jsonOf(const SectionDefinition& definition, const Session& session) {
  return {{"id", definition.id.value},
          {"version", definition.version},
          {"place", definition.place},
          {"owner", definition.owner},
          {"title", definition.title.in(session.language())},
          {"digest", definition.digest}};
}

nlohmann::json jsonOf(const FieldDefinition& field, const Session& session) {
  return {{"id", field.id},
          {"type", std::string(fieldTypeName(field.type))},
          {"label", field.label.in(session.language())},
          {"code", field.code},
          {"unit", field.unit},
          {"required", field.required == Required::submit},
          {"formula", field.formula.text},
          {"reference", field.reference.text}};
}

// The definition as in the list of all, with "groups".
int showDefinitionAsJson(const Session& session, const CompiledDefinition& compiled) {
  const auto& definition = compiled.definition();
  auto groups = nlohmann::json::array();
  for (const auto& group : definition.groups) {
    auto fields = nlohmann::json::array(), tables = nlohmann::json::array();
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::field) fields.push_back(jsonOf(definition.fields[item.index], session));
      if (item.kind != GroupItem::Kind::table) continue;
      const auto& table = definition.tables[item.index];
      auto columns = nlohmann::json::array();
      for (const auto& column : table.columns) columns.push_back(jsonOf(column, session));
      tables.push_back({{"id", table.id}, {"title", table.title.in(session.language())}, {"columns", columns}});
    }
    groups.push_back(
        {{"id", group.id}, {"title", group.title.in(session.language())}, {"fields", fields}, {"tables", tables}});
  }
  auto result = jsonOf(definition, session);
  result["groups"] = groups;
  session.printJson(result);
  return 0;
}

int showDefinition(const Session& session, const CompiledDefinition& compiled) {
  const auto& definition = compiled.definition();
  session.printLine(definition.id.value + " v" + std::to_string(definition.version) + "  " + definition.place + "  " +
                    definition.title.in(session.language()));
  for (const auto& group : definition.groups) {
    session.printLine(" " + group.id + "  " + group.title.in(session.language()));
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::field)
        session.printLine("   " + describe(definition.fields[item.index], session));
      if (item.kind != GroupItem::Kind::table) continue;
      const auto& table = definition.tables[item.index];
      session.printLine("   " + table.id + "[]  " + table.title.in(session.language()));
      for (const auto& column : table.columns) session.printLine("     ." + describe(column, session));
    }
  }
  return 0;
}

Result<int> definitions(const Session& session, const std::string& id) {
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  if (!id.empty()) {
    const auto found = catalogue.find(DefinitionId(id));
    if (found && session.options.json) return showDefinitionAsJson(session, *found);
    if (found) return showDefinition(session, *found);
    std::string known;
    for (const auto& definition : catalogue.registry.all()) known += (known.empty() ? "" : ", ") + definition->id.value;
    return fail("section.unknown", id, {{"known", known}}, ErrorKind::usage);
  }
  auto all = nlohmann::json::array();
  for (const auto& definition : catalogue.registry.all()) {
    if (session.options.json) {
      all.push_back(jsonOf(*definition, session));
    } else {
      session.printLine(definition->id.value + " v" + std::to_string(definition->version) + "  " + definition->place +
                        "  " + definition->title.in(session.language()));
    }
  }
  if (session.options.json) session.printLine(all.dump(1));
  return 0;
}

}  // namespace

void addCatalogueCommands(CommandGroup& group) {
  auto& session = group.session();
  group.add("plugins", "cli.command.plugins", [&session] { return listPlugins(session); });
  const auto id = std::make_shared<std::string>();
  group.add("definitions", "cli.command.definitions", definitions, id)
      .add_option("id", *id, bothLanguages("cli.option.definition"));
}

}  // namespace cchc::cli
