// units, periods, assign, status: who reports what, and how far it is.
#include <map>
#include <nlohmann/json.hpp>

#include "core/app/suite/demo.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/cli/session.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc::cli {
namespace {

template <class Read, class Put>
int importFile(Session& session, const std::string& file, const Read& read, const Put& put) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto bytes = readFile(file);
  if (!bytes) return session.tell(bytes.error());
  const auto items = read(*bytes, file);
  if (!items) return session.tell(items.error());
  if (const auto done = put(*suite, *items); !done) return session.tell(done.error());
  session.say(std::string(session.word("Đã nhập ", "Imported ")) + std::to_string(items->size()) +
              session.word(" dòng", " rows"));
  return 0;
}

int closePeriod(Session& session, const std::string& id, bool closed) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  auto period = periodOf(*suite, PeriodId(id));
  if (!period) return session.tell(period.error());
  period->closed = closed;
  const std::vector<Period> changed{*period};
  if (const auto done = suite->store.putPeriods(changed); !done) return session.tell(done.error());
  session.say(period->name + ": " + session.word(closed ? "đã khóa" : "đã mở", closed ? "closed" : "open"));
  return 0;
}

struct StatusLine {
  Assignment assignment;
  std::string unitName, state, reason;  // reason: of a return, or of a department that asks for one
  int revision = 0;
  bool undecided = false;  // several packages of this revision
  int waiting = 0;         // revision that came in after the report was issued
};

Result<std::vector<StatusLine>> statusOf(Suite& suite, const PeriodId& period, const Session& session) {
  CCHC_CHECK(periodOf(suite, period));
  CCHC_TRY(const auto assignments, suite.store.assignments(period));
  CCHC_TRY(const auto headers, suite.store.sections(period));
  CCHC_TRY(const auto units, suite.store.units());
  std::map<SectionKey, SectionHeader> sections;
  for (const auto& header : headers) sections.emplace(header.key, header);
  CCHC_TRY(const auto hidden, suite.store.hiddenSections(period));
  for (const auto& header : hidden) sections.emplace(header.key, header);
  std::map<OrgUnitId, std::string> names;
  for (const auto& unit : units) names.emplace(unit.id, unit.name);
  CCHC_TRY(const auto undecided, suite.store.undecided(period));
  std::vector<StatusLine> lines;
  for (const auto& assignment : assignments) {
    StatusLine line{assignment, names[assignment.reporter], session.word("Chưa gửi", "Missing"), "", 0, false, 0};
    if (const auto found = sections.find({assignment.definition, assignment.subject, period});
        found != sections.end()) {
      line.state = stateLabel(found->second.state, session.language());
      line.revision = found->second.revision;
      const bool said =
          found->second.state == SectionState::returned || found->second.state == SectionState::returnAsked;
      if (said) line.reason = found->second.reason;
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

int status(Session& session, const std::string& period) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto lines = statusOf(*suite, PeriodId(period), session);
  if (!lines) return session.tell(lines.error());
  auto all = nlohmann::json::array();
  std::map<OrgUnitId, bool> units;
  std::size_t sent = 0;
  for (const auto& line : *lines) {
    const bool in = line.revision > 0;
    sent += in ? 1 : 0;
    const auto [unit, fresh] = units.try_emplace(line.assignment.reporter, in);
    if (!fresh) unit->second = unit->second && in;
    const auto deadline = line.assignment.deadline ? line.assignment.deadline->toText() : std::string();
    if (session.options.json) {
      all.push_back({{"definition", line.assignment.definition.value},
                     {"unit", line.assignment.subject.value},
                     {"reporter", line.assignment.reporter.value},
                     {"name", line.unitName},
                     {"state", line.state},
                     {"revision", line.revision},
                     {"deadline", deadline},
                     {"reason", line.reason},
                     {"undecided", line.undecided},
                     {"waiting", line.waiting}});
    } else {
      session.say(
          line.unitName + "  " + line.assignment.definition.value + "  " + line.state +
          (in ? session.word(" (lần ", " (rev. ") + std::to_string(line.revision) + ")" : "") +
          (line.assignment.deadline ? session.word("  hạn ", "  due ") + vietnamese::date(*line.assignment.deadline)
                                    : "") +
          (line.reason.empty() ? "" : "  “" + line.reason + "”") +
          (line.undecided
               ? session.word("  chờ chọn giữa các bản cùng lần gửi", "  to be chosen between packages of one revision")
               : "") +
          (line.waiting > 0 ? session.word("  có lần gửi mới hơn, chờ mở lại: lần ",
                                           "  a newer one waits until it is reopened: rev. ") +
                                  std::to_string(line.waiting)
                            : ""));
    }
  }
  if (session.options.json) return session.say(all.dump(1)), 0;
  const auto complete = std::count_if(units.begin(), units.end(), [](const auto& unit) { return unit.second; });
  session.say(std::string(session.word("đơn vị ", "units ")) + std::to_string(complete) + "/" +
              std::to_string(units.size()) + session.word(", phần ", ", sections ") + std::to_string(sent) + "/" +
              std::to_string(lines->size()));
  return 0;
}

}  // namespace

void addSetupCommands(CLI::App& app, Session& session, Commands& commands) {
  auto file = std::make_shared<std::string>();
  auto* units = app.add_subcommand("units", "Cây đơn vị · the organisation tree");
  units->require_subcommand(1);
  auto* importUnits = units->add_subcommand("import", "Nhập từ tệp TSV · from a TSV file");
  importUnits->add_option("file", *file)->required();
  commands.push_back({importUnits, [&session, file] {
                        return importFile(
                            session, *file, [](auto bytes, auto name) { return readUnits(bytes, name); },
                            [](Suite& suite, const auto& all) { return suite.store.putUnits(all); });
                      }});

  auto* periods = app.add_subcommand("periods", "Kỳ báo cáo · reporting periods");
  periods->require_subcommand(1);
  auto* importPeriods = periods->add_subcommand("import", "Nhập từ tệp TSV · from a TSV file");
  importPeriods->add_option("file", *file)->required();
  commands.push_back({importPeriods, [&session, file] {
                        return importFile(
                            session, *file, [](auto bytes, auto name) { return readPeriods(bytes, name); },
                            [](Suite& suite, const auto& all) { return suite.store.putPeriods(all); });
                      }});
  auto id = std::make_shared<std::string>();
  auto period = std::make_shared<Period>();
  auto dates = std::make_shared<std::array<std::string, 4>>();
  auto* add = periods->add_subcommand("add", "Thêm một kỳ · add one");
  add->add_option("id", *id)->required();
  add->add_option("--name", period->name)->required();
  add->add_option("--next-name", period->nextName);
  add->add_option("--start", (*dates)[0], "2023-01-01")->required();
  add->add_option("--end", (*dates)[1], "2023-08-31")->required();
  add->add_option("--closing", (*dates)[2]);
  add->add_option("--deadline", (*dates)[3]);
  commands.push_back(
      {add, [&session, id, period, dates] {
         auto* suite = session.suite();
         if (suite == nullptr) return 3;
         period->id = PeriodId(*id);
         std::array<std::optional<Date>, 4> parsed;
         for (std::size_t i = 0; i < 4; ++i) {
           parsed[i] = Date::parse((*dates)[i]);
           if (!(*dates)[i].empty() && !parsed[i])
             return session.tell({"value.not-a-date", "periods add", {{"given", (*dates)[i]}}, ErrorKind::usage});
         }
         period->start = *parsed[0], period->end = *parsed[1], period->closing = parsed[2],
         period->deadline = parsed[3];
         if (period->end < period->start)
           return session.tell(
               {"period.ends-before-start", *id, {{"start", (*dates)[0]}, {"end", (*dates)[1]}}, ErrorKind::usage});
         const std::vector<Period> all{*period};
         if (const auto done = suite->store.putPeriods(all); !done) return session.tell(done.error());
         return 0;
       }});
  auto* close = periods->add_subcommand("close", "Khóa kỳ: không nhận thêm · take in nothing more");
  close->add_option("id", *id)->required();
  commands.push_back({close, [&session, id] { return closePeriod(session, *id, true); }});
  auto* open = periods->add_subcommand("reopen", "Mở lại kỳ đã khóa · open a closed one");
  open->add_option("id", *id)->required();
  commands.push_back({open, [&session, id] { return closePeriod(session, *id, false); }});

  auto* assign = app.add_subcommand("assign", "Phân công báo cáo, từ tệp TSV · assignments, from a TSV file");
  assign->add_option("file", *file)->required();
  commands.push_back({assign, [&session, file] {
                        return importFile(
                            session, *file, [](auto bytes, auto name) { return readAssignments(bytes, name); },
                            [](Suite& suite, const auto& all) { return suite.store.putAssignments(all); });
                      }});

  auto* statusCommand = app.add_subcommand("status", "Ai đã gửi, ai còn thiếu · who has sent, who is missing");
  statusCommand->add_option("--period,-p", *id)->required();
  commands.push_back({statusCommand, [&session, id] { return status(session, *id); }});
}

}  // namespace cchc::cli
