// For tests of what all commands have in common.
#pragma once
#include <set>

#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {

using Arguments = std::vector<std::string>;

std::string shown(const Arguments& arguments);  // "cchc journal verify"
// A command on finance.budget of unit 296 in 2023-8T.
Arguments budget(const std::string& command, const Arguments& more = {});
Arguments with(const Arguments& options, const Arguments& command);
// The commands that a help lists; none in the help of a command that has no commands of its own.
std::set<std::string> commandsIn(const std::string& help);

// Nothing but "code: place: what is wrong: how to correct it" on stderr, and nothing on stdout.
void isMessage(const Outcome& outcome, int status, const std::string& code, const std::string& place);

}  // namespace cchc::test
