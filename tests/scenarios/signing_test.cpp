// A department signs, an office that requires signatures takes it in; what is not signed, changed or of an unknown signer stays out.
#include <catch2/catch.hpp>

#include "tests/scenarios/demo_folder.h"

using namespace cchc::test;

namespace {

// An authority and a key that it certified, by the stock openssl.
void makeKey(const TemporaryFolder& folder, const std::string& name) {
  const auto at = [&](const std::string& file) { return (folder / file).string(); };
  const auto done = [](const std::vector<std::string>& arguments) {
    const auto outcome = run("/usr/bin/openssl", arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
  };
  done({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", at("ca.key"), "-out", at("ca.pem"), "-subj", "/CN=CA thu", "-days", "30"});
  done({"req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", at("k.key"), "-out", at("k.csr"), "-utf8", "-subj", "/CN=" + name});
  done({"x509", "-req", "-in", at("k.csr"), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-CAcreateserial", "-out", at("k.pem"), "-days", "30"});
  done({"pkcs12", "-export", "-inkey", at("k.key"), "-in", at("k.pem"), "-out", at("k.p12"), "-passout", "pass:mat-khau"});
  write(folder / "password", "mat-khau\n");
}

}  // namespace

TEST_CASE("a signed submission is taken in by an office that requires signatures, and the report names the signer") {
  const TemporaryFolder keys;
  makeKey(keys, "Phòng Tài chính - Kế hoạch");
  const auto departments = Office::departments();
  departments.giveBack("finance.budget");
  departments.fill("finance.budget", "<field id=\"revenue.target\">400000000000</field>");
  const auto file = departments / "signed.cchc";
  departments.done({"submit", "finance.budget", "-u", "296", "-p", "2023-8T", "-o", file.string(), "--sign", (keys / "k.p12").string(), "--password-file", (keys / "password").string()});
  CHECK(contentOf(departments.store()).find("mat-khau") == std::string::npos);

  const auto office = Office::afterDemo();
  const std::filesystem::path trust = office.store().string() + ".trust";
  std::filesystem::create_directories(trust);
  std::filesystem::copy_file(keys / "ca.pem", trust / "ca.pem");
  write(trust / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\npolicy\trequired\nauthority\tca.pem\t296.TCKH\t\t\n");
  office.done({"verify", file.string(), "--trust", trust.string()});

  const auto unsignedOne = office.run({"receive", demoPackage("office.tasks").string()});
  CHECK(unsignedOne.status == 1);
  CHECK(unsignedOne.err.find("signature.missing") != std::string::npos);
  auto text = contentOf(file);
  text.replace(text.find("400000000000"), 12, "500000000000");
  write(office / "changed.cchc", text);
  CHECK(office.run({"receive", (office / "changed.cchc").string()}).err.find("signature.digest") != std::string::npos);

  office.done({"receive", file.string()});
  office.done({"accept", "finance.budget", "-u", "296", "-p", "2023-8T"});
  const auto report = office.consolidate();
  CHECK(report.find("signer=\"Phòng Tài chính - Kế hoạch\"") != std::string::npos);

  // Another unit's list: the same certificate may not sign there.
  write(trust / "trust.tsv", "authority\tca.pem\t296.TP\t\t\n");
  const auto other = Office::before();
  std::filesystem::copy(trust, other.store().string() + ".trust");
  CHECK(other.run({"receive", file.string()}).err.find("certificate.wrong-unit") != std::string::npos);
}

TEST_CASE("a wrong password is told, and nothing is written") {
  const TemporaryFolder keys;
  makeKey(keys, "A");
  write(keys / "wrong", "sai\n");
  const auto package = demoPackage("finance.budget");
  const auto outcome = cchc::test::cchc({"sign", package.string(), "-o", (keys / "out.cchc").string(), "--key", (keys / "k.p12").string(), "--password-file", (keys / "wrong").string()});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("key.password") != std::string::npos);
  CHECK(!std::filesystem::exists(keys / "out.cchc"));
}
