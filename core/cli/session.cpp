#include "core/cli/session.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/trusting.h"
#include "core/app/upkeep/backups.h"
#include "core/app/upkeep/clock_check.h"
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
  CCHC_TRY(const auto address, storeAddress());
  SuiteOptions wanted{address, pluginFolders(), *found, &clock_, actor()};
  wanted.as = options.as;
  auto opened = openSuite(std::move(wanted));
  if (!opened) return refuse(withNewestBackup(opened.error(), address));
  if (auto fault = clockFault(**opened)) warnings_.push_back(std::move(*fault));
  if (const auto copied = dailyBackup(**opened); !copied) {
    // Work can continue if no copy can be written, as on a full disk, but not with a damaged store.
    if (copied.error().code != "store.backup-failed") return refuse(copied.error());
    warnings_.push_back(copied.error());
  }
  if ((*opened)->store.readOnly()) warnings_.push_back({"store.opened-read-only", address, {}, ErrorKind::failure});
  suite_ = std::move(*opened);
  return suite_.get();
}

Result<std::string> Session::storeAddress() const {
  if (!options.store.empty()) return options.store;
  CCHC_TRY(const auto folder, platform::userDataFolder());
  CCHC_CHECK(platform::createPrivateFolder(folder));
  platform::closeToOthers(folder);
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
  if (suite_) {
    for (const auto& fault : suite_->catalogue.outlineFaults) printError(fault);
    printPluginLog(suite_->catalogue.plugins);
  }
  if (status == 0) std::for_each(warnings_.begin(), warnings_.end(), [&](const Error& one) { printError(one); });
  const auto printed = flushOutput();
  return printed ? status : printError(printed.error());
}

Status Session::flushOutput() const {
  errno = 0;
  const bool flushed = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (flushed && outputFault_ == 0) return {};
  const int reason = outputFault_ != 0 ? outputFault_ : errno != 0 ? errno : EIO;
  return fail("output.write", "", {{"reason", std::strerror(reason)}}, ErrorKind::failure);
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

void Session::printLine(const std::string& line) const {
  errno = 0;
  const bool printed = std::fputs(line.c_str(), stdout) >= 0 && std::fputc('\n', stdout) != EOF;
  if (!printed && outputFault_ == 0) outputFault_ = errno != 0 ? errno : EIO;
}

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
