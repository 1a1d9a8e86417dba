// consolidate, render, demo: the report.
#include <nlohmann/json.hpp>

#include "core/app/suite/demo.h"
#include "core/cli/session.h"

namespace cchc::cli {
namespace {

void sayOutcome(const Session& session, const ReportOutcome& outcome) {
  const auto& heading = outcome.heading;
  session.say(std::string(session.word("đơn vị ", "units ")) + std::to_string(heading.presentUnits) + "/" +
              std::to_string(heading.expectedUnits) + session.word(", phần ", ", sections ") +
              std::to_string(heading.presentSections) + "/" + std::to_string(heading.expectedSections) + "; " +
              std::to_string(outcome.errors) + session.word(" lỗi, ", " errors, ") + std::to_string(outcome.warnings) +
              session.word(" cảnh báo, ", " warnings, ") + std::to_string(outcome.informations) +
              session.word(" thông tin", " informations"));
  for (const auto& missing : outcome.missing) {
    session.say(std::string(session.word("Chưa có: ", "Missing: ")) + missing.unitName + ", " +
                missing.definitionTitle + " (" + missing.section.definition.value + ")");
  }
}

int consolidate(Session& session, const SectionArguments& arguments, const std::string& file, bool unreviewed,
                bool replace) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto outcome =
      makeReport(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), unreviewed, file, {}, replace);
  if (!outcome) return session.tell(outcome.error());
  if (session.options.json) {
    session.say(nlohmann::json{{"report", file},
                               {"complete", outcome->heading.complete},
                               {"sections", outcome->heading.presentSections},
                               {"expected", outcome->heading.expectedSections},
                               {"errors", outcome->errors},
                               {"warnings", outcome->warnings}}
                    .dump(1));
    return 0;
  }
  sayOutcome(session, *outcome);
  session.say("→ " + file);
  return 0;
}

int render(const Session& session, const std::string& report, const std::string& target) {
  const auto resources = session.resources();
  if (!resources) return session.tell(resources.error());
  if (const auto done = renderReport(*resources, report, target); !done) return session.tell(done.error());
  session.say("→ " + target);
  return 0;
}

int demo(const Session& session, const std::string& folder) {
  const auto resources = session.resources();
  if (!resources) return session.tell(resources.error());
  const auto outcome =
      runDemo(*resources, session.pluginFolders(), folder, [&](const std::string& step, std::size_t count) {
        const auto line =
            message({step, "", {{"count", std::to_string(count)}}, ErrorKind::refusal}, session.language());
        session.say(line.what);
      });
  if (!outcome) {
    for (const auto& parameter : outcome.error().parameters) {
      if (parameter.name == "blocking") std::fprintf(stderr, "%s\n", parameter.value.c_str());
    }
    return session.tell(outcome.error());
  }
  sayOutcome(session, outcome->made);
  for (const auto& file : {outcome->report, outcome->html, outcome->store, outcome->packages})
    session.say("→ " + file.string());
  return 0;
}

}  // namespace

void addReportCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments : SectionArguments {
    std::string input, output;
    bool unreviewed = false, replace = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* consolidateCommand = app.add_subcommand("consolidate", "Tổng hợp thành báo cáo · make the report");
  consolidateCommand->add_option("--unit,-u", arguments->unit)->required();
  consolidateCommand->add_option("--period,-p", arguments->period)->required();
  consolidateCommand->add_option("-o,--output", arguments->output, "report.xml")->required();
  consolidateCommand->add_flag("--include-unreviewed", arguments->unreviewed,
                               "Cả bản gửi chưa chấp nhận, có đánh dấu · submitted ones too, marked");
  consolidateCommand->add_flag(
      "--replace", arguments->replace,
      "Ghi đè cả báo cáo đã ký hoặc đã phát hành · overwrite even a report that was signed or issued");
  commands.push_back({consolidateCommand, [&session, arguments] {
                        return consolidate(session, *arguments, arguments->output, arguments->unreviewed,
                                           arguments->replace);
                      }});

  auto* renderCommand = app.add_subcommand("render", "Báo cáo thành văn bản · report.xml to a document");
  renderCommand->add_option("report", arguments->input)->required();
  renderCommand->add_option("-o,--output", arguments->output, "report.html")->required();
  commands.push_back(
      {renderCommand, [&session, arguments] { return render(session, arguments->input, arguments->output); }});

  auto* demoCommand =
      app.add_subcommand("demo", "Chạy thử trọn vòng trên số liệu mẫu Bình Giang · the whole round on the sample");
  demoCommand->add_option("folder", arguments->output)->required();
  commands.push_back({demoCommand, [&session, arguments] { return demo(session, arguments->output); }});
}

}  // namespace cchc::cli
