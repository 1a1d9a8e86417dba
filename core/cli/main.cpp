// cchc: the command line of CCHC Suite.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <string>

#include "core/base/platform.h"
#include "core/base/threads/exception_text.h"
#include "core/base/version.h"
#include "core/cli/commands.h"
#include "core/cli/usage.h"

namespace {

int run(int argc, char** argv) {
  using namespace cchc::cli;
  CLI::App app{"CCHC Suite: " + bothLanguages("cli.program"), "cchc"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "cchc " + std::string(cchc::version()));
  Session session;
  app.add_option("--store", session.options.store, bothLanguages("cli.option.store"));
  app.add_option("--plugins", session.options.plugins, bothLanguages("cli.option.plugins"));
  app.add_option("--lang", session.options.language, "vi | en")->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--actor", session.options.actor, bothLanguages("cli.option.actor"));
  app.add_option("--as", session.options.as, bothLanguages("cli.option.as"));
  app.add_flag("--json", session.options.json, bothLanguages("cli.option.json-results"));
  Commands commands;
  CommandGroup group(app, session, commands);
  addCatalogueCommands(group);
  addDefinitionsCommands(group);
  addUnitsCommands(group);
  addDeskCommands(group);
  addSetupCommands(group);
  addSectionCommands(group);
  addExplainCommand(group);
  addSendCommands(group);
  addReceiveCommands(group);
  addReviewCommands(group);
  addHistoryCommands(group);
  addJournalCommands(group);
  addReportCommands(group);
  addSigningCommands(group);
  addStoreCommands(group);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // the help or the version was asked for
      app.exit(error);
      std::cout.flush();
      return session.finish(0);
    }
    session.options.language = languageOf(argc, argv) == cchc::Language::en ? "en" : "vi";
    return session.printError(usageError(app, error));
  }
  for (const auto& command : commands) {
    // Of `definitions check`, `definitions` was parsed too.
    if (!command.app->parsed() || !command.app->get_subcommands().empty()) continue;
    const auto status = command.run();
    return session.finish(status ? *status : session.printError(status.error()));
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  cchc::platform::reportWriteErrors();
  try {
    return run(argc, argv);
  } catch (...) {
    const cchc::Error internal{
        "app.internal", "", {{"detail", cchc::currentExceptionText()}}, cchc::ErrorKind::failure};
    std::fprintf(stderr, "%s\n", cchc::messageLine(internal, cchc::Language::vi).c_str());
    return 3;
  }
}
