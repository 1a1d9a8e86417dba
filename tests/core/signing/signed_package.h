// A small package, signed by a key that the office trusts for its unit. It is made once.
#pragma once
#include <string>

#include "tests/core/signing/authority.h"

namespace cchc::test {

struct SignedPackage {
  SignedPackage();
  Authority authority{"CA thử nghiệm"};
  Authority stranger{"CA lạ"};
  SigningKey key, other;    // both are certified, `other` for another unit
  std::string plain, text;  // without and with its signature
};
const SignedPackage& sample();

// The code with which an office that requires signatures refuses a file; "" if it accepts the file. Certificates of
// sample().authority may sign for 296.TCKH.
std::string office(const std::string& package);
// The text with the first `from` replaced; the test fails if there is none.
std::string with(const std::string& text, const std::string& from, const std::string& to);

}  // namespace cchc::test
