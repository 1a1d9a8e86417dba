// A small package, signed by a key that the office trusts for its unit; made once.
#pragma once
#include <string>

#include "tests/core/signing/authority.h"

namespace cchc::test {

struct SignedPackage {
  SignedPackage();
  Authority authority{"CA thử nghiệm"};
  Authority stranger{"CA lạ"};
  SigningKey key, other;    // both certified; `other` for another unit
  std::string plain, text;  // unsigned; signed
};
const SignedPackage& sample();

// What an office that requires signatures says of a file: "" taken, else the code of its refusal. Certificates of
// sample().authority may sign for 296.TCKH.
std::string office(const std::string& package);
// The text with the first `from` replaced; the test fails where it is not there.
std::string with(const std::string& text, const std::string& from, const std::string& to);

}  // namespace cchc::test
