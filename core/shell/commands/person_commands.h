// Commands for switching the current user, whose name the journal records with each change, and the desk.
#pragma once
#include <functional>
#include <string>

#include "core/shell/frame/frame_context.h"

namespace cchc::shell {

class PersonCommands {
 public:
  // `personChanged` is called after the person has changed, `deskChanged` after the desk has.
  PersonCommands(const FrameContext& context, std::function<void()> personChanged, std::function<void()> deskChanged);

  void enterName();    // asks for the name of the user
  void offerRecent();  // shows a menu of recent users
  // An empty name changes nothing.
  void switchTo(const std::string& name);
  void chooseDesk();  // shows the desk, and saves another one

 private:
  const FrameContext& context_;
  std::function<void()> personChanged_, deskChanged_;
};

}  // namespace cchc::shell
