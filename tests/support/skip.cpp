#include "tests/support/skip.h"

#include <iostream>

namespace cchc::test {
namespace {

bool& skippedFlag() {
  static bool skipped = false;
  return skipped;
}

}  // namespace

void skip(const std::string& reason) {
  skippedFlag() = true;
  std::cout << "skipped: " << reason << std::endl;
}

bool anySkipped() { return skippedFlag(); }

}  // namespace cchc::test
