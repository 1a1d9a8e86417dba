#include "core/cli/session.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/trusting.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"
#include "core/base/store_address.h"

namespace cchc::cli {

Result<Resources> Session::resources() const { return findResources(platform::programPath()); }

std::vector<std::filesystem::path> Session::pluginFolders() const {
  return {options.plugins.begin(), options.plugins.end()};
}

Actor Session::actor() const {
  const auto login = platform::userName();
  return {options.actor.empty() ? login : options.actor, login, platform::stationName()};
}

Result<Suite*> Session::suite() {
  if (suite_) return suite_.get();
  const auto refuse = [](Error error) {
    if (error.kind != ErrorKind::usage) error.kind = ErrorKind::failure;
    return fail(std::move(error));
  };
  if (splitStoreAddress(options.store).hasSecret())
    printError({"store.password-in-address", shownStore(options.store), {}, ErrorKind::refusal});
  const auto found = resources();
  if (!found) return refuse(found.error());
  SuiteOptions wanted{storeAddress(), pluginFolders(), *found, &clock_, actor()};
  wanted.as = options.as;
  auto opened = openSuite(std::move(wanted));
  if (!opened) return refuse(withNewestBackup(opened.error(), storeAddress()));
  if (const auto copied = dailyBackup(**opened); !copied) {
    // Work can continue if no copy can be written, as on a full disk, but not with a damaged store.
    if (copied.error().code != "store.backup-failed") return refuse(copied.error());
    warning_ = copied.error();
  }
  if ((*opened)->store.readOnly()) warning_ = Error{"store.opened-read-only", storeAddress(), {}, ErrorKind::failure};
  suite_ = std::move(*opened);
  return suite_.get();
}

std::string Session::storeAddress() const {
  if (!options.store.empty()) return options.store;
  const auto folder = platform::userDataFolder();
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  return (folder / "suite.sqlite").string();
}

int Session::printError(const Error& error) const {
  auto line = messageLine(error, language());
  if (const auto at = line.find(options.store); at != std::string::npos && isSharedStore(options.store))
    line.replace(at, options.store.size(), shownStore(options.store));
  std::fprintf(stderr, "%s\n", line.c_str());
  return static_cast<int>(error.kind);
}

void Session::printPluginLog(const PluginHost& plugins) const {
  for (const auto& entry : plugins.takeLog()) {
    if (entry.level != PluginLogEntry::Level::information)
      printError({"plugin.logged", entry.plugin, {{"given", entry.text}}, ErrorKind::refusal});
  }
}

int Session::finish(int status) const {
  if (suite_) printPluginLog(suite_->catalogue.plugins);
  if (warning_ && status == 0) printError(*warning_);
  return status;
}

void Session::printTrustWarnings(const Trust& trust) const {
  for (const auto& warning : trust.warnings(clock_.now())) printError(warning);
}

void Session::printTrustWarnings() {
  // A list that cannot be read is reported by whatever needs it.
  const auto opened = suite();
  if (!opened) return;
  const auto trust = trustOf(**opened);
  if (trust && *trust) printTrustWarnings(**trust);
}

void Session::printLine(const std::string& line) const { std::printf("%s\n", line.c_str()); }

void Session::printResult(const nlohmann::json& result, std::string_view code,
                          const std::vector<Parameter>& parameters) const {
  if (options.json)
    printJson(result);
  else
    printText(code, parameters);
}

void Session::printJson(const nlohmann::json& result) const {
  printLine(result.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace cchc::cli
