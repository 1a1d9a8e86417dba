#include "core/cli/commands.h"

#include <nlohmann/json.hpp>

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

int printSectionDone(Session& session, const SectionKey& key, std::string_view code, const std::string& file) {
  const auto section = keyText(key);
  if (!session.options.json) {
    session.printLine(session.text(code, {{"section", section}}) + (file.empty() ? "" : " → " + file));
    return 0;
  }
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto header = suite->store.section(key);
  if (!header) return session.printError(header.error());
  const std::string state(*header ? stateName((*header)->state) : std::string_view());
  session.printJson({{"section", section}, {"state", state}, {"file", file}});
  return 0;
}

std::string bothLanguages(std::string_view code) {
  return std::string(text(code, Language::vi)).append(" · ").append(text(code, Language::en));
}

}  // namespace cchc::cli
