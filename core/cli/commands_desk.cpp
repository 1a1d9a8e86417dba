// desk show, desk set, desk clear: for which unit and in which roles this PC works.
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/app/suite/desk.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

Result<int> printDesk(Session& session, std::string_view code) {
  CCHC_TRY(auto* suite, session.suite());
  const auto& desk = suite->options.actor.desk;
  auto roles = nlohmann::json::array();
  for (const auto role : {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead}) {
    if ((desk.roles & static_cast<Roles>(role)) != 0) roles.push_back(std::string(roleName(role)));
  }
  session.printResult({{"unit", desk.unit ? codeOf(*desk.unit) : ""}, {"roles", roles}}, code,
                      {{"desk", deskLabel(*suite, desk, session.language())}});
  return 0;
}

Result<int> showDesk(Session& session) { return printDesk(session, "cli.desk.shown"); }

Result<int> chooseDesk(Session& session, const std::optional<std::string>& text) {
  CCHC_TRY(auto* suite, session.suite());
  std::optional<Desk> desk;
  if (text) {
    CCHC_TRY(desk, readDesk(*suite, *text));  // a blank one is no way to clear it
  }
  CCHC_CHECK(saveDesk(*suite, desk));
  return printDesk(session, "cli.desk.set");
}

}  // namespace

void addDeskCommands(CommandGroup& group) {
  auto& session = group.session();
  auto desk = group.addGroup("desk", "cli.command.desk");
  desk.add("show", "cli.command.desk.show", [&session] { return showDesk(session); });
  const auto text = std::make_shared<std::string>();
  desk.add("set", "cli.command.desk.set", [&session, text] { return chooseDesk(session, *text); })
      .add_option("desk", *text, bothLanguages("cli.option.as"))
      ->required();
  desk.add("clear", "cli.command.desk.clear", [&session] { return chooseDesk(session, std::nullopt); });
}

}  // namespace cchc::cli
