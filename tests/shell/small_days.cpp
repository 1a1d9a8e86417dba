// Shorter stories: a second start, a plugin that is missing, a search in a store that is missing, and an explanation of
// the period before.
#include <wx/listctrl.h>

#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
// A package is opened from the file manager while the window is open. No second window opens: the first one receives
// the package. The log has what was done, and no figure.
int secondStart(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  auto start = departmentStart(folder, folder / "vanphong.sqlite");
  makeEmptyStore(start.settings.store);
  start.settings.role = presentation::Role::office, start.settings.unit = "296.VP";
  std::filesystem::path package;
  for (const auto& entry : std::filesystem::directory_iterator(demo / "packages")) {
    if (entry.path().filename().string().starts_with("296_finance.budget")) package = entry.path();
  }
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
    const auto second = run(std::filesystem::path(CCHC_BINARY) / "bin/cchc-suite",
                            {"--settings", start.settingsFile.string(), package.string()});
    if (second.status != 0)
      driver.give("the second start ended with " + std::to_string(second.status) + " " + second.err);
    driver.until("the package", [&] { return driver.frame().board()->board().received == 1; });
  });
  const auto log = contentOf(folder / "cchc-suite.log");
  const bool told = log.find(" start ") != std::string::npos && log.find(" receive ") != std::string::npos &&
                    log.find(" end") != std::string::npos;
  return status != 0 ? status : told && log.find("387425000000") == std::string::npos ? 0 : 3;
}

// The definition of a section is missing with its plugin. The window opens all the same, and shows the error.
int brokenPlugin(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  {
    const auto suite = openElsewhere(store, "Quản trị");
    const std::vector<Assignment> unknown{
        {DefinitionId("gone.section"), OrgUnitId("296"), OrgUnitId("296.TCKH"), PeriodId("2023-8T"), {}}};
    if (!suite->store.saveAssignments(unknown)) return 2;
  }
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    MUST(driver, driver.workspace().entries().size() == 2);
    const SectionKey gone{DefinitionId("gone.section"), OrgUnitId("296"), PeriodId("2023-8T")};
    driver.on([&] { driver.frame().openSection(gone, ""); });
    driver.until("the reason", [&] { return !driver.frame().reading() && driver.frame().notices().bar()->IsShown(); });
    MUST(driver, driver.workspace().form()->editing().key() == budget());  // the open section stays open
  });
}

// The sections cannot be read for a search. The list of results shows why, instead of "nothing was found", and the next
// search tries again.
int failedSearch(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite", away = folder / "phong-khac.sqlite";
  makeEmptyStore(store);
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto* navigator = driver.frame().navigator();
    auto* results = dynamic_cast<wxListView*>(wxWindow::FindWindowByName(shell::wx("Kết quả tìm"), navigator));
    // A folder has taken the place of the file.
    std::filesystem::rename(store, away);
    std::filesystem::create_directory(store);
    driver.on([&] { navigator->searchBox()->SetValue(shell::wx("thu nội địa")); });
    driver.until("the reason", [&] {
      return results->GetItemCount() == 1 &&
             shell::utf8(results->GetItemText(0)).find(store.string()) != std::string::npos;
    });
    std::filesystem::remove(store);
    std::filesystem::rename(away, store);
    driver.on([&] { navigator->searchBox()->SetValue(shell::wx("thu noi dia")); });
    driver.until("what was found", [&] { return !navigator->found().empty(); });
  });
}

namespace {

std::filesystem::path valuesOf(const std::filesystem::path& folder, const std::string& actual) {
  write(folder / "values.xml",
        "<values xmlns=\"urn:cchc:values:1\"><field id=\"revenue.target\">387425000000</field>"
        "<field id=\"revenue.actual\">" +
            actual + "</field></values>");
  return folder / "values.xml";
}

}  // namespace

// The explanation that a warning had in the period before is shown with it, and one click makes it this period's.
int earlierExplanation(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  const auto done = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--store", store.string()});
    return cchc(arguments).status == 0;
  };
  write(folder / "assigned.tsv",
        "definition\tsubject\treporter\tperiod\tdeadline\nfinance.budget\t296\t296.TCKH\t2023-6T\t\n");
  const auto values = valuesOf(folder, "5000000").string();
  const std::string why = "Kho bạc chưa đối chiếu";
  const bool prepared =
      done({"assign", (folder / "assigned.tsv").string()}) &&
      done({"fill", "finance.budget", "-u", "296", "-p", "2023-6T", values}) &&
      done({"explain", "finance.budget", "-u", "296", "-p", "2023-6T", "--code", "core.off-plan", why}) &&
      done({"fill", "finance.budget", "-u", "296", "-p", "2023-8T", values});
  if (!prepared) return 2;
  return drive(argc, argv, departmentStart(folder, store), [&](Driver& driver) {
    opened(driver);
    auto* findings = driver.frame().findings();
    driver.on([&] {
      const auto& shown = findings->shown();
      for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i].code == "core.off-plan") findings->list()->Select(static_cast<long>(i));
      }
    });
    driver.until("the earlier explanation", [&] { return findings->detail().find(why) != std::string::npos; });
    MUST(driver, findings->explanationBox()->IsEmpty() && findings->confirmButton()->IsEnabled());
    driver.clickButton(*findings, "Dùng giải trình kỳ trước");
    driver.until("the explanation of this period", [&] {
      const auto& all = driver.workspace().form()->editing().data().explanations;
      return all.size() == 1 && all.front().code == "core.off-plan" && all.front().text == why;
    });
    driver.until("the explanation in its box",
                 [&] { return shell::utf8(findings->explanationBox()->GetValue()) == why; });
    MUST(driver, !findings->confirmButton()->IsEnabled());
  });
}

}  // namespace cchc::test
