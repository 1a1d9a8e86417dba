#include "core/cli/session.h"

#include <cstdio>

#include "core/app/suite/trusting.h"
#include "core/app/upkeep/backups.h"
#include "core/base/platform.h"

namespace cchc::cli {

Result<Resources> Session::resources() const { return findResources(platform::programPath()); }

std::vector<std::filesystem::path> Session::pluginFolders() const {
  return {options.plugins.begin(), options.plugins.end()};
}

Actor Session::actor() const {
  const auto login = platform::userName();
  Roles roles = options.roles.empty() ? allRoles : 0;
  for (const auto& name : options.roles) roles |= static_cast<Roles>(*roleOf(name));
  return {options.actor.empty() ? login : options.actor, login, platform::stationName(), roles};
}

Suite* Session::suite() {
  if (suite_) return suite_.get();
  if (splitStoreAddress(options.store).hasSecret())
    tell({"store.password-in-address", shownStore(options.store), {}, ErrorKind::refusal});
  auto found = resources();
  if (!found) return tell(found.error()), nullptr;
  auto opened = openSuite({store(), pluginFolders(), *found, &clock_, actor()});
  if (!opened) return tell(offeringBackup(opened.error(), store())), nullptr;
  if (const auto copied = dailyBackup(**opened); !copied) {
    // A full disk for copies is no reason to keep anybody from working; a damaged store is.
    if (copied.error().code != "store.backup-failed") return tell(copied.error()), nullptr;
    note_ = copied.error();
  }
  if ((*opened)->store.readOnly()) note_ = Error{"store.opened-read-only", store(), {}, ErrorKind::failure};
  suite_ = std::move(*opened);
  return suite_.get();
}

std::string Session::store() const {
  if (!options.store.empty()) return options.store;
  const auto folder = platform::userDataFolder();
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  return (folder / "suite.sqlite").string();
}

int Session::tell(const Error& error) const {
  auto line = messageLine(error, language());
  // Whatever is told of the store's address is told without its password.
  if (const auto at = line.find(options.store); at != std::string::npos && isSharedStore(options.store))
    line.replace(at, options.store.size(), shownStore(options.store));
  std::fprintf(stderr, "%s\n", line.c_str());
  return static_cast<int>(error.kind);
}

int Session::finish(int status) const {
  if (note_ && status == 0) tell(*note_);
  return status;
}

void Session::tellNotes(const Trust& trust) const {
  for (const auto& note : trust.notes(clock_.now())) tell(note);
}

void Session::tellTrustNotes() {
  // A list that cannot be read is told by whatever needs it.
  const auto trust = trustOf(store());
  if (trust && *trust) tellNotes(**trust);
}

void Session::say(const std::string& line) const { std::printf("%s\n", line.c_str()); }

void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired) {
  auto* section = command.add_option("section", arguments.section, "Mã mẫu phần báo cáo, ví dụ finance.budget");
  if (sectionRequired) section->required();
  command.add_option("--unit,-u", arguments.unit, "Mã đơn vị")->required();
  command.add_option("--period,-p", arguments.period, "Mã kỳ báo cáo, ví dụ 2023-8T")->required();
}

}  // namespace cchc::cli
