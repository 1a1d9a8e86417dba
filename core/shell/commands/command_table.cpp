#include "core/shell/commands/command_table.h"

#include <utility>

#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/toolkit.h"

namespace cchc::shell {

CommandTable::CommandTable(wxEvtHandler& window, Action prepare, std::function<void(const std::string&)> refused)
    : window_(window), prepare_(std::move(prepare)), refused_(std::move(refused)) {}

wxMenuItem* CommandTable::addItem(wxMenu& menu, const std::string& label, Action action, Condition possible) {
  auto* item = menu.Append(wxID_ANY, wx(label));
  commands_[item->GetId()] = {std::move(action), std::move(possible), item};
  return item;
}

void CommandTable::addTool(wxToolBar& bar, const std::string& label, Icon picture, Action action, Condition possible) {
  bar_ = &bar;
  const auto* tool = bar.AddTool(wxID_ANY, wx(label), icon(picture));
  commands_[tool->GetId()] = {std::move(action), std::move(possible), nullptr};
}

bool CommandTable::run(int id) {
  const auto found = commands_.find(id);
  if (found == commands_.end()) return false;
  prepare_();
  window_.CallAfter([command = found->second, refused = refused_] {
    const auto reason = command.possible ? command.possible() : std::string();
    if (!reason.empty()) return refused(reason);
    command.action();
  });
  return true;
}

void CommandTable::disableImpossible() {
  for (const auto& [id, command] : commands_) {
    if (command.item == nullptr || !command.possible) continue;
    const auto reason = command.possible();
    command.item->Enable(reason.empty());
    command.item->SetHelp(wx(reason));
    setItemTip(*command.item, reason);
  }
}

void CommandTable::enableAll() {
  for (const auto& [id, command] : commands_) {
    if (command.item != nullptr && command.possible) command.item->Enable(true);
  }
}

void CommandTable::updateTools() {
  for (auto& [id, command] : commands_) {
    if (command.item != nullptr || !command.possible) continue;
    auto reason = command.possible();
    if (reason == command.reason) continue;
    bar_->EnableTool(id, reason.empty());
    bar_->SetToolShortHelp(id, wx(reason));
    command.reason = std::move(reason);
  }
}

}  // namespace cchc::shell
