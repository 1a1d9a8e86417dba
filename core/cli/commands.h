// The commands of cchc. Each group of commands has one commands_*.cpp, with their options and the calls of the use
// cases of core/app.
#pragma once
#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/cli/session.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/model/journal_text.h"

namespace cchc {
struct Catalogue;
}

namespace cchc::cli {

// `run` is called for the command that the command line names, once it has been parsed. It returns the exit status, or
// an error, which is then printed and gives its own exit status.
struct Command {
  CLI::App* app = nullptr;
  std::function<Result<int>()> run;
};
using Commands = std::vector<Command>;

// Section, unit and period, which most commands take.
struct SectionArguments {
  std::string section, unit, period;
};
// The day that an option gives, as a person writes it. `command`: the place of an error, which is of kind usage.
// Errors: those of readDate (base/reading/date.h); value.ambiguous
Result<Date> dateGiven(std::string_view text, std::string_view command);

// An entry of a section's journal that a change of the set-up made: the section was given to another reporter, with the
// names of the units on the last day of the period, or its period was changed. nullopt: another entry.
struct SetupEvent {
  std::string text, reason;
};
std::optional<SetupEvent> setupEvent(const Session& session, Suite& suite, const Change& change,
                                     const PeriodId& period);

void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments);
void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired);

// A section, the reason for what is done with it, and the file that tells the other side.
struct NoticeArguments : SectionArguments {
  std::string reason, file;
};
// `help`: the code of the text of the file.
void addNoticeOptions(CLI::App& command, NoticeArguments& arguments, std::string_view help);

// The commands of cchc, or those of one command that has commands of its own, as `journal show` is.
class CommandGroup {
 public:
  CommandGroup(CLI::App& app, Session& session, Commands& commands)
      : app_(app), session_(session), commands_(commands) {}

  Session& session() const { return session_; }
  // `help`: the code of the command's text in the help.
  CLI::App& add(const char* name, std::string_view help, std::function<Result<int>()> run);
  // The same for a function of the session and of arguments, which the options of the command fill.
  template <class Run, class Arguments>
  CLI::App& add(const char* name, std::string_view help, Run run, const std::shared_ptr<Arguments>& arguments) {
    return add(name, help, [&session = session_, run, arguments] { return run(session, *arguments); });
  }
  // The same for a command about a section; `Arguments` is derived from SectionArguments.
  template <class Run, class Arguments>
  CLI::App& addForSection(const char* name, std::string_view help, Run run, const std::shared_ptr<Arguments>& arguments,
                          bool sectionRequired = true) {
    auto& command = add(name, help, run, arguments);
    addSectionArguments(command, *arguments, sectionRequired);
    return command;
  }
  CommandGroup addGroup(const char* name, std::string_view help);
  // Further commands of one that was added, and also does something by itself.
  CommandGroup under(CLI::App& command) { return {command, session_, commands_}; }

 private:
  CLI::App& app_;
  Session& session_;
  Commands& commands_;
};

void addCatalogueCommands(CommandGroup& group);    // plugins
void addDefinitionsCommands(CommandGroup& group);  // definitions, definitions check, definitions preview
void addUnitsCommands(CommandGroup& group);        // units show, units history, units import
void addDeskCommands(CommandGroup& group);         // desk show, desk set, desk clear
void addSetupCommands(CommandGroup& group);        // periods, assign, status
void addSectionCommands(CommandGroup& group);      // fill, workbook, import, check, show
void addExplainCommand(CommandGroup& group);       // explain
void addSendCommands(CommandGroup& group);         // submit, ask-return, withdraw
void addReceiveCommands(CommandGroup& group);      // receive, exchanged
void addReviewCommands(CommandGroup& group);       // accept, return, refuse-return, enter-for, amend-heading
void addHistoryCommands(CommandGroup& group);      // history, choose, discard
void addJournalCommands(CommandGroup& group);      // journal show, journal verify
void addReportCommands(CommandGroup& group);       // consolidate, confirm-missing, render, issue, issued, reopen, demo
void addSigningCommands(CommandGroup& group);      // sign, verify
void addStoreCommands(CommandGroup& group);        // backup, restore

// The plugins of the installation first, then those of --plugins, and what they logged. No store is opened.
// Errors: those of loadCatalogue.
Result<Catalogue> catalogueOf(const Session& session);

// Adds --threads. 0 threads, the default, are one per processor core.
void addThreads(CLI::App& command, unsigned& threads);
// Adds the file that the command reads, and --convert-text: texts of old fonts in it are converted.
void addFileToRead(CLI::App& command, std::string& file, OldTexts& old);

// The section that the arguments name, and the suite in which it is. Errors: those of Session::suite and sectionKey.
struct NamedSection {
  Suite& suite;
  SectionKey key;
};
Result<NamedSection> sectionOf(Session& session, const SectionArguments& arguments);
// The unit that has the code on the last day of the period. Errors: period.unknown, period.none, unit.unknown.
Result<OrgUnitId> unitOf(Suite& suite, const SectionArguments& arguments);

// Prints what a command has done with a section and returns the exit status: the text of `code`, which has the
// placeholder {section}, and the file that was written, if any. With --json, the section, its present state, and the
// file.
Result<int> printSectionDone(Session& session, const SectionKey& key, std::string_view code,
                             const std::string& file = {});
// Changes a section by `give`, which also writes the file for the other side, and prints the text of `done`.
Result<int> giveNotice(Session& session, const NoticeArguments& arguments,
                       Status (*give)(Suite&, const SectionKey&, const std::string& reason,
                                      const std::filesystem::path& file),
                       std::string_view done);

// A text as "Vietnamese · English", for the help, which is printed before the language is known.
std::string bothLanguages(std::string_view code);

}  // namespace cchc::cli
