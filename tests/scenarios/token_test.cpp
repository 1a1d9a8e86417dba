// A department head signs with the stick that the signing authority gave out: a PKCS#11 token, for which SoftHSM2
// stands in.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/scenarios/support/key_files.h"
#include "tests/support/skip.h"

using namespace cchc::test;

namespace {

constexpr const char* module = "/usr/lib/softhsm/libsofthsm2.so";

bool noToken() {
  if (std::filesystem::exists(module) && std::filesystem::exists("/usr/bin/pkcs11-tool")) return false;
  skip("softhsm2 and opensc are not installed");
  return true;
}

// A token of the label "CCHC" with the key and certificate of `keys`, PIN 1234.
class SoftToken {
 public:
  explicit SoftToken(const TemporaryFolder& keys) : folder_(keys / "token") {
    std::filesystem::create_directories(folder_);
    write(keys / "softhsm2.conf",
          "directories.tokendir = " + folder_.string() + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    write(keys / "pin", "1234\n");
    ::setenv("SOFTHSM2_CONF", (keys / "softhsm2.conf").c_str(), 1);
    done("/usr/bin/softhsm2-util", {"--init-token", "--free", "--label", "CCHC", "--pin", "1234", "--so-pin", "5678"});
    put(keys, "k.key", "privkey", "ky-so");
    put(keys, "k.pem", "cert", "ky-so");
  }
  ~SoftToken() { ::unsetenv("SOFTHSM2_CONF"); }
  SoftToken(const SoftToken&) = delete;
  SoftToken& operator=(const SoftToken&) = delete;

 private:
  static void done(const char* program, const std::vector<std::string>& arguments) {
    const auto outcome = run(program, arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
  }
  static void put(const TemporaryFolder& keys, const char* file, const char* type, const char* label) {
    const auto der = (keys / (std::string(file) + ".der")).string();
    const std::string kind = type;
    if (kind == "cert")
      done("/usr/bin/openssl", {"x509", "-in", (keys / file).string(), "-outform", "DER", "-out", der});
    else
      done("/usr/bin/openssl", {"pkey", "-in", (keys / file).string(), "-outform", "DER", "-out", der});
    done("/usr/bin/pkcs11-tool", {"--module", module, "--login", "--pin", "1234", "--token-label", "CCHC",
                                  "--write-object", der, "--type", type, "--id", "01", "--label", label});
  }
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("a token signs a package and a report, and what it signed is verified as from any key") {
  if (noToken()) return;
  const TemporaryFolder keys;
  makeKey(keys, "Trưởng phòng");
  const SoftToken token(keys);
  const auto package = keys / "signed.cchc", report = keys / "report.xml";
  std::filesystem::copy_file(demoFolder() / "report.xml", report);
  const auto pin = (keys / "pin").string();
  const auto made = cchc::test::cchc({"sign", demoPackage("finance.budget").string(), "-o", package.string(), "--token",
                                      module, "--token-label", "CCHC", "--password-file", pin});
  INFO(made.err);
  REQUIRE(made.status == 0);
  CHECK(cchc::test::cchc({"sign", report.string(), "--token", module, "--token-key", "ky-so", "--password-file", pin})
            .status == 0);
  const auto verified = cchc::test::cchc({"--lang", "en", "verify", package.string(), report.string()});
  CHECK(verified.status == 0);
  CHECK(verified.out.find("finance.budget/296/2023-8T: valid signature by Trưởng phòng") != std::string::npos);
  CHECK(verified.out.find("296/2023-8T: valid signature by Trưởng phòng") != std::string::npos);
}

TEST_CASE("what is wrong with a token is told, and nothing is written") {
  if (noToken()) return;
  const TemporaryFolder keys;
  makeKey(keys, "Trưởng phòng");
  const SoftToken token(keys);
  write(keys / "wrong", "9999\n");
  const auto says = [&](const char* code, std::vector<std::string> options, const char* password = "pin") {
    std::vector<std::string> arguments{"sign",
                                       demoPackage("finance.budget").string(),
                                       "-o",
                                       (keys / "out.cchc").string(),
                                       "--password-file",
                                       (keys / password).string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto outcome = cchc::test::cchc(arguments);
    CHECK(outcome.status != 0);
    CHECK(!std::filesystem::exists(keys / "out.cchc"));
    INFO(outcome.err);
    CHECK(outcome.err.find(std::string(code) + ": ") != std::string::npos);
  };
  says("token.module", {"--token", (keys / "k.pem").string()});
  says("token.which", {"--token", module, "--token-label", "khác"});
  says("token.key", {"--token", module, "--token-label", "CCHC", "--token-key", "khác"});
  says("token.pin", {"--token", module}, "wrong");
  says("key.which", {});
}
