// What the stories of the window share. Each story runs in a process of its own, since wxWidgets allows one application
// per process.
#pragma once
#include "tests/shell/driver/driver.h"
#include "tests/support/command.h"

namespace cchc::test {

// Makes in the folder what `cchc demo` makes.
std::filesystem::path makeDemo(const std::filesystem::path& folder);
// Makes a store with the sample's units, periods and assignments, and nothing else.
void makeEmptyStore(const std::filesystem::path& store);
// Opens a store as another workstation would.
std::unique_ptr<Suite> openElsewhere(const std::filesystem::path& store, const std::string& person);
SectionKey budget();
// The settings of the finance department on such a store.
Start departmentStart(const std::filesystem::path& folder, const std::filesystem::path& store);
void opened(Driver& driver);  // waits for the window with a section, and makes it as large as the screen
// The settings of a store that has the section attached(), in which files can be attached (it is of a plugin for
// tests). The folder has a file to attach, quyet-dinh.pdf.
SectionKey attached();
Start attachedStart(const std::filesystem::path& folder);

int departmentDay(int argc, char** argv, const std::filesystem::path& folder);
int officeDay(int argc, char** argv, const std::filesystem::path& folder);
int inputMethodWord(int argc, char** argv, const std::filesystem::path& folder);
int typeUntilKilled(int argc, char** argv, const std::filesystem::path& folder);
int backAfterKill(int argc, char** argv, const std::filesystem::path& folder);
int secondStart(int argc, char** argv, const std::filesystem::path& folder);
int formDay(int argc, char** argv, const std::filesystem::path& folder);
int tableCells(int argc, char** argv, const std::filesystem::path& folder);
int attachedCell(int argc, char** argv, const std::filesystem::path& folder);
int choiceKeys(int argc, char** argv, const std::filesystem::path& folder);
int backWithoutEditor(int argc, char** argv, const std::filesystem::path& folder);
int clipboardBlocks(int argc, char** argv, const std::filesystem::path& folder);
int quitWithChoice(int argc, char** argv, const std::filesystem::path& folder);
int droppedOnBoard(int argc, char** argv, const std::filesystem::path& folder);
int cancelledStart(int argc, char** argv, const std::filesystem::path& folder);
int deadServer(int argc, char** argv, const std::filesystem::path& folder);
int earlierExplanation(int argc, char** argv, const std::filesystem::path& folder);
int failedSearch(int argc, char** argv, const std::filesystem::path& folder);
int brokenPlugin(int argc, char** argv, const std::filesystem::path& folder);
int importDay(int argc, char** argv, const std::filesystem::path& folder);
int leaderSigns(int argc, char** argv, const std::filesystem::path& folder);
int askedBack(int argc, char** argv, const std::filesystem::path& folder);
int paperAndHelp(int argc, char** argv, const std::filesystem::path& folder);
int attachedFile(int argc, char** argv, const std::filesystem::path& folder);
int firstStartBeside(int argc, char** argv, const std::filesystem::path& folder);
int menusAndShortcuts(int argc, char** argv, const std::filesystem::path& folder);
int stoppedWork(int argc, char** argv, const std::filesystem::path& folder);
int backWhereOneWas(int argc, char** argv, const std::filesystem::path& folder);
int sharedStoreHangs(int argc, char** argv, const std::filesystem::path& folder);
int unitsDay(int argc, char** argv, const std::filesystem::path& folder);
int everyDesk(int argc, char** argv, const std::filesystem::path& folder);
int departmentDesk(int argc, char** argv, const std::filesystem::path& folder);
int officeDesk(int argc, char** argv, const std::filesystem::path& folder);
int everyMenu(int argc, char** argv, const std::filesystem::path& folder);
int firstDesk(int argc, char** argv, const std::filesystem::path& folder);
int deskOfEarlierUnit(int argc, char** argv, const std::filesystem::path& folder);
int deskOnServer(int argc, char** argv, const std::filesystem::path& folder);
int severalPackages(int argc, char** argv, const std::filesystem::path& folder);
int officeEnters(int argc, char** argv, const std::filesystem::path& folder);
int officeLeaves(int argc, char** argv, const std::filesystem::path& folder);
int issuedWithoutOne(int argc, char** argv, const std::filesystem::path& folder);
int headingAmended(int argc, char** argv, const std::filesystem::path& folder);
int withdrawn(int argc, char** argv, const std::filesystem::path& folder);
int firstUnits(int argc, char** argv, const std::filesystem::path& folder);
int watchedInbox(int argc, char** argv, const std::filesystem::path& folder);

}  // namespace cchc::test
