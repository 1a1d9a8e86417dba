// The commands of cchc. Each group of commands has one commands_*.cpp, with their options and the calls of the use
// cases of core/app.
#pragma once
#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/session.h"

namespace cchc::cli {

// `run` is called for the command that the command line names, once it has been parsed; it returns the exit status.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};
using Commands = std::vector<Command>;

void addCatalogueCommands(CLI::App& app, Session& session, Commands& commands);  // plugins, definitions
void addSetupCommands(CLI::App& app, Session& session, Commands& commands);      // units, periods, assign, status
void addSectionCommands(CLI::App& app, Session& session, Commands& commands);    // fill, workbook, import, check, show
void addSendCommands(CLI::App& app, Session& session, Commands& commands);       // submit, ask-return
void addReceiveCommands(CLI::App& app, Session& session, Commands& commands);    // receive
void addReviewCommands(CLI::App& app, Session& session, Commands& commands);     // accept, return, refuse-return
void addHistoryCommands(CLI::App& app, Session& session, Commands& commands);    // history, choose
void addJournalCommands(CLI::App& app, Session& session, Commands& commands);    // journal show, journal verify
void addReportCommands(CLI::App& app, Session& session,
                       Commands& commands);  // consolidate, render, issue, reopen, demo
void addSigningCommands(CLI::App& app, Session& session, Commands& commands);  // sign, verify
void addStoreCommands(CLI::App& app, Session& session, Commands& commands);    // backup, restore

// Section, unit and period, which most commands take.
struct SectionArguments {
  std::string section, unit, period;
};
void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments);
void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired);

// Prints what a command has done with a section and returns the exit status: the text of `code`, which has the
// placeholder {section}, and the file that was written, if any. With --json, the section, its present state, and the
// file.
int printSectionDone(Session& session, const SectionKey& key, std::string_view code, const std::string& file = {});

// A text as "Vietnamese · English", for the help, which is printed before the language is known.
std::string bothLanguages(std::string_view code);

}  // namespace cchc::cli
