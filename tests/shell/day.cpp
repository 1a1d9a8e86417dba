#include "tests/shell/day.h"

#include <cstdio>
#include <cstdlib>

#include "core/app/demo/demo.h"
#include "core/app/units/import_tables.h"
#include "core/base/platform.h"

namespace cchc::test {
namespace {

const SystemClock& systemClock() {
  static const SystemClock clock;
  return clock;
}

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "%s\n", messageLine(error, Language::en).c_str());
  std::_Exit(2);
}

Resources resources() {
  const auto found = findResources(platform::programPath());
  if (!found) stop(found.error());
  return *found;
}

}  // namespace

std::filesystem::path makeDemo(const std::filesystem::path& folder) {
  const auto made = runDemo(resources(), {}, folder, [](const std::string&, std::size_t) {});
  if (!made) stop(made.error());
  return folder;
}

std::unique_ptr<Suite> openElsewhere(const std::filesystem::path& store, const std::string& person) {
  auto suite = openSuite({store.string(), {}, resources(), &systemClock(), {person, "khac", "MAY-KHAC"}});
  if (!suite) stop(suite.error());
  return std::move(*suite);
}

void makeEmptyStore(const std::filesystem::path& store) {
  const auto suite = openElsewhere(store, "Quản trị");
  if (const auto done = importTables(*suite, resources().sample); !done) stop(done.error());
}

SectionKey budget() { return {DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")}; }

Start departmentStart(const std::filesystem::path& folder, const std::filesystem::path& store) {
  Start start;
  start.settingsFile = folder / "settings.json";
  auto& settings = start.settings;
  settings.person = "Lê Thị Mẫu", settings.unit = "296.TCKH", settings.whole = "296", settings.period = "2023-8T",
  settings.store = store.string();
  return start;
}

void opened(Driver& driver) {
  driver.until("the window",
               [&] { return driver.hasFrame() && driver.frame().IsShown() && driver.workspace().form() != nullptr; });
  driver.on([&] { driver.frame().SetSize(wxGetDisplaySize()); });
}

}  // namespace cchc::test
