// Trust fails closed: certificates count only as OpenSSL verifies them, every block of a file is read, and a signature
// is judged as of its receipt.
#include <catch2/catch.hpp>
#include <chrono>

#include "core/signing/package_signature.h"
#include "core/signing/report_signature.h"
#include "core/signing/trust.h"
#include "tests/core/signing/signed_package.h"
#include "tests/support/command.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const Time now = SystemClock().now();
const OrgUnitId unit("296.TCKH");

// The code with which a list of these files judges the key; that of reading, if the list is not read.
std::string judged(const SigningKey& key, const std::string& lines, const std::string& authority,
                   const std::string& list = "", Time at = now) {
  const TemporaryFolder folder;
  write(folder / "ca.pem", authority);
  write(folder / "crl.pem", list);
  write(folder / "trust.tsv", lines);
  const auto trust = Trust::read(folder.path());
  if (!trust) return trust.error().code;
  const auto may = trust->maySign({key.certificate()}, unit, at);
  return may ? "" : may.error().code;
}

const std::string any = "authority\tca.pem\t*\n", withList = any + "revoked\tcrl.pem\n";

}  // namespace

TEST_CASE("an authority that may not issue certificates, or is not valid on the day, vouches for nobody") {
  const auto code = [](const Authority::Kind& kind, Time at = now) {
    Authority authority("CA", kind);
    return judged(authority.key("Lan"), any, authority.pem(), "", at);
  };
  CHECK(code({}).empty());
  CHECK(code({"critical,CA:TRUE", "critical,keyCertSign,cRLSign"}).empty());
  CHECK(code({"CA:FALSE"}) == "certificate.not-authority");
  CHECK(code({"critical,CA:TRUE", "digitalSignature"}) == "certificate.not-authority");
  CHECK(code({"critical,CA:TRUE", "", {-400, -10}}) == "certificate.authority-expired");
  CHECK(code({"critical,CA:TRUE", "", {10, 400}}) == "certificate.authority-expired");
  // What was received while it was valid stays.
  Authority ended("CA", {"critical,CA:TRUE", "", {-400, -10}});
  CHECK(judged(ended.key("Lan", KeyKind::rsa2048, {-100, 100}), any, ended.pem(), "", now - std::chrono::hours(24 * 20))
            .empty());
}

TEST_CASE("a key that is not for signing documents signs nothing") {
  Authority authority("CA");
  for (const auto& [usage, code] : {std::pair<std::string, std::string>{"digitalSignature", ""},
                                    {"nonRepudiation", ""},
                                    {"", ""},
                                    {"keyEncipherment", "certificate.key-usage"},
                                    {"critical,keyAgreement", "certificate.key-usage"}}) {
    INFO(usage);
    authority.certifiesFor(usage);
    const auto key = authority.key("Lan");
    CHECK(judged(key, any, authority.pem()) == code);
    CHECK(judged(key, "certificate\t" + key.certificate().fingerprint() + "\t*\n", authority.pem()) == code);
  }
}

TEST_CASE("every list and every certificate of a file counts, and a block that cannot be read refuses the file") {
  Authority first("CA một"), second("CA hai");
  const auto lan = first.key("Lan"), nam = second.key("Nam");
  const auto authorities = first.pem() + second.pem();
  const auto lists = first.revoking({}) + second.revoking({nam.certificate()});
  CHECK(judged(nam, any, authorities).empty());
  CHECK(judged(lan, withList, authorities, lists).empty());
  CHECK(judged(nam, withList, authorities, lists) == "certificate.revoked");
  CHECK(judged(nam, withList, authorities, second.revoking({nam.certificate()}) + first.revoking({})) ==
        "certificate.revoked");
  const auto cut = [](const std::string& pem) { return pem.substr(0, pem.size() / 2) + "\n"; };
  CHECK(judged(lan, withList, authorities, first.revoking({}) + cut(second.revoking({nam.certificate()}))) ==
        "trust.line");
  CHECK(judged(lan, any, first.pem() + cut(second.pem())) == "certificate.unreadable");
  CHECK(judged(lan, withList, authorities, "") == "trust.line");
  CHECK(judged(lan, "", authorities) == "trust.line");  // cut to nothing
}

TEST_CASE(
    "a signature is judged as of its receipt: what happens to the certificate later is said and refuses nothing") {
  Authority authority("CA");
  const auto key = authority.key("Lan", KeyKind::rsa2048, {-100, 100});
  const auto day = std::chrono::hours(24);
  const auto list = authority.revoking({key.certificate()}, 30, 10 * 86400);
  CHECK(judged(key, withList, authority.pem(), list, now - 11 * day).empty());
  CHECK(judged(key, withList, authority.pem(), list, now - 9 * day) == "certificate.revoked");
  CHECK(judged(key, withList, authority.pem(), list) == "certificate.revoked");
  const TemporaryFolder folder;
  write(folder / "ca.pem", authority.pem());
  write(folder / "crl.pem", list);
  write(folder / "trust.tsv", withList);
  const auto trust = Trust::read(folder.path());
  REQUIRE(trust);
  const auto since = trust->since(key.certificate(), now - 11 * day, now);
  REQUIRE(since);
  CHECK(since->code == "certificate.revoked-since");
  const auto whole = authority.key("Nam", KeyKind::rsa2048, {-100, 100});
  CHECK_FALSE(trust->since(whole.certificate(), now, now));
  CHECK(trust->since(whole.certificate(), now, now + 101 * day)->code == "certificate.expired-since");
}

TEST_CASE("space before the > of a tag hides no signature") {
  for (const auto* tag : {"</submission>", "</content>"}) {
    std::string spaced = tag;
    for (const auto* space : {" ", "\n", "\t  "}) {
      const auto text = with(sample().text, tag, spaced.substr(0, spaced.size() - 1) + space + ">");
      INFO(tag << space);
      CHECK(isSigned(text));
      // A signature that was made of other octets holds by the canonical form, or does not; it is never passed over.
      const auto verified = verifyPackage(text, "p.cchc", UnitCodes());
      CHECK((!verified || verified->header.signer == sample().key.certificate().name()));
      const auto plain = with(sample().plain, tag, spaced.substr(0, spaced.size() - 1) + space + ">");
      CHECK_FALSE(isSigned(plain));
      const auto made = signPackage(plain, "p.cchc", sample().key);
      REQUIRE(made);
      CHECK(isSigned(*made));
      CHECK(verifyPackage(*made, "p.cchc", UnitCodes())->header.signer == sample().key.certificate().name());
    }
  }
  CHECK(office(with(sample().text, "</submission>", "</submission >")).empty());
  CHECK(office(with(sample().plain, "</submission>", "</submission >")) == "signature.missing");
}
