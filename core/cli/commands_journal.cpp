// journal show, journal verify: who changed what, and whether the journal is intact.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/upkeep/journal.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

Result<int> showJournal(Session& session, const JournalFilter& filter) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto lines, journalLines(*suite, filter));
  auto all = nlohmann::json::array();
  for (const auto& [section, entry] : lines) {
    const auto& change = entry.change;
    if (session.options.json) {
      all.push_back({{"section", keyText(section)},
                     {"sequence", entry.sequence},
                     {"at", timeText(change.at)},
                     {"who", change.who.name},
                     {"login", change.who.login},
                     {"station", change.who.station},
                     {"place", addressText(change.place)},
                     {"old", change.oldValue},
                     {"new", change.newValue},
                     {"digest", entry.digest}});
    } else {
      const auto event = setupEvent(session, *suite, change, section.period);
      const auto what = event ? event->text
                              : (change.oldValue.empty() ? "∅" : change.oldValue) + " → " +
                                    (change.newValue.empty() ? "∅" : change.newValue);
      session.printLine(timeText(change.at) + "  " + change.who.name + " (" + change.who.login + ", " +
                        change.who.station + ")  " + keyText(section) + "  " + addressText(change.place) + ": " + what);
    }
  }
  if (session.options.json) session.printJson(all);
  return 0;
}

Result<int> verifyJournal(Session& session) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto outcome, verifyJournals(*suite));
  auto all = nlohmann::json::array();
  for (const auto& finding : outcome.findings) {
    if (session.options.json)
      all.push_back({{"code", finding.code},
                     {"section", keyText(finding.section)},
                     {"place", placeText(finding.place)},
                     {"what", what(finding, session.language())}});
    else
      session.printLine(findingLine(finding, session.language()));
  }
  if (!session.options.json) {
    for (const auto& note : outcome.notes) session.printLine(findingLine(note, session.language()));
  }
  if (session.options.json)
    session.printJson(all);
  else
    session.printText(outcome.findings.empty() ? "cli.journal.intact" : "cli.journal.damaged",
                      {{"sections", std::to_string(outcome.sections)},
                       {"entries", std::to_string(outcome.entries)},
                       {"submissions", std::to_string(outcome.submissions)}});
  return outcome.findings.empty() ? 0 : 1;
}

}  // namespace

void addJournalCommands(CommandGroup& group) {
  auto& session = group.session();
  auto journal = group.addGroup("journal", "cli.command.journal");
  const auto filter = std::make_shared<JournalFilter>();
  auto& showCommand = journal.add("show", "cli.command.journal.show", showJournal, filter);
  showCommand.add_option("section", filter->definition, bothLanguages("cli.option.journal-section"));
  showCommand.add_option("-u,--unit", filter->unit, bothLanguages("cli.option.journal-unit"));
  showCommand.add_option("-p,--period", filter->period, bothLanguages("cli.option.journal-period"));
  showCommand.add_option(
      "--field", filter->place,
      bothLanguages("cli.option.journal-field") + ": revenue.target, documents, documents[r1].document");
  showCommand.add_option("--since", filter->since,
                         bothLanguages("cli.option.journal-since") + ": 2023-08-28, 2023-08-28T09:00:00Z");
  showCommand.add_option("--until", filter->until, bothLanguages("cli.option.journal-until"));
  journal.add("verify", "cli.command.journal.verify", [&session] { return verifyJournal(session); });
}

}  // namespace cchc::cli
