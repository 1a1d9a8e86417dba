// What the stories of desks share: the desk of a store, and what menus and buttons say to it. Those that look
// at menus and buttons are used on the window's thread.
#pragma once
#include <wx/button.h>
#include <wx/menuitem.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/shell/day.h"

namespace cchc::test {

// The settings of a unit on a store.
Start deskStart(const std::filesystem::path& folder, const std::filesystem::path& store, const std::string& unit,
                presentation::Role role);
// Sets the desk of a store, as `cchc desk set` does.
void setDeskOf(const std::filesystem::path& store, const std::string& desk);
void showBoard(Driver& driver);
// Chooses in the dialogue's only list of choices, by keys.
void chooseByKeys(Driver& driver, wxDialog& dialog, const std::string& label);

// What wordsOf (native.h) gives, on one line: a text may be wrapped anywhere.
std::string lineOf(const wxWindow& control);
void clickMiddle(Driver& driver, wxWindow& window);  // of its left end, where a checkbox has its box
// The controls of a type in a window and in its panels.
template <class Control>
std::vector<Control*> controlsOf(wxWindow& parent) {
  std::vector<Control*> all;
  for (auto* child : parent.GetChildren()) {
    if (auto* found = dynamic_cast<Control*>(child)) all.push_back(found);
    const auto inner = controlsOf<Control>(*child);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  return all;
}

// The item whose label is the text of `code`; nullptr: there is none.
wxMenuItem* itemOf(Driver& driver, const char* code);
// Runs `looked` with the menus as they are while one is open.
void whileMenuIsOpen(Driver& driver, const std::function<void()>& looked);
// The item is grey, with a reason that has these words.
bool refused(Driver& driver, const char* code, const std::string& words);
bool offered(Driver& driver, const char* code);
bool refused(const wxWindow* button, const std::string& words);
wxButton* buttonLabelled(wxWindow& parent, const std::string& label);

}  // namespace cchc::test
