#include "core/cli/commands.h"

#include "core/base/texts.h"

namespace cchc::cli {

void addUnitAndPeriod(CLI::App& command, SectionArguments& arguments) {
  command.add_option("--unit,-u", arguments.unit, bothLanguages("cli.option.unit"))->required();
  command.add_option("--period,-p", arguments.period, bothLanguages("cli.option.period"))->required();
}

void addSectionArguments(CLI::App& command, SectionArguments& arguments, bool sectionRequired) {
  auto* section = command.add_option("section", arguments.section, bothLanguages("cli.option.section"));
  if (sectionRequired) section->required();
  addUnitAndPeriod(command, arguments);
}

std::string bothLanguages(std::string_view code) {
  return std::string(text(code, Language::vi)).append(" · ").append(text(code, Language::en));
}

}  // namespace cchc::cli
