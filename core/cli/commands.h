// The commands of cchc. Each group of commands has one commands_*.cpp, with their options and the calls of the use
// cases of core/app.
#pragma once
#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/session.h"
#include "core/exchange/sheets/sheet_file.h"

namespace cchc::cli {

// `run` is called for the command that the command line names, once it has been parsed. It returns the exit status, or
// an error, which is then printed and gives its own exit status.
struct Command {
  CLI::App* app = nullptr;
  std::function<Result<int>()> run;
};
using Commands = std::vector<Command>;

// The commands of cchc, or those of one command that has commands of its own, as `journal show` is.
class CommandGroup {
 public:
  CommandGroup(CLI::App& app, Session& session, Commands& commands)
      : app_(app), session_(session), commands_(commands) {}

  Session& session() const { return session_; }
  // `help`: the code of the command's text in the help.
  CLI::App& add(const char* name, std::string_view help, std::function<Result<int>()> run);
  CommandGroup addGroup(const char* name, std::string_view help);

 private:
  CLI::App& app_;
  Session& session_;
  Commands& commands_;
};

void addCatalogueCommands(CommandGroup& group);  // plugins, definitions
void addSetupCommands(CommandGroup& group);      // units, periods, assign, status
void addSectionCommands(CommandGroup& group);    // fill, workbook, import, check, show
void addSendCommands(CommandGroup& group);       // submit, ask-return
void addReceiveCommands(CommandGroup& group);    // receive
void addReviewCommands(CommandGroup& group);     // accept, return, refuse-return
void addHistoryCommands(CommandGroup& group);    // history, choose
void addJournalCommands(CommandGroup& group);    // journal show, journal verify
void addReportCommands(CommandGroup& group);     // consolidate, render, issue, reopen, demo
void addSigningCommands(CommandGroup& group);    // sign, verify
void addStoreCommands(CommandGroup& group);      // backup, restore

// Adds --convert-text: texts of old fonts in the files that the command reads are converted.
void addConvertText(CLI::App& command, OldTexts& old);

// Section, unit and period, which most commands take.
struct SectionArguments {
  std::string section, unit, period;
};
void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments);
void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired);
// The section that the arguments name, and the suite in which it is. Errors: those of Session::suite and sectionKey.
struct NamedSection {
  Suite& suite;
  SectionKey key;
};
Result<NamedSection> sectionOf(Session& session, const SectionArguments& arguments);

// Prints what a command has done with a section and returns the exit status: the text of `code`, which has the
// placeholder {section}, and the file that was written, if any. With --json, the section, its present state, and the
// file.
Result<int> printSectionDone(Session& session, const SectionKey& key, std::string_view code,
                             const std::string& file = {});

// A text as "Vietnamese · English", for the help, which is printed before the language is known.
std::string bothLanguages(std::string_view code);

}  // namespace cchc::cli
