// shell_stories STORY: runs one story of the window, in a folder of its own. The exit status is 0 when it passed. Needs
// a display (tests/CMakeLists.txt).
#include <cstdio>
#include <cstdlib>
#include <map>

#include "tests/shell/day.h"
#include "tests/shell/key_days.h"
#include "tests/shell/save_days.h"

int main(int argc, char** argv) {
  using namespace cchc::test;
  const std::map<std::string, int (*)(int, char**, const std::filesystem::path&)> stories = {
      {"department", departmentDay},
      {"office", officeDay},
      {"input-method", inputMethodWord},
      {"table", tableCells},
      {"form", formDay},
      {"killed", typeUntilKilled},
      {"came-back", backAfterKill},
      {"second-start", secondStart},
      {"broken-plugin", brokenPlugin},
      {"failed-search", failedSearch},
      {"earlier-explanation", earlierExplanation},
      {"import", importDay},
      {"sign", leaderSigns},
      {"ask-return", askedBack},
      {"paper", paperAndHelp},
      {"first-start", firstStartBeside},
      {"attachment", attachedFile},
      {"menus", menusAndShortcuts},
      {"stopped", stoppedWork},
      {"back", backWhereOneWas},
      {"inbox", watchedInbox},
      {"units", unitsDay},
      {"every-desk", everyDesk},
      {"department-desk", departmentDesk},
      {"office-desk", officeDesk},
      {"every-menu", everyMenu},
      {"first-desk", firstDesk},
      {"desk-of-earlier", deskOfEarlierUnit},
      {"desk-on-server", deskOnServer},
      {"several-packages", severalPackages},
      {"enter-for", officeEnters},
      {"leave-entry", officeLeaves},
      {"amend-heading", headingAmended},
      {"issue-missing", issuedWithoutOne},
      {"withdraw", withdrawn},
      {"first-units", firstUnits},
      {"shared", sharedStoreHangs},
      {"attached-cell", attachedCell},
      {"choice-keys", choiceKeys},
      {"back-unopened", backWithoutEditor},
      {"clipboard", clipboardBlocks},
      {"selected", selectedOnBoard},
      {"saved-over", savedOver},
      {"typed-dialogs", typedDialogs},
      {"typed-row", typedRow},
      {"form-choices", formChoices},
      {"selected-rows", selectedRows},
      {"no-answer", startedWithoutAnswer},
      {"quit-choice", quitWithChoice},
      {"drop", droppedOnBoard},
      {"cancelled-start", cancelledStart},
      {"dead-server", deadServer}};
  const auto story = argc > 1 ? stories.find(argv[1]) : stories.end();
  if (story == stories.end()) {
    for (const auto& [name, run] : stories) std::fprintf(stderr, "shell_stories %s [FOLDER]\n", name.c_str());
    return 2;
  }
  if (argc > 2) return story->second(1, argv, argv[2]);  // a folder that is not removed, to be inspected afterwards
  const TemporaryFolder folder;
  return story->second(1, argv, folder.path());
}
