#include "tests/scenarios/support/key_files.h"

#include <catch2/catch.hpp>

namespace cchc::test {

void makeKey(const TemporaryFolder& folder, const std::string& name) {
  const auto at = [&](const std::string& file) { return (folder / file).string(); };
  const auto done = [](const std::vector<std::string>& arguments) {
    const auto outcome = run("/usr/bin/openssl", arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
  };
  done({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", at("ca.key"), "-out", at("ca.pem"), "-subj",
        "/CN=CA thu", "-days", "30"});
  done({"req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", at("k.key"), "-out", at("k.csr"), "-utf8", "-subj",
        "/CN=" + name});
  done({"x509", "-req", "-in", at("k.csr"), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-CAcreateserial", "-out",
        at("k.pem"), "-days", "30"});
  done({"pkcs12", "-export", "-inkey", at("k.key"), "-in", at("k.pem"), "-out", at("k.p12"), "-passout",
        "pass:mat-khau"});
  write(folder / "password", "mat-khau\n");
}

}  // namespace cchc::test
