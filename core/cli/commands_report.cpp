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

Result<int> consolidate(Session& session, const ReportArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto outcome, makeReport(*suite, unit, PeriodId(arguments.period), arguments.unreviewed,
                                          arguments.output, {}, arguments.replace));
  if (session.options.json) {
    session.printJson(jsonOf(outcome, arguments.output));
    return 0;
  }
  printOutcome(session, outcome);
  session.printLine("→ " + arguments.output);
  return 0;
}

Result<int> render(const Session& session, const ReportArguments& arguments) {
  CCHC_TRY(const auto resources, session.resources());
  CCHC_CHECK(renderReport(resources, arguments.input, arguments.output));
  if (session.options.json)
    session.printJson({{"report", arguments.input}, {"file", arguments.output}});
  else
    session.printLine("→ " + arguments.output);
  return 0;
}

Result<int> issue(Session& session, const ReportArguments& arguments) {
  const auto& report = arguments.input;
  if (report.empty() == arguments.signing.given())
    return fail(Error{"issue.report-and-key", report, {}, ErrorKind::usage});
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto key, signingKeyIfGiven(arguments.signing));
  session.printTrustWarnings();
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto count, issueReport(*suite, unit, PeriodId(arguments.period), {report, pointerTo(key)}));
  if (session.options.json) {
    session.printJson({{"sections", count}, {"signed", report}});
    return 0;
  }
  session.printText("cli.issue.done", {{"count", std::to_string(count)}});
  if (!report.empty()) session.printText("cli.issue.signed", {{"file", report}});
  return 0;
}

Result<int> reopen(Session& session, const ReportArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(reopenSection(at.suite, at.key, arguments.reason));
  return printSectionDone(session, at.key, "cli.reopen.done");
}

Result<int> demo(const Session& session, const ReportArguments& arguments) {
  CCHC_TRY(const auto resources, session.resources());
  const auto outcome =
      runDemo(resources, session.pluginFolders(), arguments.output, [&](const std::string& step, std::size_t count) {
        if (!session.options.json) session.printText(step, {{"count", std::to_string(count)}});
      });
  if (!outcome) {
    for (const auto& parameter : outcome.error().parameters) {
      if (parameter.name == "blocking") std::fprintf(stderr, "%s\n", parameter.value.c_str());
    }
    return fail(outcome.error());
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

void addReportCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<ReportArguments>();
  auto& consolidateCommand = group.add("consolidate", "cli.command.consolidate", consolidate, arguments);
  addUnitAndPeriod(consolidateCommand, *arguments);
  consolidateCommand.add_option("-o,--output", arguments->output, "report.xml")->required();
  consolidateCommand.add_flag("--include-unreviewed", arguments->unreviewed,
                              bothLanguages("cli.option.include-unreviewed"));
  consolidateCommand.add_flag("--replace", arguments->replace, bothLanguages("cli.option.replace-report"));

  auto& renderCommand = group.add("render", "cli.command.render", render, arguments);
  renderCommand.add_option("report", arguments->input)->required();
  renderCommand.add_option("-o,--output", arguments->output, "report.html")->required();

  auto& issueCommand = group.add("issue", "cli.command.issue", issue, arguments);
  addUnitAndPeriod(issueCommand, *arguments);
  issueCommand.add_option("--report", arguments->input, bothLanguages("cli.option.issued-report"));
  addSigningOptions(issueCommand, arguments->signing, "--sign");

  group.addForSection("reopen", "cli.command.reopen", reopen, arguments)
      .add_option("--reason", arguments->reason)
      ->required();

  group.add("demo", "cli.command.demo", demo, arguments).add_option("folder", arguments->output)->required();
}

}  // namespace cchc::cli
