#include "core/shell/commands/command_table.h"

#include <utility>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

CommandTable::CommandTable(wxEvtHandler& window, Action prepare) : window_(window), prepare_(std::move(prepare)) {}

wxMenuItem* CommandTable::addItem(wxMenu& menu, const std::string& label, Action action, Condition possible) {
  auto* item = menu.Append(wxID_ANY, wx(label));
  commands_[item->GetId()] = {std::move(action), std::move(possible), item};
  return item;
}

void CommandTable::addTool(wxToolBar& bar, const std::string& label, Icon picture, Action action) {
  const auto* tool = bar.AddTool(wxID_ANY, wx(label), icon(picture));
  commands_[tool->GetId()] = {std::move(action), {}, nullptr};
}

bool CommandTable::run(int id) {
  const auto found = commands_.find(id);
  if (found == commands_.end()) return false;
  prepare_();
  window_.CallAfter([command = found->second] {
    if (!command.possible || command.possible()) command.action();
  });
  return true;
}

void CommandTable::disableImpossible() {
  for (const auto& [id, command] : commands_) {
    if (command.item != nullptr && command.possible) command.item->Enable(command.possible());
  }
}

void CommandTable::enableAll() {
  for (const auto& [id, command] : commands_) {
    if (command.item != nullptr && command.possible) command.item->Enable(true);
  }
}

}  // namespace cchc::shell
