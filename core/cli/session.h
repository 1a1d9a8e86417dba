// What all commands share: the options before the command, the suite when it is needed, and how results are told.
#pragma once
#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/signing/trust.h"

namespace cchc::cli {

struct GlobalOptions {
  std::string store, language = "vi", actor;
  std::vector<std::string> plugins, roles;
  bool json = false;
};

class Session {
 public:
  GlobalOptions options;

  Language language() const { return options.language == "en" ? Language::en : Language::vi; }
  // Opened at first use; the error has been told when it is nullptr.
  Suite* suite();
  // The address given, or the file in the user's data folder.
  std::string store() const;
  Result<Resources> resources() const;
  std::vector<std::filesystem::path> pluginFolders() const;
  Actor actor() const;

  // Tells an error on stderr and gives the exit status.
  int tell(const Error& error) const;
  // The end of a command that did not fail also tells what did not keep it from working: the day's copy that could not
  // be made.
  int finish(int status) const;
  // What should be looked after in the trust list: its own, or the store's.
  void tellNotes(const Trust& trust) const;
  void tellTrustNotes();
  // A line of the result.
  void say(const std::string& line) const;
  // vi or en, by the language chosen.
  const char* word(const char* vi, const char* en) const { return language() == Language::en ? en : vi; }

 private:
  SystemClock clock_;
  std::unique_ptr<Suite> suite_;
  std::optional<Error> note_;
};

// A command: its options are read, then `run` gives the exit status.
using Run = std::function<int()>;
struct Command {
  CLI::App* app = nullptr;
  Run run;
};
using Commands = std::vector<Command>;

void addCatalogueCommands(CLI::App& app, Session& session, Commands& commands);  // plugins, definitions
void addSetupCommands(CLI::App& app, Session& session, Commands& commands);      // units, periods, assign, status
void addSectionCommands(CLI::App& app, Session& session, Commands& commands);    // fill, import, check, show
void addExchangeCommands(CLI::App& app, Session& session, Commands& commands);   // submit, receive, accept, return
void addJournalCommands(CLI::App& app, Session& session, Commands& commands);    // journal show, journal verify
void addHistoryCommands(CLI::App& app, Session& session, Commands& commands);    // history, choose
void addReportCommands(CLI::App& app, Session& session, Commands& commands);     // consolidate, render, demo
void addSigningCommands(CLI::App& app, Session& session, Commands& commands);    // sign, verify
void addStoreCommands(CLI::App& app, Session& session, Commands& commands);      // backup, restore

// Section, unit and period, as most commands take them.
struct SectionArguments {
  std::string section, unit, period;
};
void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired);

}  // namespace cchc::cli
