// Catch2 with its main: the one slow file. A program that ran the tests named on its command line (as ctest does, one
// at a time) ends with 4 when one of them was skipped: SKIP_RETURN_CODE in tests/CMakeLists.txt.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <locale>
#include <stdexcept>

#include "tests/support/skip.h"

int main(int argc, char** argv) {
  // As the window does: LC_ALL means nothing to a program that does not ask for it. A locale that is not installed
  // leaves C, and the run that was to show the locale (tests/CMakeLists.txt) is skipped.
  std::setlocale(LC_ALL, "");
  try {
    std::locale::global(std::locale(""));
  } catch (const std::runtime_error&) {
    std::setlocale(LC_ALL, "C");
    if (std::getenv("CCHC_NEEDS_LOCALE") != nullptr) {
      cchc::test::skip("the locale of LC_ALL is not installed");
      return 4;
    }
  }
  const int result = Catch::Session().run(argc, argv);
  if (result != 0) return 1;  // not the count of failures, which may be 4
  return argc > 1 && cchc::test::anySkipped() ? 4 : 0;
}
