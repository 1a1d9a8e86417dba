// plugins, definitions: what is installed.
#include <nlohmann/json.hpp>

#include "core/cli/session.h"

namespace cchc::cli {
namespace {

int listPlugins(const Session& session) {
  const auto resources = session.resources();
  if (!resources) return session.tell(resources.error());
  auto folders = session.pluginFolders();
  folders.insert(folders.begin(), resources->plugins);
  const auto catalogue = loadCatalogue(folders, resources->schemas);
  auto all = nlohmann::json::array();
  bool quarantined = false;
  for (const auto& plugin : catalogue.plugins.plugins()) {
    const auto reason = plugin.quarantined ? messageLine(*plugin.quarantined, session.language()) : std::string();
    quarantined = quarantined || plugin.quarantined;
    if (session.options.json) {
      nlohmann::json entry{{"id", plugin.id},
                           {"version", plugin.version},
                           {"title", plugin.title.in(session.language())},
                           {"file", plugin.file.string()},
                           {"quarantined", reason},
                           {"definitions", nlohmann::json::array()},
                           {"importers", nlohmann::json::array()}};
      for (const auto& id : plugin.definitions) entry["definitions"].push_back(id.value);
      for (const auto& [definition, name] : plugin.importers)
        entry["importers"].push_back({{"definition", definition.value}, {"name", name}});
      all.push_back(std::move(entry));
      continue;
    }
    if (plugin.quarantined) {
      session.say(plugin.id + "  " + session.word("CÁCH LY", "QUARANTINED") + "  " + reason);
      continue;
    }
    session.say(plugin.id + " " + plugin.version + "  " + plugin.title.in(session.language()));
    for (const auto& id : plugin.definitions)
      session.say("  " + std::string(session.word("mẫu ", "definition ")) + id.value);
    for (const auto& [definition, name] : plugin.importers)
      session.say("  " + std::string(session.word("nhập ", "importer ")) + name + " → " + definition.value);
  }
  if (session.options.json) session.say(all.dump(1));
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

int showDefinition(const Session& session, const CompiledDefinition& compiled) {
  const auto& definition = compiled.definition();
  session.say(definition.id.value + " v" + std::to_string(definition.version) + "  " + definition.place + "  " +
              definition.title.in(session.language()));
  for (const auto& group : definition.groups) {
    session.say(" " + group.id + "  " + group.title.in(session.language()));
    for (const auto& item : group.items) {
      if (item.kind == GroupItem::Kind::field) session.say("   " + describe(definition.fields[item.index], session));
      if (item.kind != GroupItem::Kind::table) continue;
      const auto& table = definition.tables[item.index];
      session.say("   " + table.id + "[]  " + table.title.in(session.language()));
      for (const auto& column : table.columns) session.say("     ." + describe(column, session));
    }
  }
  return 0;
}

int definitions(const Session& session, const std::string& id) {
  const auto resources = session.resources();
  if (!resources) return session.tell(resources.error());
  auto folders = session.pluginFolders();
  folders.insert(folders.begin(), resources->plugins);
  const auto catalogue = loadCatalogue(folders, resources->schemas);
  if (!id.empty()) {
    const auto found = catalogue.find(DefinitionId(id));
    if (found) return showDefinition(session, *found);
    std::string known;
    for (const auto& definition : catalogue.registry.all()) known += (known.empty() ? "" : ", ") + definition->id.value;
    return session.tell({"section.unknown", id, {{"known", known}}, ErrorKind::usage});
  }
  auto all = nlohmann::json::array();
  for (const auto& definition : catalogue.registry.all()) {
    if (session.options.json) {
      all.push_back({{"id", definition->id.value},
                     {"version", definition->version},
                     {"place", definition->place},
                     {"owner", definition->owner},
                     {"title", definition->title.in(session.language())},
                     {"digest", definition->digest}});
    } else {
      session.say(definition->id.value + " v" + std::to_string(definition->version) + "  " + definition->place + "  " +
                  definition->title.in(session.language()));
    }
  }
  if (session.options.json) session.say(all.dump(1));
  return 0;
}

}  // namespace

void addCatalogueCommands(CLI::App& app, Session& session, Commands& commands) {
  auto* plugins = app.add_subcommand("plugins", "Các plugin đã nạp và bị cách ly · plugins loaded and quarantined");
  commands.push_back({plugins, [&session] { return listPlugins(session); }});
  auto* command = app.add_subcommand("definitions", "Các mẫu phần báo cáo · section definitions");
  auto id = std::make_shared<std::string>();
  command->add_option("id", *id, "Mã mẫu để xem chi tiết · one of them, in full");
  commands.push_back({command, [&session, id] { return definitions(session, *id); }});
}

}  // namespace cchc::cli
