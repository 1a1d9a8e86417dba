#include "tests/core/signing/signed_package.h"

#include <catch2/catch.hpp>

#include "core/signing/package_signature.h"
#include "core/signing/trust.h"
#include "tests/support/command.h"

namespace cchc::test {

SignedPackage::SignedPackage()
    : key(authority.key("Phòng Tài chính")),
      other(authority.key("Phòng Tư pháp")),
      plain(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<submission xmlns=\"urn:cchc:submission:1\" minor=\"0\">\n"
          "<content xmlns=\"urn:cchc:submission:1\" definition=\"finance.budget\" definition-digest=\"" +
          std::string(64, 'a') + "\" id=\"content\" journal-head=\"" + std::string(64, 'b') +
          "\" period=\"2023-8T\" reporter=\"296.TCKH\" revision=\"1\" unit=\"296\" version=\"1\"><submitted "
          "at=\"2023-08-28T12:00:00Z\" by=\"Lan\" login=\"lan\" station=\"may\"></submitted>"
          "<field id=\"revenue.target\">387425000000</field></content>\n</submission>\n") {
  const auto made = signPackage(plain, "test.cchc", key);
  REQUIRE(made);
  text = *made;
}

const SignedPackage& sample() {
  static const SignedPackage one;
  return one;
}

std::string office(const std::string& package) {
  static const auto trust = [] {
    const TemporaryFolder folder;
    write(folder / "ca.pem", sample().authority.pem());
    write(folder / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\npolicy\trequired\nauthority\tca.pem\t296.TCKH\t\t\n");
    auto read = Trust::read(folder.path());
    REQUIRE(read);
    return std::move(*read);
  }();
  const auto verified = verifyPackage(package, "test.cchc", UnitCodes());
  if (!verified) return verified.error().code;
  if (verified->certificates.empty()) return "signature.missing";
  const auto may = trust.maySign(verified->certificates, verified->header.reporter, SystemClock().now());
  return may ? "" : may.error().code;
}

std::string with(const std::string& text, const std::string& from, const std::string& to) {
  auto changed = text;
  const auto at = changed.find(from);
  REQUIRE(at != std::string::npos);
  changed.replace(at, from.size(), to);
  return changed;
}

}  // namespace cchc::test
