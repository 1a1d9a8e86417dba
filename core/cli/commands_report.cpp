// consolidate, render, issue, issued, reopen, demo: the report.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/demo/demo.h"
#include "core/app/receive/review.h"
#include "core/app/report/issue.h"
#include "core/app/report/issued.h"
#include "core/app/report/make_report.h"
#include "core/app/report/missing_sections.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"
#include "core/signing/report_signature.h"

namespace cchc::cli {
namespace {

struct ReportArguments : SectionArguments {
  std::string input, output, reason, by, sentence;
  bool unreviewed = false, replace = false, incomplete = false;
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
  constexpr std::size_t shown = 200;  // the report lists all
  for (std::size_t i = 0; i < outcome.missing.size() && i < shown; ++i) {
    const auto& missing = outcome.missing[i];
    session.printText("cli.consolidate.missing",
                      {{"unit", missing.unitName},
                       {"title", missing.definitionTitle},
                       {"section", missing.section.definition.value},
                       {"why", std::string(missingReasonLabel(missing.why, session.language()))}});
  }
  if (outcome.missing.size() > shown)
    session.printText("cli.consolidate.more-missing", {{"count", std::to_string(outcome.missing.size() - shown)}});
  for (const auto* findings : {&outcome.notPrinted, &outcome.wrong}) {
    for (std::size_t i = 0; i < findings->size() && i < shown; ++i)
      session.printLine(findingLine((*findings)[i], session.language()));
  }
  if (!outcome.missingSentence.empty()) session.printLine(outcome.missingSentence);
}

nlohmann::json jsonOf(const ReportOutcome& outcome, const std::string& file) {
  auto missing = nlohmann::json::array();
  for (const auto& each : outcome.missing)
    missing.push_back({{"definition", each.section.definition.value},
                       {"unit", codeOf(each.section.unit)},
                       {"why", missingReasonName(each.why)}});
  auto notPrinted = nlohmann::json::array();
  for (const auto& each : outcome.notPrinted)
    notPrinted.push_back({{"code", each.code},
                          {"definition", each.section.definition.value},
                          {"place", placeText(each.place)},
                          {"what", each.viWhat}});
  return {{"report", file},
          {"complete", outcome.heading.complete},
          {"sections", outcome.heading.presentSections},
          {"expected", outcome.heading.expectedSections},
          {"missing", std::move(missing)},
          {"not_printed", std::move(notPrinted)},
          {"sentence", outcome.missingSentence},
          {"errors", outcome.errors},
          {"warnings", outcome.warnings}};
}

// The status of a consolidation: 1 if the report is not complete or has errors, and nobody said that it may be so.
int statusOf(const Session& session, const ReportArguments& arguments, const ReportOutcome& outcome) {
  const bool complete = outcome.heading.complete && outcome.notPrinted.empty();
  if ((complete && outcome.wrong.empty()) || arguments.incomplete) return 0;
  if (complete)
    return session.printError(Error{"consolidate.errors",
                                    arguments.output,
                                    {{"errors", std::to_string(outcome.wrong.size())}},
                                    ErrorKind::refusal});
  return session.printError(
      Error{"consolidate.incomplete",
            arguments.output,
            {{"missing", std::to_string(outcome.missing.size())}, {"parts", std::to_string(outcome.notPrinted.size())}},
            ErrorKind::refusal});
}

Result<int> consolidate(Session& session, const ReportArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto outcome, makeReport(*suite, unit, PeriodId(arguments.period), arguments.unreviewed,
                                          arguments.output, {}, arguments.replace));
  for (const auto& fault : outcome.unusable) session.printError(fault);
  const int status = outcome.unusable.empty() ? 0 : 1;
  if (session.options.json) {
    session.printJson(jsonOf(outcome, arguments.output));
  } else {
    printOutcome(session, outcome);
    session.printLine("→ " + arguments.output);
  }
  return std::max(status, statusOf(session, arguments, outcome));
}

Result<int> confirm(Session& session, const ReportArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto confirmed,
           confirmMissing(*suite, unit, PeriodId(arguments.period), arguments.by, arguments.sentence));
  if (session.options.json) {
    session.printJson({{"missing", confirmed.missing.size()},
                       {"confirmed_by", confirmed.confirmed.by},
                       {"sentence", confirmed.confirmed.sentence}});
    return 0;
  }
  session.printText(
      confirmed.confirmed.sentence.empty() ? "cli.confirm-missing.done-errors" : "cli.confirm-missing.done",
      {{"count", std::to_string(confirmed.missing.size())},
       {"person", confirmed.confirmed.by},
       {"sentence", confirmed.confirmed.sentence}});
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
  if (report.empty() && arguments.signing.given())
    return fail(Error{"issue.report-and-key", report, {}, ErrorKind::usage});
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto key, signingKeyIfGiven(arguments.signing));
  session.printTrustWarnings();
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto count, issueReport(*suite, unit, PeriodId(arguments.period), {report, pointerTo(key)}));
  if (session.options.json) {
    session.printJson({{"sections", count}, {"report", report}, {"signed", key ? report : std::string()}});
    return 0;
  }
  session.printText("cli.issue.done", {{"count", std::to_string(count)}});
  if (!report.empty()) session.printText(key ? "cli.issue.signed" : "cli.issue.kept", {{"file", report}});
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

struct IssuedArguments : SectionArguments {
  std::string folder;
  int revision = 0;
  bool files = false, check = false;
};

std::string stateText(const IssuedFileState& state, const Session& session) {
  using State = IssuedFileState::State;
  const auto* const code = state.state == State::same        ? "cli.issued.same"
                           : state.state == State::different ? "cli.issued.different"
                                                             : "cli.issued.not-installed";
  return session.text(code) + (state.kept ? "" : ", " + session.text("cli.issued.digest-only"));
}

nlohmann::json jsonOf(const IssuedReport& report) {
  std::string digest;
  for (const auto& file : report.files) digest = file.name == issuedReportName ? file.digest : digest;
  return {{"revision", report.revision},
          {"at", timeText(report.at)},
          {"by", report.by.name},
          {"program", report.program},
          {"report", digest},
          {"reopened_at", report.reopenedAt ? timeText(*report.reopenedAt) : ""},
          {"files", nlohmann::json::array()}};
}

nlohmann::json jsonOf(const std::vector<ReportDifference>& differences) {
  auto all = nlohmann::json::array();
  for (const auto& each : differences)
    all.push_back({{"place", each.place}, {"before", each.before}, {"after", each.after}});
  return all;
}

// Of a long text: the words around where it begins to differ from the other one.
std::string shortened(const std::string& text, const std::string& other) {
  constexpr std::size_t most = 160, before = 40;
  if (text.empty()) return "∅";
  if (text.size() <= most) return text;
  const auto differ = static_cast<std::size_t>(
      std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first - text.begin());
  const auto space = differ > before ? text.rfind(' ', differ - before) : std::string::npos;
  const auto from = space == std::string::npos ? 0 : space;
  const auto end = from + most < text.size() ? text.rfind(' ', from + most) : text.size();
  const auto to = end <= from ? text.size() : end;
  return (from > 0 ? "…" : "") + text.substr(from, to - from) + (to < text.size() ? " …" : "");
}

void printDifferences(const Session& session, const std::vector<ReportDifference>& differences) {
  using Kind = ReportDifference::Kind;
  constexpr std::size_t shown = 50;  // --json gives all
  for (std::size_t i = 0; i < differences.size() && i < shown; ++i) {
    const auto& each = differences[i];
    const auto* const code = each.kind == Kind::heading      ? "cli.issued.differs-heading"
                             : each.kind == Kind::submission ? "cli.issued.differs-submission"
                             : each.kind == Kind::missing    ? "cli.issued.differs-missing"
                             : each.kind == Kind::finding    ? "cli.issued.differs-finding"
                                                             : "cli.issued.differs-content";
    session.printText(code, {{"place", each.place},
                             {"before", shortened(each.before, each.after)},
                             {"after", shortened(each.after, each.before)}});
  }
  if (differences.size() > shown)
    session.printText("cli.issued.more-differences", {{"count", std::to_string(differences.size() - shown)}});
}

// The issued reports of the unit and period, or one of them with its files.
Result<int> issued(Session& session, const IssuedArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto unit, unitOf(*suite, arguments));
  CCHC_TRY(const auto chosen, issuedReport(*suite, unit, PeriodId(arguments.period), arguments.revision));
  CCHC_TRY(const auto all, suite->store.issuedReports(unit, PeriodId(arguments.period)));
  auto lines = nlohmann::json::array();
  for (const auto& report : all) {
    if (arguments.revision != 0 && report.revision != arguments.revision) continue;
    auto line = jsonOf(report);
    if (!session.options.json)
      session.printText(report.reopenedAt ? "cli.issued.reopened" : "cli.issued.line",
                        {{"revision", std::to_string(report.revision)},
                         {"at", timeText(report.at)},
                         {"person", report.by.name},
                         {"program", report.program},
                         {"digest", line["report"].get<std::string>().substr(0, 12)},
                         {"reopened", report.reopenedAt ? timeText(*report.reopenedAt) : ""}});
    if (arguments.files && report.revision == chosen.revision) {
      CCHC_TRY(const auto states, fileStates(*suite, report));
      for (const auto& state : states) {
        line["files"].push_back({{"name", state.file.name},
                                 {"digest", state.file.digest},
                                 {"kept", state.kept},
                                 {"same", state.state == IssuedFileState::State::same}});
        if (!session.options.json)
          session.printLine("  " + state.file.name + "  " + state.file.digest.substr(0, 12) + "  " +
                            stateText(state, session));
      }
    }
    lines.push_back(std::move(line));
  }
  int status = 0;
  if (arguments.check) {
    CCHC_TRY(const auto again, reproduce(*suite, chosen));
    status = again && !again->same ? 1 : 0;
    for (auto& line : lines) {
      if (line["revision"] != chosen.revision) continue;
      line["reproduced"] = again ? nlohmann::json(again->same) : nlohmann::json();
      if (again) line["differences"] = jsonOf(again->differences);
    }
    if (!session.options.json) {
      session.printText(!again        ? "cli.issued.no-file"
                        : again->same ? "cli.issued.reproduced"
                                      : "cli.issued.not-reproduced");
      if (again) printDifferences(session, again->differences);
    }
  }
  if (!arguments.folder.empty()) {
    CCHC_CHECK(writeIssued(*suite, chosen, arguments.folder));
    if (!session.options.json) session.printLine("→ " + arguments.folder);
  }
  if (session.options.json) session.printJson(lines);
  return status;
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

  consolidateCommand.add_flag("--incomplete", arguments->incomplete, bothLanguages("cli.option.incomplete"));

  auto& confirmCommand = group.add("confirm-missing", "cli.command.confirm-missing", confirm, arguments);
  addUnitAndPeriod(confirmCommand, *arguments);
  confirmCommand.add_option("--by", arguments->by, bothLanguages("cli.option.confirmed-by"))->required();
  confirmCommand.add_option("--sentence", arguments->sentence, bothLanguages("cli.option.missing-sentence"));

  auto& renderCommand = group.add("render", "cli.command.render", render, arguments);
  renderCommand.add_option("report", arguments->input)->required();
  renderCommand.add_option("-o,--output", arguments->output, "report.html")->required();

  auto& issueCommand = group.add("issue", "cli.command.issue", issue, arguments);
  addUnitAndPeriod(issueCommand, *arguments);
  issueCommand.add_option("--report", arguments->input, bothLanguages("cli.option.issued-report"));
  addSigningOptions(issueCommand, arguments->signing, "--sign");

  const auto ofIssued = std::make_shared<IssuedArguments>();
  auto& issuedCommand = group.add("issued", "cli.command.issued", issued, ofIssued);
  addUnitAndPeriod(issuedCommand, *ofIssued);
  issuedCommand.add_option("--revision", ofIssued->revision, bothLanguages("cli.option.issued-revision"))
      ->check(CLI::Range(1, 999999999));
  issuedCommand.add_flag("--files", ofIssued->files, bothLanguages("cli.option.issued-files"));
  issuedCommand.add_flag("--check", ofIssued->check, bothLanguages("cli.option.issued-check"));
  issuedCommand.add_option("-o,--output", ofIssued->folder, bothLanguages("cli.option.issued-folder"));

  group.addForSection("reopen", "cli.command.reopen", reopen, arguments)
      .add_option("--reason", arguments->reason)
      ->required();

  group.add("demo", "cli.command.demo", demo, arguments).add_option("folder", arguments->output)->required();
}

}  // namespace cchc::cli
