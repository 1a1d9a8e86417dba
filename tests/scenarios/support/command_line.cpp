#include "tests/scenarios/support/command_line.h"

#include <algorithm>
#include <catch2/catch.hpp>

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
