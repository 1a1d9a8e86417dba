// plugins: what is installed.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/suite/catalogue.h"
#include "core/cli/commands.h"

namespace cchc::cli {

Result<Catalogue> catalogueOf(const Session& session) {
  CCHC_TRY(const auto resources, session.resources());
  CCHC_TRY(auto catalogue, loadCatalogue(resources, session.pluginFolders()));
  session.printPluginLog(catalogue.plugins);
  return catalogue;
}

namespace {

Result<int> listPlugins(const Session& session) {
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  auto all = nlohmann::json::array();
  bool quarantined = !catalogue.outlineFaults.empty();
  for (const auto& fault : catalogue.outlineFaults) session.printError(fault);
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
      for (const auto& [file, reasons] : plugin.wrongParts) {
        auto all = nlohmann::json::array();
        for (const auto& each : reasons) all.push_back(messageLine(each, session.language()));
        entry["quarantined_parts"].push_back({{"file", file.string()}, {"reason", all.front()}, {"reasons", all}});
      }
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
    for (const auto& [file, reasons] : plugin.wrongParts) {
      for (const auto& each : reasons)
        session.printLine(
            "  " + session.text("cli.plugins.quarantined",
                                {{"id", file.filename().string()}, {"reason", messageLine(each, session.language())}}));
    }
  }
  if (session.options.json) session.printJson(all);
  return quarantined ? 1 : 0;
}

}  // namespace

void addCatalogueCommands(CommandGroup& group) {
  auto& session = group.session();
  group.add("plugins", "cli.command.plugins", [&session] { return listPlugins(session); });
}

}  // namespace cchc::cli
