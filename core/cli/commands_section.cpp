// fill, workbook, import, check, show: the data of one section.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/check/checks.h"
#include "core/app/section/fill.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/catalogue.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/exchange/values/values_file.h"
#include "core/rules/evaluation.h"

namespace cchc::cli {
namespace {

nlohmann::json jsonOf(const Finding& finding, Language language) {
  return {{"code", finding.code},
          {"severity", std::string(severityName(finding.severity))},
          {"section", keyText(finding.section)},
          {"place", finding.place},
          {"what", what(finding, language)},
          {"fix", fix(finding, language)},
          {"comment", finding.explanation}};
}

int fill(Session& session, const SectionArguments& arguments, const std::string& file, const std::string& table) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto definition = definitionOf(*suite, arguments.section);
  const auto present = presentData(*suite, *key);
  if (!present) return session.printError(present.error());
  const auto values = readValues(file, (*definition)->definition(), table, *key, *present);
  if (!values) return session.printError(values.error());
  const auto outcome = fillSection(*suite, *key, *values);
  if (!outcome) return session.printError(outcome.error());
  if (session.options.json)
    session.printJson({{"section", keyText(*key)}, {"changes", outcome->changes}});
  else
    session.printText("cli.fill.done", {{"section", keyText(*key)}, {"changes", std::to_string(outcome->changes)}});
  return 0;
}

// Writes the section as a workbook, for a unit without the suite.
int workbook(Session& session, const SectionArguments& arguments, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto present = presentData(*suite, *key);
  if (!present) return session.printError(present.error());
  const auto bytes = sectionWorkbook(*suite, *key, *present, session.language());
  if (!bytes) return session.printError(bytes.error());
  if (const auto written = platform::writeFileDurably(file, *bytes); !written)
    return session.printError(written.error());
  if (session.options.json)
    session.printJson({{"section", keyText(*key)}, {"file", file}});
  else
    session.printText("cli.workbook.done", {{"file", file}});
  return 0;
}

int import(Session& session, const SectionArguments& arguments, const std::string& importer, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto definition = definitionOf(*suite, arguments.section);
  const auto bytes = readFile(file);
  if (!bytes) return session.printError(bytes.error());
  const auto imported = suite->catalogue.plugins.import((*definition)->definition(), importer, *bytes);
  if (!imported) return session.printError(imported.error());
  auto allRefused = nlohmann::json::array();
  for (auto refused : imported->refused) {
    refused.place = file + (refused.place.empty() ? "" : ":" + refused.place);
    session.printError(refused);
    const auto [what, fix] = message(refused, session.language());
    allRefused.push_back({{"code", refused.code}, {"place", refused.place}, {"what", what}, {"fix", fix}});
  }
  const auto outcome = fillSection(*suite, *key, imported->values);
  if (!outcome) return session.printError(outcome.error());
  const auto rows = imported->values.rows.size();
  if (session.options.json)
    session.printJson(
        {{"section", keyText(*key)}, {"rows", rows}, {"changes", outcome->changes}, {"refused", allRefused}});
  else
    session.printText(
        "cli.import.done",
        {{"section", keyText(*key)}, {"rows", std::to_string(rows)}, {"changes", std::to_string(outcome->changes)}});
  return imported->refused.empty() ? 0 : 1;
}

int check(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  OrgUnitId unit(arguments.unit);
  DefinitionId only;
  if (!arguments.section.empty()) {
    const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
    if (!key) return session.printError(key.error());
    unit = key->unit;
    only = key->definition;
  } else if (const auto known = unitOf(*suite, unit); !known) {
    return session.printError(known.error());
  }
  const auto found = checkUnit(*suite, unit, PeriodId(arguments.period), SectionChoice::working);
  if (!found) return session.printError(found.error());
  auto all = nlohmann::json::array();
  std::size_t counts[3] = {};
  for (const auto& finding : *found) {
    if (!only.empty() && finding.section.definition != only) continue;
    ++counts[static_cast<std::size_t>(finding.severity)];
    if (session.options.json) {
      all.push_back(jsonOf(finding, session.language()));
      continue;
    }
    const std::string severity(severityLabel(finding.severity, session.language()));
    session.printLine(severity + " · " + findingLine(finding, session.language()));
    if (!finding.explanation.empty())
      session.printLine("    " + session.text("cli.check.explanation", {{"explanation", finding.explanation}}));
  }
  if (session.options.json) {
    session.printLine(all.dump(1));
  } else {
    session.printText("cli.findings", {{"errors", std::to_string(counts[2])},
                                       {"warnings", std::to_string(counts[1])},
                                       {"information", std::to_string(counts[0])}});
  }
  return counts[2] + counts[1] == 0 ? 0 : 1;
}

int show(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto loaded = loadSection(*suite, *key);
  if (!loaded) return session.printError(loaded.error());
  if (!*loaded) return session.printError({"section.not-begun", keyText(*key), {}, ErrorKind::refusal});
  if (!session.options.json) {
    // Printed as a values file, which can be edited and given to fill.
    session.printLine(writeValuesXml((*loaded)->definition->definition(), (*loaded)->data));
    return 0;
  }
  nlohmann::json fields;
  const auto& definition = (*loaded)->definition->definition();
  const auto evaluation = evaluate(*(*loaded)->definition, (*loaded)->data, Surroundings());
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    const auto& value = evaluation.fields[i].value();
    if (!value.blank()) fields[definition.fields[i].id] = encodeValue(value);
  }
  session.printLine(nlohmann::json{
      {"section", keyText(*key)},
      {"state", std::string(stateName((*loaded)->header.state))},
      {"revision", (*loaded)->header.revision},
      {"reason", (*loaded)->header.reason},
      {"fields",
       fields}}.dump(1));
  return 0;
}

}  // namespace

void addSectionCommands(CLI::App& app, Session& session, Commands& commands) {
  struct FillArguments : SectionArguments {
    std::string file, table, importer;
  };
  const auto arguments = std::make_shared<FillArguments>();
  auto* fillCommand = app.add_subcommand("fill", bothLanguages("cli.command.fill"));
  addSectionArguments(*fillCommand, *arguments, true);
  fillCommand->add_option("file", arguments->file)->required();
  fillCommand->add_option("--table", arguments->table, bothLanguages("cli.option.table"));
  commands.push_back(
      {fillCommand, [&session, arguments] { return fill(session, *arguments, arguments->file, arguments->table); }});

  auto* workbookCommand = app.add_subcommand("workbook", bothLanguages("cli.command.workbook"));
  addSectionArguments(*workbookCommand, *arguments, true);
  workbookCommand->add_option("-o,--output", arguments->file)->required();
  commands.push_back(
      {workbookCommand, [&session, arguments] { return workbook(session, *arguments, arguments->file); }});

  auto* importCommand = app.add_subcommand("import", bothLanguages("cli.command.import"));
  addSectionArguments(*importCommand, *arguments, true);
  importCommand->add_option("importer", arguments->importer)->required();
  importCommand->add_option("file", arguments->file)->required();
  commands.push_back({importCommand, [&session, arguments] {
                        return import(session, *arguments, arguments->importer, arguments->file);
                      }});

  auto* checkCommand = app.add_subcommand("check", bothLanguages("cli.command.check"));
  addSectionArguments(*checkCommand, *arguments, false);
  commands.push_back({checkCommand, [&session, arguments] { return check(session, *arguments); }});

  auto* showCommand = app.add_subcommand("show", bothLanguages("cli.command.show"));
  addSectionArguments(*showCommand, *arguments, true);
  commands.push_back({showCommand, [&session, arguments] { return show(session, *arguments); }});
}

}  // namespace cchc::cli
