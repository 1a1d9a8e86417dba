// For tests of what all commands have in common.
#pragma once
#include "tests/scenarios/support/demo_folder.h"

namespace cchc::test {

using Arguments = std::vector<std::string>;

std::string shown(const Arguments& arguments);  // "cchc journal verify"
// A command on finance.budget of unit 296 in 2023-8T.
Arguments budget(const std::string& command, const Arguments& more = {});
Arguments with(const Arguments& options, const Arguments& command);

// Nothing but "code: place: what is wrong: how to correct it" on stderr, and nothing on stdout.
void isMessage(const Outcome& outcome, int status, const std::string& code, const std::string& place);

}  // namespace cchc::test
