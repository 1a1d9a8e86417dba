// The toolkit's own dialogues, which wxWidgets tells little of: for files, and questions with buttons. They are driven
// by keys, as a person does, and looked at for what they show.
#pragma once
#include <filesystem>
#include <string>

#include "tests/shell/driver.h"

namespace cchc::test {

// In the dialogue for files that is open, or opens now: goes to a folder and takes all that is in it.
void chooseAll(Driver& driver, const std::filesystem::path& folder, std::size_t files);
// … one file that is there.
void chooseFile(Driver& driver, const std::filesystem::path& file);
// … where to save.
void saveAs(Driver& driver, const std::filesystem::path& file);
// Presses the button of a question, by the start of its label.
void answer(Driver& driver, const std::string& button);

// All words that a control shows, its buttons' too, each followed by a line's end.
std::string wordsOf(const wxWindow& control);

}  // namespace cchc::test
