#include "tests/shell/screenshots/camera.h"

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/menu.h>
#include <wx/radiobut.h>

#include <cctype>

#include "core/shell/widgets/convert.h"

namespace cchc::test {

void Camera::take(const std::string& name, const std::function<void()>& before) {
  if (before) driver_.on(before);
  driver_.picture(album_.file(name, ".png"));
}

void Camera::dialog(const std::string& name, std::function<void()> open,
                    const std::function<void(wxDialog&)>& prepare) {
  driver_.post(std::move(open));
  auto* dialog = driver_.dialog();
  if (prepare) prepare(*dialog);
  take(name);
  driver_.on([&] { dialog->EndModal(wxID_CANCEL); });
  driver_.closed(dialog);
}

void Camera::beside(const std::string& name, const std::function<void()>& open) {
  const auto other = [&]() -> wxWindow* {
    for (auto* window : wxTopLevelWindows) {
      if (window != &frame() && window->IsShown()) return window;
    }
    return nullptr;
  };
  driver_.on(open);
  driver_.until("a window beside", [&] { return other() != nullptr; });
  take(name);
  driver_.on([&] { static_cast<wxTopLevelWindow*>(other())->Close(); });
  driver_.until("the main window alone", [&] { return other() == nullptr; });
}

void Camera::menus() {
  std::vector<int> letters;
  driver_.on([&] {
    const auto* bar = frame().GetMenuBar();
    for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
      const auto label = shell::utf8(bar->GetMenuLabel(i));
      letters.push_back(std::toupper(static_cast<unsigned char>(label[label.find('&') + 1])));
    }
  });
  static bool open = false;  // static, since the handlers outlive this function
  driver_.on([&] {
    frame().Bind(wxEVT_MENU_OPEN, [](wxMenuEvent& event) { open = true, event.Skip(); });
    frame().Bind(wxEVT_MENU_CLOSE, [](wxMenuEvent& event) { open = false, event.Skip(); });
    frame().Raise();
  });
  for (std::size_t i = 0; i < letters.size(); ++i) {
    driver_.key(letters[i], wxMOD_ALT);
    driver_.until("menu " + std::to_string(i + 1), [&] { return open; });
    take(std::string(workspace().settings.role == presentation::Role::office ? "office-" : "") + "menu-" +
         std::to_string(i + 1));
    driver_.key(WXK_ESCAPE);
    driver_.until("menu " + std::to_string(i + 1) + " closed", [&] { return !open; });
  }
}

void Camera::open(const SectionKey& key) {
  opened(key.definition.value, [&] {
    workspace().closeSection();
    const auto& settings = workspace().settings;
    if (auto entries = presentation::uncountedEntries(workspace().suite(), OrgUnitId(settings.unit),
                                                      workspace().period().id, words()))
      workspace().setEntries(std::move(*entries));
    frame().openSection(key, "");
  });
}

void Camera::opened(const std::string& definition, const std::function<void()>& action) {
  driver_.on(action);
  driver_.until("the section " + definition, [&] {
    return workspace().form() != nullptr && workspace().form()->editing().key().definition.value == definition &&
           frame().view() == shell::MainFrame::View::form;
  });
}

void Camera::command(const char* code) {
  const auto wanted = wxMenuItem::GetLabelText(shell::wx(words()(code)));
  bool found = false;
  driver_.on([&] {
    for (std::size_t i = 0; i < frame().GetMenuBar()->GetMenuCount() && !found; ++i) {
      for (auto* item : frame().GetMenuBar()->GetMenu(i)->GetMenuItems()) {
        if (found || item->GetItemLabelText() != wanted) continue;
        found = true;
        wxCommandEvent chosen(wxEVT_MENU, item->GetId());
        frame().GetEventHandler()->AddPendingEvent(chosen);
      }
    }
  });
  if (!found) driver_.give("no such command: " + shell::utf8(wanted));
}

void Camera::firstStart(const std::string& name, const presentation::Settings& settings) {
  auto* dialog = driver_.dialog();
  take(name);
  const auto named = [&](const char* code) { return wxWindow::FindWindowByName(shell::wx(words()(code)), dialog); };
  driver_.on([&] {
    auto* where = dynamic_cast<wxComboBox*>(named("start.store"));
    where->SetValue(shell::wx(settings.store));
    wxCommandEvent entered(wxEVT_TEXT_ENTER, where->GetId());
    entered.SetEventObject(where);
    where->GetEventHandler()->ProcessEvent(entered);
    if (settings.role == presentation::Role::office) {
      for (auto* child : dialog->GetChildren()) {
        for (auto* inner : child->GetChildren()) {
          auto* role = dynamic_cast<wxRadioButton*>(inner);
          if (role != nullptr && role->GetLabel() == shell::wx(words()("start.role-office"))) role->SetValue(true);
        }
      }
    }
  });
  auto* unit = dynamic_cast<wxChoice*>(named("start.unit"));
  driver_.until("the units", [&] { return unit->GetCount() > 1; });
  driver_.on([&] {
    unit->SetStringSelection(shell::wx(settings.role == presentation::Role::office ? "Văn phòng HĐND và UBND huyện"
                                                                                   : "Phòng Tài chính - Kế hoạch"));
    dynamic_cast<wxComboBox*>(named("start.person"))->SetValue(shell::wx(settings.person));
  });
  take(name + "-filled");
  driver_.press(*dialog, words()("start.start"));
  driver_.closed(dialog);
  driver_.until("the window", [&] { return driver_.hasFrame() && frame().IsShown(); });
  driver_.on([&] { frame().SetSize(wxGetDisplaySize()); });
}

}  // namespace cchc::test
