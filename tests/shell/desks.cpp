#include "tests/shell/desks.h"

#include <wx/choice.h>
#include <wx/menu.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/app/suite/desk.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {

using shell::utf8;

Start deskStart(const std::filesystem::path& folder, const std::filesystem::path& store, const std::string& unit,
                presentation::Role role) {
  auto start = departmentStart(folder, store);
  start.settings.role = role, start.settings.unit = unit;
  return start;
}

void setDeskOf(const std::filesystem::path& store, const std::string& desk) {
  const auto suite = openElsewhere(store, "Quản trị");
  const auto read = readDesk(*suite, desk);
  if (!read || !saveDesk(*suite, *read)) std::_Exit(2);
}

wxMenuItem* itemOf(Driver& driver, const char* code) {
  auto* bar = driver.frame().GetMenuBar();
  const auto label = wxMenuItem::GetLabelText(shell::wx(driver.workspace().words()(code)).BeforeFirst('\t'));
  for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
    for (auto* item : bar->GetMenu(i)->GetMenuItems()) {
      if (item->GetItemLabelText() == label) return item;
    }
  }
  return nullptr;
}

void whileMenuIsOpen(Driver& driver, const std::function<void()>& looked) {
  auto* menu = driver.frame().GetMenuBar()->GetMenu(0);
  wxMenuEvent open(wxEVT_MENU_OPEN, 0, menu), close(wxEVT_MENU_CLOSE, 0, menu);
  driver.frame().ProcessWindowEvent(open);
  looked();
  driver.frame().ProcessWindowEvent(close);
}

bool refused(Driver& driver, const char* code, const std::string& words) {
  bool is = false;
  whileMenuIsOpen(driver, [&] {
    const auto* item = itemOf(driver, code);
    is = item != nullptr && !item->IsEnabled() && utf8(item->GetHelp()).find(words) != std::string::npos;
    if (!is && item != nullptr)
      std::fprintf(stderr, "%s: %d %s\n", code, int(item->IsEnabled()), utf8(item->GetHelp()).c_str());
  });
  return is;
}

bool offered(Driver& driver, const char* code) {
  bool is = false;
  whileMenuIsOpen(driver, [&] {
    const auto* item = itemOf(driver, code);
    is = item != nullptr && item->IsEnabled() && item->GetHelp().empty();
    if (!is && item != nullptr)
      std::fprintf(stderr, "%s: %d %s\n", code, int(item->IsEnabled()), utf8(item->GetHelp()).c_str());
  });
  return is;
}

bool refused(const wxWindow* button, const std::string& words) {
  return button != nullptr && !button->IsEnabled() && utf8(button->GetToolTipText()).find(words) != std::string::npos;
}

wxButton* buttonLabelled(wxWindow& parent, const std::string& label) {
  for (auto* child : parent.GetChildren()) {
    auto* button = dynamic_cast<wxButton*>(child);
    if (button != nullptr && button->GetLabelText() == shell::wx(label)) return button;
  }
  return nullptr;
}

void showBoard(Driver& driver) {
  driver.until("the window", [&] { return driver.hasFrame() && driver.frame().IsShown(); });
  driver.on([&] {
    driver.frame().SetSize(wxGetDisplaySize());
    driver.frame().showView(shell::MainFrame::View::board);
  });
  driver.until("the board",
               [&] { return driver.frame().board()->board().sections > 0 && !driver.frame().board()->reading(); });
}

std::string lineOf(const wxWindow& control) {
  auto words = wordsOf(control);
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

void clickMiddle(Driver& driver, wxWindow& window) {
  wxPoint middle;
  driver.look([&] { middle = {window.GetSize().GetHeight() / 2, window.GetSize().GetHeight() / 2}; });
  driver.click(window, middle);
}

void chooseByKeys(Driver& driver, wxDialog& dialog, const std::string& label) {
  wxChoice* choice = nullptr;
  driver.look([&] {
    for (auto* child : dialog.GetChildren()) {
      if (auto* found = dynamic_cast<wxChoice*>(child)) choice = found;
    }
  });
  driver.on([&] { choice->SetFocus(); });
  driver.settle();
  int from = 0, to = wxNOT_FOUND;
  driver.look([&] {
    from = choice->GetSelection();
    for (unsigned i = 0; i < choice->GetCount(); ++i) {
      if (to == wxNOT_FOUND && utf8(choice->GetString(i)).starts_with(label)) to = static_cast<int>(i);
    }
  });
  if (to == wxNOT_FOUND) driver.give("no choice: " + label);
  for (int at = from; at != to; at += to > at ? 1 : -1) {
    driver.key(to > at ? WXK_DOWN : WXK_UP);
    driver.until("the next choice", [&] { return choice->GetSelection() != at; });
  }
}

}  // namespace cchc::test
