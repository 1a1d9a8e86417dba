#include "tests/support/permits_table.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/support/command.h"

namespace cchc::test {
namespace {

Roles rolesOf(const std::string& letters) {
  static const std::map<char, UserRole> roles = {{'d', UserRole::department},
                                                 {'D', UserRole::departmentHead},
                                                 {'o', UserRole::office},
                                                 {'O', UserRole::officeHead}};
  Roles all = 0;
  for (const char letter : letters) {
    if (letter != '-') all |= static_cast<Roles>(roles.at(letter));
  }
  return all;
}

std::optional<SectionState> stateNamed(const std::string& word) {
  if (word == "none" || word == "*") return std::nullopt;
  const auto state = stateOf(word);
  if (!state) throw std::runtime_error("no state " + word);
  return state;
}

}  // namespace

std::vector<PermitLine> permitLines() {
  std::istringstream text(contentOf(std::string(CCHC_SOURCE) + "/tests/core/model/permits_table.tsv"));
  std::vector<PermitLine> lines;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    std::istringstream cells(line);
    std::string command, state, to, own, other, any;
    cells >> command >> state >> to >> own >> other >> any;
    const auto known = commandOf(command);
    if (!known) throw std::runtime_error("no command " + command);
    lines.push_back(
        {*known, state != "*", stateNamed(state), stateNamed(to), rolesOf(own), rolesOf(other), rolesOf(any)});
  }
  return lines;
}

const PermitLine* lineFor(const std::vector<PermitLine>& lines, DeskCommand command,
                          std::optional<SectionState> state) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const PermitLine& line) {
    return line.ofSection && line.command == command && line.state == state;
  });
  return found == lines.end() ? nullptr : &*found;
}

std::vector<std::optional<SectionState>> allStates() {
  std::vector<std::optional<SectionState>> all{std::nullopt};
  for (int i = 0; i < stateCount; ++i) all.emplace_back(static_cast<SectionState>(i));
  return all;
}
std::vector<DeskCommand> allCommands() {
  std::vector<DeskCommand> all;
  for (int i = 0; i < commandCount; ++i) all.push_back(static_cast<DeskCommand>(i));
  return all;
}
std::string stateWord(std::optional<SectionState> state) { return state ? std::string(stateName(*state)) : "none"; }
std::string seatWord(Seat seat) { return seat == Seat::own ? "own" : seat == Seat::other ? "other" : "any"; }

}  // namespace cchc::test
