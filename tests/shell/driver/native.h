// The toolkit's own dialogues for files and questions, of which wxWidgets gives little information. They are driven by
// keys, as a person does, and read through GTK.
#pragma once
#include <filesystem>
#include <string>

#include "tests/shell/driver/driver.h"

namespace cchc::test {

// Waits for a dialogue for files, goes to a folder and chooses all files in it.
void chooseAll(Driver& driver, const std::filesystem::path& folder, std::size_t files);
// The same, for one file.
void chooseFile(Driver& driver, const std::filesystem::path& file);
// The same, for a file to save.
void saveAs(Driver& driver, const std::filesystem::path& file);
// Gives a dialogue for files up.
void closeFiles(Driver& driver);
// Presses the button of a question, by the start of its label.
void answer(Driver& driver, const std::string& button);

// All texts that a control and its buttons show, each followed by a line break.
std::string wordsOf(const wxWindow& control);

}  // namespace cchc::test
