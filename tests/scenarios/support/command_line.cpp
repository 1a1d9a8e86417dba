#include "tests/scenarios/support/command_line.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

namespace cchc::test {

std::string shown(const Arguments& arguments) {
  std::string text = "cchc";
  for (const auto& argument : arguments) text += " " + argument;
  return text;
}

Arguments with(const Arguments& options, const Arguments& command) {
  auto arguments = options;
  arguments.insert(arguments.end(), command.begin(), command.end());
  return arguments;
}

Arguments budget(const std::string& command, const Arguments& more) {
  return with({command, "finance.budget", "-u", "296", "-p", "2023-8T"}, more);
}

// The first words of the lines under "Subcommands:".
std::set<std::string> commandsIn(const std::string& help) {
  std::set<std::string> found;
  std::istringstream lines(help.substr(std::min(help.size(), help.find("Subcommands:"))));
  std::string line, name;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] != ' ' && std::istringstream(line) >> name) found.insert(name);
  }
  return found;
}

void isMessage(const Outcome& outcome, int status, const std::string& code, const std::string& place) {
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == status);
  CHECK(outcome.out.empty());
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK(outcome.err.starts_with(code + ": " + place));
  std::size_t parts = 1;
  for (auto at = outcome.err.find(": "); at != std::string::npos; at = outcome.err.find(": ", at + 2)) ++parts;
  CHECK(parts >= 4);
}

}  // namespace cchc::test
