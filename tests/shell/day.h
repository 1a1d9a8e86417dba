// What the stories of the window share. Each runs in a process of its own: wxWidgets has one application a process.
#pragma once
#include "tests/shell/driver.h"
#include "tests/support/command.h"

namespace cchc::test {

// `cchc demo` into the folder.
std::filesystem::path makeDemo(const std::filesystem::path& folder);
// A store with the sample's units, periods and assignments, and nothing else.
void makeEmptyStore(const std::filesystem::path& store);
// Opens a store as another workstation would.
std::unique_ptr<Suite> openElsewhere(const std::filesystem::path& store, const std::string& person);
SectionKey budget();
// The finance department at work on such a store.
Start departmentStart(const std::filesystem::path& folder, const std::filesystem::path& store);
void opened(Driver& driver);
// One with a section that takes files (of a plugin for tests), and a file in the folder, quyet-dinh.pdf, to attach.
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
int quitWithChoice(int argc, char** argv, const std::filesystem::path& folder);
int droppedOnBoard(int argc, char** argv, const std::filesystem::path& folder);
int deadServer(int argc, char** argv, const std::filesystem::path& folder);
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
int watchedInbox(int argc, char** argv, const std::filesystem::path& folder);

}  // namespace cchc::test
