// What all commands share: the options before the command, the suite when a command needs it, and the printing of
// results and errors.
#pragma once
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/base/texts.h"
#include "core/signing/trust.h"

namespace cchc {
class PluginHost;
}

namespace cchc::cli {

struct GlobalOptions {
  std::string store, language = "vi", actor;
  std::optional<std::string> as;
  std::vector<std::string> plugins;
  bool json = false;
};

class Session {
 public:
  GlobalOptions options;

  Language language() const { return options.language == "en" ? Language::en : Language::vi; }
  // The first call opens the suite. Errors: those of openSuite, of the kind failure unless they are of wrong use.
  Result<Suite*> suite();
  // The address given on the command line, otherwise a file in the user's data folder, which is created if necessary.
  // Errors: app.no-home; file.write
  Result<std::string> storeAddress() const;
  Result<Resources> resources() const;
  std::vector<std::filesystem::path> pluginFolders() const;
  Actor actor() const;

  // Prints an error on stderr, without any password of the store's address. Returns the exit status of its kind.
  int printError(const Error& error) const;
  // Called at the end of each command. If the command did not fail, also prints the warnings from opening the suite:
  // that the clock jumped, that the daily backup could not be made, or that the store is read-only. Returns `status`,
  // or the status of a failure if what was printed did not arrive.
  int finish(int status) const;
  // Hands on what was printed so far. Error output.write: the standard output is closed or full, with the system's
  // reason.
  Status flushOutput() const;
  // Prints the warnings and errors that the plugins logged.
  void printPluginLog(const PluginHost& plugins) const;
  // Prints the warnings about a trust list on stderr; the second form is for the list of the store.
  void printTrustWarnings(const Trust& trust) const;
  void printTrustWarnings();
  // Prints a line of the result on stdout.
  void printLine(const std::string& line) const;
  // The result with --json, on stdout. What is not UTF-8 in it, as in the name of a file, is replaced.
  void printJson(const nlohmann::json& result) const;
  // The text of a code in the chosen language, with placeholders filled. For a code without an entry, the code itself.
  std::string text(std::string_view code, const std::vector<Parameter>& parameters = {}) const {
    return cchc::text(code, language(), parameters);
  }
  // With --json the result as JSON, otherwise the text of a code.
  void printResult(const nlohmann::json& result, std::string_view code, const std::vector<Parameter>& parameters) const;
  // printLine of a text.
  void printText(std::string_view code, const std::vector<Parameter>& parameters = {}) const {
    printLine(text(code, parameters));
  }

 private:
  SystemClock clock_;
  std::unique_ptr<Suite> suite_;
  std::vector<Error> warnings_;
  mutable int outputFault_ = 0;  // the system's number of the first fault of the standard output
};

}  // namespace cchc::cli
