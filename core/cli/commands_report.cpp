// consolidate, render, issue, reopen, demo: the report.
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/demo/demo.h"
#include "core/app/receive/review.h"
#include "core/app/report/issue.h"
#include "core/app/report/make_report.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct ReportArguments : SectionArguments {
  std::string input, output, reason;
  bool unreviewed = false, replace = false;
  SigningOptions signing;
};

void printOutcome(const Session& session, const ReportOutcome& outcome) {
  const auto& heading = outcome.heading;
  session.printLine(session.text("cli.coverage", {{"units", std::to_string(heading.presentUnits)},
                                                  {"all_units", std::to_string(heading.expectedUnits)},
                                                  {"sections", std::to_string(heading.presentSections)},
                                                  {"all_sections", std::to_string(heading.expectedSections)}}) +
                    "; " +
                    session.text("cli.findings", {{"errors", std::to_string(outcome.errors)},
                                                  {"warnings", std::to_string(outcome.warnings)},
                                                  {"information", std::to_string(outcome.informations)}}));
  for (const auto& missing : outcome.missing) {
    session.printText("cli.consolidate.missing", {{"unit", missing.unitName},
                                                  {"title", missing.definitionTitle},
                                                  {"section", missing.section.definition.value}});
  }
}

nlohmann::json jsonOf(const ReportOutcome& outcome, const std::string& file) {
  return {{"report", file},
          {"complete", outcome.heading.complete},
          {"sections", outcome.heading.presentSections},
          {"expected", outcome.heading.expectedSections},
          {"errors", outcome.errors},
          {"warnings", outcome.warnings}};
}

int consolidate(Session& session, const ReportArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto outcome = makeReport(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), arguments.unreviewed,
                                  arguments.output, {}, arguments.replace);
  if (!outcome) return session.printError(outcome.error());
  if (session.options.json) {
    session.printJson(jsonOf(*outcome, arguments.output));
    return 0;
  }
  printOutcome(session, *outcome);
  session.printLine("→ " + arguments.output);
  return 0;
}

int render(const Session& session, const ReportArguments& arguments) {
  const auto resources = session.resources();
  if (!resources) return session.printError(resources.error());
  if (const auto done = renderReport(*resources, arguments.input, arguments.output); !done)
    return session.printError(done.error());
  if (session.options.json)
    session.printJson({{"report", arguments.input}, {"file", arguments.output}});
  else
    session.printLine("→ " + arguments.output);
  return 0;
}

int issue(Session& session, const ReportArguments& arguments) {
  const auto& report = arguments.input;
  if (report.empty() == arguments.signing.given())
    return session.printError({"issue.report-and-key", report, {}, ErrorKind::usage});
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = signingKeyIfGiven(arguments.signing);
  if (!key) return session.printError(key.error());
  session.printTrustWarnings();
  const auto count =
      issueReport(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), {report, pointerTo(*key)});
  if (!count) return session.printError(count.error());
  if (session.options.json) {
    session.printJson({{"sections", *count}, {"signed", report}});
    return 0;
  }
  session.printText("cli.issue.done", {{"count", std::to_string(*count)}});
  if (!report.empty()) session.printText("cli.issue.signed", {{"file", report}});
  return 0;
}

int reopen(Session& session, const ReportArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  if (const auto done = reopenSection(*suite, *key, arguments.reason); !done) return session.printError(done.error());
  return printSectionDone(session, *key, "cli.reopen.done");
}

int demo(const Session& session, const std::string& folder) {
  const auto resources = session.resources();
  if (!resources) return session.printError(resources.error());
  const auto outcome =
      runDemo(*resources, session.pluginFolders(), folder, [&](const std::string& step, std::size_t count) {
        if (!session.options.json) session.printText(step, {{"count", std::to_string(count)}});
      });
  if (!outcome) {
    for (const auto& parameter : outcome.error().parameters) {
      if (parameter.name == "blocking") std::fprintf(stderr, "%s\n", parameter.value.c_str());
    }
    return session.printError(outcome.error());
  }
  if (session.options.json) {
    auto result = jsonOf(outcome->made, outcome->report.string());
    result.update({{"html", outcome->html.string()},
                   {"store", outcome->store.string()},
                   {"packages", outcome->packages.string()}});
    session.printJson(result);
    return 0;
  }
  printOutcome(session, outcome->made);
  for (const auto& file : {outcome->report, outcome->html, outcome->store, outcome->packages})
    session.printLine("→ " + file.string());
  return 0;
}

}  // namespace

void addReportCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<ReportArguments>();
  auto* consolidateCommand = app.add_subcommand("consolidate", bothLanguages("cli.command.consolidate"));
  addUnitAndPeriod(*consolidateCommand, *arguments);
  consolidateCommand->add_option("-o,--output", arguments->output, "report.xml")->required();
  consolidateCommand->add_flag("--include-unreviewed", arguments->unreviewed,
                               bothLanguages("cli.option.include-unreviewed"));
  consolidateCommand->add_flag("--replace", arguments->replace, bothLanguages("cli.option.replace-report"));
  commands.push_back({consolidateCommand, [&session, arguments] { return consolidate(session, *arguments); }});

  auto* renderCommand = app.add_subcommand("render", bothLanguages("cli.command.render"));
  renderCommand->add_option("report", arguments->input)->required();
  renderCommand->add_option("-o,--output", arguments->output, "report.html")->required();
  commands.push_back({renderCommand, [&session, arguments] { return render(session, *arguments); }});

  auto* issueCommand = app.add_subcommand("issue", bothLanguages("cli.command.issue"));
  addUnitAndPeriod(*issueCommand, *arguments);
  issueCommand->add_option("--report", arguments->input, bothLanguages("cli.option.issued-report"));
  addSigningOptions(*issueCommand, arguments->signing, "--sign");
  commands.push_back({issueCommand, [&session, arguments] { return issue(session, *arguments); }});

  auto* reopenCommand = app.add_subcommand("reopen", bothLanguages("cli.command.reopen"));
  addSectionArguments(*reopenCommand, *arguments, true);
  reopenCommand->add_option("--reason", arguments->reason)->required();
  commands.push_back({reopenCommand, [&session, arguments] { return reopen(session, *arguments); }});

  auto* demoCommand = app.add_subcommand("demo", bothLanguages("cli.command.demo"));
  demoCommand->add_option("folder", arguments->output)->required();
  commands.push_back({demoCommand, [&session, arguments] { return demo(session, arguments->output); }});
}

}  // namespace cchc::cli
