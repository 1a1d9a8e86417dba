// periods, assign, status: who reports what, and the progress of the reporting.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/suite/asked_sections.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/cli/commands.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc::cli {
namespace {

struct TableArguments {
  std::string file, reason;
  OldTexts old = OldTexts::refuse;
};

int imported(const Session& session, const TableArguments& table, std::size_t rows) {
  session.printResult({{"file", table.file}, {"rows", rows}}, "cli.import-table.done",
                      {{"rows", std::to_string(rows)}});
  return 0;
}

// What changes in periods whose sections are begun, and which of them do not change. The exit status.
int printChanges(const Session& session, const SavedPeriods& saved) {
  for (const auto* list : {&saved.changed, &saved.refused}) {
    for (const auto& each : *list) session.printError(each);
  }
  return saved.refused.empty() ? 0 : 1;
}

Result<int> importPeriods(Session& session, const TableArguments& table) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto bytes, readFile(table.file));
  CCHC_TRY(const auto periods, readPeriods(bytes, table.file, table.old));
  CCHC_TRY(const auto saved, savePeriods(*suite, periods, table.reason));
  const int told = printChanges(session, saved);
  return std::max(told, imported(session, table, periods.size() - saved.refused.size()));
}

// An assignment of what is not asked, or of what another unit has begun, is refused alone, by name.
Result<int> assign(Session& session, const TableArguments& table) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto bytes, readFile(table.file));
  CCHC_TRY(const auto codes, unitCodes(*suite));
  std::vector<std::string> positions;
  CCHC_TRY(const auto assignments, readAssignments(bytes, table.file, codes, table.old, &positions));
  CCHC_TRY(const auto saved, saveAssignments(*suite, assignments, positions, table.reason));
  for (const auto& refusal : saved.refused) session.printError(refusal);
  const int status = imported(session, table, assignments.size() - saved.refused.size());
  if (!table.reason.empty() && !session.options.json)
    session.printText("cli.assign.reassigned", {{"count", std::to_string(saved.reassigned)}});
  return saved.refused.empty() ? status : 1;
}

nlohmann::json jsonOf(const Period& period) {
  return {{"period", period.id.value}, {"name", period.name}, {"closed", period.closed}};
}

Result<int> closePeriod(Session& session, const std::string& id, bool closed) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto period, cchc::closePeriod(*suite, PeriodId(id), closed));
  session.printResult(jsonOf(period), closed ? "cli.periods.closed" : "cli.periods.reopened",
                      {{"period", period.name}});
  return 0;
}

struct StatusLine {
  Assignment assignment;
  std::string unitName, state;
  std::string reason;  // for a return, or for the department's request for one
  int revision = 0;
  bool undecided = false;  // this revision has several packages, and nobody has chosen one
  bool setAside = false;   // this revision was discarded or withdrawn, so that none counts
  int waiting = 0;         // the revision received after the report was issued
  std::optional<Date> deadline;
};

Result<std::vector<StatusLine>> statusOf(Suite& suite, const PeriodId& period, const Session& session) {
  CCHC_TRY(const auto current, periodOf(suite, period));
  CCHC_TRY(const auto assignments, askedAssignments(suite, current));
  CCHC_TRY(const auto headers, suite.store.sections(period));
  CCHC_TRY(const auto units, suite.store.units());
  std::map<SectionKey, SectionHeader> sections;
  for (const auto& header : headers) sections.emplace(header.key, header);
  CCHC_TRY(const auto hidden, suite.store.hiddenSections(period));
  for (const auto& header : hidden) sections.emplace(header.key, header);
  CCHC_TRY(const auto undecided, suite.store.undecidedSections(period));
  std::vector<StatusLine> lines;
  for (const auto& assignment : assignments) {
    const auto* reporter = units->nearest(assignment.reporter, current.end);
    StatusLine line{assignment,
                    reporter == nullptr ? codeOf(assignment.reporter) : reporter->name,
                    session.text("cli.status.missing"),
                    "",
                    0,
                    false,
                    false,
                    0,
                    deadlineOf(assignment, current)};
    if (const auto found = sections.find({assignment.definition, assignment.subject, period});
        found != sections.end()) {
      line.state = stateLabel(found->second.state, session.language());
      line.revision = found->second.revision;
      if (line.revision > 0 && found->second.state == SectionState::draft) {
        CCHC_TRY(const auto history, suite.store.history(found->first));
        line.setAside = !history.empty() && isSetAside(history.front().state);
      }
      const bool hasReason = found->second.state == SectionState::returned ||
                             found->second.state == SectionState::returnAsked || line.setAside;
      if (hasReason) line.reason = found->second.reason;
      line.undecided = std::binary_search(undecided.begin(), undecided.end(), found->first);
      if (found->second.state == SectionState::issued) {
        CCHC_TRY(const auto history, suite.store.history(found->first));
        if (!history.empty() && history.front().header.revision > line.revision)
          line.waiting = history.front().header.revision;
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// The parts of the line that apply, separated by two spaces.
std::string lineText(const StatusLine& line, const Session& session) {
  const auto revision = std::to_string(line.revision);
  std::vector<std::string> parts{line.unitName, line.assignment.definition.value,
                                 line.revision == 0
                                     ? line.state
                                     : session.text("state.revision", {{"state", line.state}, {"revision", revision}})};
  if (line.deadline) parts.push_back(session.text("cli.status.due", {{"date", vietnamese::date(*line.deadline)}}));
  if (!line.reason.empty()) parts.push_back("“" + line.reason + "”");
  if (line.undecided) parts.push_back(session.text("cli.status.undecided"));
  if (line.waiting > 0)
    parts.push_back(session.text("cli.status.newer-waiting", {{"revision", std::to_string(line.waiting)}}));
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "  ") + part;
  return text;
}

nlohmann::json jsonOf(const StatusLine& line) {
  const auto deadline = line.deadline ? line.deadline->toText() : std::string();
  return {{"definition", line.assignment.definition.value},
          {"unit", codeOf(line.assignment.subject)},
          {"reporter", codeOf(line.assignment.reporter)},
          {"name", line.unitName},
          {"state", line.state},
          {"revision", line.revision},
          {"deadline", deadline},
          {"reason", line.reason},
          {"undecided", line.undecided},
          {"waiting", line.waiting}};
}

Result<int> status(Session& session, const std::string& period) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto lines, statusOf(*suite, PeriodId(period), session));
  auto all = nlohmann::json::array();
  std::map<OrgUnitId, bool> complete;  // units that report, and whether all their sections have been submitted
  std::size_t submitted = 0;
  for (const auto& line : lines) {
    const bool hasSubmission = line.revision > 0 && !line.setAside;
    submitted += hasSubmission ? 1 : 0;
    const auto [unit, isNew] = complete.try_emplace(line.assignment.reporter, hasSubmission);
    if (!isNew) unit->second = unit->second && hasSubmission;
    if (session.options.json)
      all.push_back(jsonOf(line));
    else
      session.printLine(lineText(line, session));
  }
  if (session.options.json) {
    session.printJson(all);
    return 0;
  }
  const auto units = std::count_if(complete.begin(), complete.end(), [](const auto& unit) { return unit.second; });
  session.printText("cli.coverage", {{"units", std::to_string(units)},
                                     {"all_units", std::to_string(complete.size())},
                                     {"sections", std::to_string(submitted)},
                                     {"all_sections", std::to_string(lines.size())}});
  return 0;
}

Result<int> listPeriods(Session& session) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto periods, suite->store.periods());
  auto all = nlohmann::json::array();
  for (const auto& period : periods) {
    const auto idOf = [](const std::optional<PeriodId>& id) { return id ? id->value : std::string(); };
    auto one = jsonOf(period);
    one["start"] = period.start.toText(), one["end"] = period.end.toText();
    one["span"] = std::string(periodSpanName(period.span));
    one["comparison"] = idOf(period.comparison), one["last_year"] = idOf(period.lastYear);
    all.push_back(std::move(one));
    if (session.options.json) continue;
    session.printText(
        period.span == PeriodSpan::inPeriod ? "cli.periods.line-in-period" : "cli.periods.line-cumulative",
        {{"id", period.id.value},
         {"name", period.name},
         {"start", vietnamese::date(period.start)},
         {"end", vietnamese::date(period.end)}});
  }
  if (session.options.json) session.printJson(all);
  return 0;
}

struct NewPeriod {
  std::string id, name, nextName, start, end, closing, deadline, span, reason;
};

Result<int> addPeriod(Session& session, const NewPeriod& given) {
  CCHC_TRY(auto* suite, session.suite());
  const std::array dates{given.start, given.end, given.closing, given.deadline};
  std::array<std::optional<Date>, dates.size()> parsed;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool required = i < 2;
    if (!required && dates[i].empty()) continue;
    CCHC_TRY(parsed[i], dateGiven(dates[i], "periods add"));
  }
  Period period;
  period.id = PeriodId(given.id);
  period.name = given.name;
  period.nextName = given.nextName;
  period.start = *parsed[0];
  period.end = *parsed[1];
  period.closing = parsed[2];
  period.deadline = parsed[3];
  if (period.end < period.start) {
    return fail("period.ends-before-start", given.id, {{"start", given.start}, {"end", given.end}}, ErrorKind::usage);
  }
  if (!given.span.empty()) {
    const auto span = periodSpanOf(given.span);
    if (!span) return fail("period.span", given.id, {{"given", given.span}}, ErrorKind::usage);
    period.span = *span;
  }
  CCHC_TRY(const auto saved, savePeriods(*suite, {period}, given.reason));
  if (session.options.json && saved.refused.empty()) session.printJson(jsonOf(period));
  return printChanges(session, saved);
}

}  // namespace

void addSetupCommands(CommandGroup& group) {
  auto& session = group.session();
  const auto id = std::make_shared<std::string>();
  const auto table = std::make_shared<TableArguments>();
  auto periods = group.addGroup("periods", "cli.command.periods");
  auto& importing = periods.add("import", "cli.command.import-table", importPeriods, table);
  addFileToRead(importing, table->file, table->old);
  importing.add_option("--reason", table->reason, bothLanguages("cli.periods.reason"));
  const auto period = std::make_shared<NewPeriod>();
  auto& add = periods.add("add", "cli.command.periods.add", addPeriod, period);
  add.add_option("id", period->id)->required();
  add.add_option("--name", period->name)->required();
  add.add_option("--next-name", period->nextName);
  add.add_option("--start", period->start, "2023-01-01")->required();
  add.add_option("--end", period->end, "2023-08-31")->required();
  add.add_option("--closing", period->closing);
  add.add_option("--deadline", period->deadline);
  add.add_option("--span", period->span, bothLanguages("cli.option.span"));
  add.add_option("--reason", period->reason, bothLanguages("cli.periods.reason"));
  periods.add("list", "cli.command.periods.list", [&session] { return listPeriods(session); });
  for (const bool closes : {true, false}) {
    periods
        .add(closes ? "close" : "reopen", closes ? "cli.command.periods.close" : "cli.command.periods.reopen",
             [&session, id, closes] { return closePeriod(session, *id, closes); })
        .add_option("id", *id)
        ->required();
  }

  auto& assigning = group.add("assign", "cli.command.assign", assign, table);
  addFileToRead(assigning, table->file, table->old);
  assigning.add_option("--reason", table->reason, bothLanguages("cli.assign.reason"));
  group.add("status", "cli.command.status", status, id).add_option("--period,-p", *id)->required();
}

}  // namespace cchc::cli
