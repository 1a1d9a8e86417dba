// plugins, definitions: what is installed.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/suite/catalogue.h"
#include "core/base/vietnamese.h"
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
  if (session.options.json) session.printJson(all);
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

std::string textOf(const std::optional<Date>& day) { return day ? day->toText() : std::string(); }

// "finance.budget v2  II.5  Title  từ 01/07/2025": the days and unit forms only if it has them.
std::string lineOf(const SectionDefinition& definition, const Session& session) {
  auto line = definition.id.value + " v" + std::to_string(definition.version) + "  " + definition.place + "  " +
              definition.title.in(session.language());
  const auto& [from, until, forms] = definition.inForce;
  if (from) line += "  " + session.text("cli.definitions.from", {{"day", vietnamese::date(*from)}});
  if (until) line += "  " + session.text("cli.definitions.until", {{"day", vietnamese::date(*until)}});
  for (const auto& form : forms) line += (&form == &forms.front() ? "  " : ", ") + form;
  return line;
}

nlohmann::json jsonOf(const SectionDefinition& definition, const Session& session) {
  return {{"id", definition.id.value},
          {"version", definition.version},
          {"from", textOf(definition.inForce.from)},
          {"until", textOf(definition.inForce.until)},
          {"unit_forms", definition.inForce.unitForms},
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
  session.printLine(lineOf(definition, session));
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

struct DefinitionArguments {
  std::string id, period;
};

// Every version that is installed; or, with a period, those in force in it, also of the versions that the store keeps.
Result<std::vector<std::shared_ptr<const SectionDefinition>>> versionsListed(Session& session,
                                                                             const Catalogue& catalogue,
                                                                             const std::string& period) {
  if (period.empty()) return catalogue.definitions.registry().all();
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto in, periodOf(*suite, PeriodId(period)));
  for (const auto& one : suite->definitions->leftOut()) session.printError(one.why);
  return suite->definitions->registry().inForce(in.end);
}

// The newest version that is installed, or the one in force in a period.
Result<std::shared_ptr<const CompiledDefinition>> named(Session& session, const Catalogue& catalogue,
                                                        const DefinitionArguments& arguments) {
  const DefinitionId id(arguments.id);
  if (!arguments.period.empty()) {
    CCHC_TRY(auto* suite, session.suite());
    CCHC_TRY(const auto in, periodOf(*suite, PeriodId(arguments.period)));
    return definitionOf(*suite, id, in);
  }
  if (auto found = catalogue.definitions.newest(id)) return found;
  std::string known;
  for (const auto& each : catalogue.definitions.registry().ids()) known += (known.empty() ? "" : ", ") + each.value;
  return fail("section.unknown", arguments.id, {{"known", known}}, ErrorKind::usage);
}

Result<int> definitions(Session& session, const DefinitionArguments& arguments) {
  CCHC_TRY(const auto catalogue, catalogueOf(session));
  if (!arguments.id.empty()) {
    CCHC_TRY(const auto found, named(session, catalogue, arguments));
    return session.options.json ? showDefinitionAsJson(session, *found) : showDefinition(session, *found);
  }
  CCHC_TRY(const auto versions, versionsListed(session, catalogue, arguments.period));
  auto all = nlohmann::json::array();
  for (const auto& definition : versions) {
    if (session.options.json)
      all.push_back(jsonOf(*definition, session));
    else
      session.printLine(lineOf(*definition, session));
  }
  if (session.options.json) session.printJson(all);
  return 0;
}

}  // namespace

void addCatalogueCommands(CommandGroup& group) {
  auto& session = group.session();
  group.add("plugins", "cli.command.plugins", [&session] { return listPlugins(session); });
  const auto arguments = std::make_shared<DefinitionArguments>();
  auto& command = group.add("definitions", "cli.command.definitions", definitions, arguments);
  command.add_option("id", arguments->id, bothLanguages("cli.option.definition"));
  command.add_option("--period,-p", arguments->period, bothLanguages("cli.option.in-period"));
}

}  // namespace cchc::cli
