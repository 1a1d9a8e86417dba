// Tests that cannot run on this machine.
#pragma once
#include <string>

namespace cchc::test {

// Records that the running test, or a part of it, cannot run here, and prints the reason. The test goes on or returns
// as it sees fit; ctest then reports it as skipped, not as passed.
void skip(const std::string& reason);
// Whether any test of this program was skipped.
bool anySkipped();

}  // namespace cchc::test
