#include "core/shell/commands/person_commands.h"

#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/textdlg.h>

#include <utility>

#include "core/base/text.h"
#include "core/shell/commands/desk_dialog.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

PersonCommands::PersonCommands(const FrameContext& context, std::function<void()> personChanged,
                               std::function<void()> deskChanged)
    : context_(context), personChanged_(std::move(personChanged)), deskChanged_(std::move(deskChanged)) {}

void PersonCommands::chooseDesk() {
  if (!context_.commitEditors() || !context_.leaveEntry()) return;
  DeskDialog dialog(&context_.window, context_.workspace);
  if (dialog.ShowModal() == wxID_OK) deskChanged_();
}

void PersonCommands::enterName() {
  const auto words = context_.workspace.words();
  if (!context_.commitEditors()) return;
  wxTextEntryDialog dialog(&context_.window, wx(words("person.name")), wx(words("person.title")),
                           wx(context_.workspace.settings.person));
  if (dialog.ShowModal() != wxID_OK) return;
  switchTo(std::string(trim(utf8(dialog.GetValue()))));
}

void PersonCommands::switchTo(const std::string& name) {
  if (name.empty() || !context_.commitEditors()) return;
  context_.workspace.setPerson(name);
  personChanged_();
}

void PersonCommands::offerRecent() {
  wxMenu menu;
  const auto people = context_.workspace.settings.recentPeople;
  for (const auto& name : people) {
    auto* item = menu.AppendRadioItem(wxID_ANY, wx(name));
    item->Check(name == context_.workspace.settings.person);
    menu.Bind(
        wxEVT_MENU, [this, name](wxCommandEvent&) { switchTo(name); }, item->GetId());
  }
  if (!people.empty()) menu.AppendSeparator();
  const auto* other = menu.Append(wxID_ANY, wx(context_.workspace.words()("person.other")));
  menu.Bind(
      wxEVT_MENU, [this](wxCommandEvent&) { context_.window.CallAfter([this] { enterName(); }); }, other->GetId());
  context_.window.PopupMenu(&menu);
}

}  // namespace cchc::shell
