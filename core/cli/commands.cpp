#include "core/cli/commands.h"

#include <nlohmann/json.hpp>

#include "core/base/texts.h"

namespace cchc::cli {

CLI::App& CommandGroup::add(const char* name, std::string_view help, std::function<Result<int>()> run) {
  auto* command = app_.add_subcommand(name, bothLanguages(help));
  commands_.push_back({command, std::move(run)});
  return *command;
}

CommandGroup CommandGroup::addGroup(const char* name, std::string_view help) {
  auto* command = app_.add_subcommand(name, bothLanguages(help));
  command->require_subcommand(1);
  return {*command, session_, commands_};
}

Result<NamedSection> sectionOf(Session& session, const SectionArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(auto key, sectionKey(*suite, arguments.section, arguments.unit, arguments.period));
  return NamedSection{*suite, std::move(key)};
}

void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments) {
  command.add_option("--unit,-u", arguments.unit, bothLanguages("cli.option.unit"))->required();
  command.add_option("--period,-p", arguments.period, bothLanguages("cli.option.period"))->required();
}

void addConvertText(CLI::App& command, OldTexts& old) {
  command.add_flag_callback(
      "--convert-text", [&old] { old = OldTexts::convert; }, bothLanguages("cli.option.convert-text"));
}

void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired) {
  auto* section = command.add_option("section", arguments.section, bothLanguages("cli.option.section"));
  if (sectionRequired) section->required();
  addUnitAndPeriod(command, arguments);
}

Result<int> printSectionDone(Session& session, const SectionKey& key, std::string_view code, const std::string& file) {
  const auto section = keyText(key);
  if (!session.options.json) {
    session.printLine(session.text(code, {{"section", section}}) + (file.empty() ? "" : " → " + file));
    return 0;
  }
  CCHC_TRY(auto* suite, session.suite());
  CCHC_TRY(const auto header, suite->store.section(key));
  const std::string state(header ? stateName(header->state) : std::string_view());
  session.printJson({{"section", section}, {"state", state}, {"file", file}});
  return 0;
}

std::string bothLanguages(std::string_view code) {
  return std::string(text(code, Language::vi)).append(" · ").append(text(code, Language::en));
}

}  // namespace cchc::cli
