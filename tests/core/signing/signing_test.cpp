#include <catch2/catch.hpp>
#include <set>

#include "core/base/digest.h"
#include "core/base/texts.h"
#include "core/signing/package_signature.h"
#include "core/signing/trust.h"
#include "tests/core/signing/signed_package.h"
#include "tests/support/command.h"
#include "tests/support/skip.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const Time now = SystemClock().now();

std::string judged(const Trust& trust, const Certificate& certificate, const char* unit) {
  const auto may = trust.maySign({certificate}, OrgUnitId(unit), now);
  return may ? "" : may.error().code;
}
Trust trustOf(const std::string& lines, const std::string& list = "") {
  const TemporaryFolder folder;
  write(folder / "ca.pem", sample().authority.pem());
  if (!list.empty()) write(folder / "crl.pem", list);
  write(folder / "trust.tsv", "kind\twhat\tunit\tfrom\tuntil\n" + lines);
  auto trust = Trust::read(folder.path());
  REQUIRE(trust);
  return std::move(*trust);
}

}  // namespace

TEST_CASE("what is signed verifies, by RSA and by ECDSA, and names its signer") {
  Authority authority("CA");
  for (const auto kind : {KeyKind::rsa2048, KeyKind::rsa3072, KeyKind::ecdsa}) {
    const auto key = authority.key("Lê Thị Mẫu", kind);
    const auto made = signPackage(sample().plain, "p.cchc", key);
    REQUIRE(made);
    const auto verified = verifyPackage(*made, "p.cchc", UnitCodes());
    REQUIRE(verified);
    CHECK(verified->header.signer == "Lê Thị Mẫu");
    CHECK(verified->certificates.front().fingerprint() == key.certificate().fingerprint());
    CHECK(verified->header.contentDigest == verifyPackage(sample().plain, "p.cchc", UnitCodes())->header.contentDigest);
  }
}

TEST_CASE("a signed package is not signed again") {
  const auto again = signPackage(sample().text, "p.cchc", sample().key);
  REQUIRE(!again);
  CHECK(again.error().code == "signature.present");
}

TEST_CASE("keys that are too weak or of another curve are refused, and a wrong password is told") {
  Authority authority("CA");
  for (const auto kind : {KeyKind::rsa1024, KeyKind::ecdsaP384}) {
    const auto key = SigningKey::fromPkcs12(authority.issue("Yếu", kind), "mat-khau", "k.p12");
    REQUIRE(!key);
    CHECK(key.error().code == "key.not-allowed");
  }
  CHECK(SigningKey::fromPkcs12(authority.issue("A"), "sai", "k.p12").error().code == "key.password");
  CHECK(SigningKey::fromPkcs12("no key at all", "mat-khau", "k.p12").error().code == "key.unreadable");
}

TEST_CASE("expired, revoked, not yet valid, of another unit and of an unknown issuer are five different messages") {
  Authority authority = sample().authority;
  const auto good = authority.key("A"), expired = authority.key("B", KeyKind::ecdsa, {-300, -10}),
             early = authority.key("C", KeyKind::ecdsa, {10, 300}), gone = authority.key("D", KeyKind::ecdsa);
  Authority stranger("CA lạ");
  const auto trust =
      trustOf("authority\tca.pem\t296.TCKH\t\t\nrevoked\tcrl.pem\n", authority.revoking({gone.certificate()}));
  CHECK(judged(trust, good.certificate(), "296.TCKH") == "");
  CHECK(judged(trust, expired.certificate(), "296.TCKH") == "certificate.expired");
  CHECK(judged(trust, early.certificate(), "296.TCKH") == "certificate.not-yet-valid");
  CHECK(judged(trust, gone.certificate(), "296.TCKH") == "certificate.revoked");
  CHECK(judged(trust, good.certificate(), "296.TP") == "certificate.wrong-unit");
  CHECK(judged(trust, stranger.key("A").certificate(), "296.TCKH") == "certificate.unknown-issuer");
  std::set<std::string> texts;
  for (const auto* code : {"certificate.expired", "certificate.not-yet-valid", "certificate.revoked",
                           "certificate.wrong-unit", "certificate.unknown-issuer"}) {
    for (const auto language : {Language::vi, Language::en})
      texts.insert(message({code, "", {}, ErrorKind::refusal}, language).what);
  }
  CHECK(texts.size() == 10);
}

TEST_CASE("the days of a trust list are days in Vietnam") {
  Authority authority = sample().authority;
  const auto key = authority.key("A", KeyKind::ecdsa, {-300, 300});
  const auto today = vietnamDay(SystemClock().now());
  const auto line = "authority\tca.pem\t296.TCKH\t" + today.toText() + "\t" + today.toText() + "\n";
  const auto trust = trustOf(line, authority.revoking({}));
  const auto begin = beginningInVietnam(today);
  const auto may = [&](Time at) { return trust.maySign({key.certificate()}, OrgUnitId("296.TCKH"), at).has_value(); };
  CHECK(may(begin));
  CHECK_FALSE(may(begin - std::chrono::seconds(1)));
  CHECK(may(begin + std::chrono::days(1) - std::chrono::seconds(1)));
  CHECK_FALSE(may(begin + std::chrono::days(1)));
}

TEST_CASE(
    "a list of revoked certificates that its issuer did not sign, or whose issuer is not named, is told and not passed "
    "over") {
  const auto fingerprint = "certificate\t" + sample().key.certificate().fingerprint() + "\t*\t\t\n";
  const auto genuine = sample().authority.revoking({sample().key.certificate()});
  const auto refused = [](const std::string& lines, const std::string& list) {
    const TemporaryFolder folder;
    write(folder / "ca.pem", sample().authority.pem());
    write(folder / "crl.pem", list);
    write(folder / "trust.tsv", lines);
    const auto trust = Trust::read(folder.path());
    REQUIRE(!trust);
    CHECK(trust.error().place.ends_with("trust.tsv:2"));
    return trust.error().code;
  };
  CHECK(refused("authority\tca.pem\t*\t\t\nrevoked\tcrl.pem\n",
                Authority("CA thử nghiệm").revoking({sample().key.certificate()})) == "trust.revocation-issuer");
  CHECK(refused(fingerprint + "revoked\tcrl.pem\n", genuine) == "trust.revocation-issuer");
  // An issuer may sign lists, and nothing else.
  const auto trust = trustOf(fingerprint + "revoked\tcrl.pem\nissuer\tca.pem\n", genuine);
  CHECK(judged(trust, sample().key.certificate(), "296.TCKH") == "certificate.revoked");
  CHECK(judged(trust, sample().other.certificate(), "296.TCKH") == "certificate.unknown-issuer");
  CHECK(trust.warnings(now).empty());
}

TEST_CASE("a list of revoked certificates that was to be renewed before today is told, and still revokes") {
  const auto trust = trustOf("authority\tca.pem\t*\t\t\nrevoked\tcrl.pem\n",
                             sample().authority.revoking({sample().key.certificate()}, -3));
  REQUIRE(trust.warnings(now).size() == 1);
  CHECK(trust.warnings(now).front().code == "trust.revocation-old");
  CHECK(trust.warnings(now - std::chrono::hours(24 * 10)).empty());
  CHECK(judged(trust, sample().key.certificate(), "296.TCKH") == "certificate.revoked");
}

TEST_CASE("a trust list that was written by Notepad, with a mark at its start, is read") {
  const TemporaryFolder folder;
  write(folder / "ca.pem", sample().authority.pem());
  for (const auto* first : {"kind\twhat\tunit\tfrom\tuntil\r\n", "policy\trequired\r\n"}) {
    write(folder / "trust.tsv", std::string("\xEF\xBB\xBF") + first + "authority\tca.pem\t*\t\t\r\n");
    const auto trust = Trust::read(folder.path());
    REQUIRE(trust);
    CHECK(judged(*trust, sample().key.certificate(), "296.TCKH") == "");
  }
}

TEST_CASE("one certificate may be trusted by its fingerprint, for a unit and for a time") {
  const auto fingerprint = sample().key.certificate().fingerprint();
  CHECK(judged(trustOf("certificate\t" + fingerprint + "\t296.*\t2020-01-01\t\n"), sample().key.certificate(),
               "296.TCKH") == "");
  CHECK(judged(trustOf("certificate\t" + fingerprint + "\t296.*\t\t2020-01-01\n"), sample().key.certificate(),
               "296.TCKH") == "certificate.listed-before");
  CHECK(judged(trustOf("certificate\t" + fingerprint + "\t296.*\t2035-01-01\t\n"), sample().key.certificate(),
               "296.TCKH") == "certificate.listed-later");
  const auto later = trustOf("certificate\t" + fingerprint + "\t296.*\t2035-01-01\t\n")
                         .maySign({sample().key.certificate()}, OrgUnitId("296.TCKH"), now);
  CHECK(message(later.error(), Language::en).what.find("only from 01/01/2035") != std::string::npos);
  CHECK(judged(trustOf("certificate\t" + fingerprint + "\t297.*\t\t\n"), sample().key.certificate(), "296.TCKH") ==
        "certificate.wrong-unit");
  CHECK(judged(trustOf("certificate\t" + std::string(64, '0') + "\t*\t\t\n"), sample().key.certificate(), "296.TCKH") ==
        "certificate.unknown-issuer");
}

TEST_CASE("a wrong line of the trust list is named") {
  for (const auto* line :
       {"policy\tmaybe", "certificate\tabc\t296\t\t", "nonsense\tx\ty\t\t", "certificate\t0000\t\t\t"}) {
    const TemporaryFolder folder;
    write(folder / "trust.tsv", std::string("kind\twhat\tunit\tfrom\tuntil\n") + line + "\n");
    const auto trust = Trust::read(folder.path());
    REQUIRE(!trust);
    CHECK(trust.error().code == "trust.line");
    CHECK(trust.error().place.ends_with("trust.tsv:2"));
  }
}

TEST_CASE("a line of the trust list that can mean no unit is refused, and not passed over") {
  const auto read = [](const std::string& unit) {
    const TemporaryFolder folder;
    write(folder / "trust.tsv", "certificate\t" + std::string(64, '0') + "\t" + unit + "\t\t\n");
    return Trust::read(folder.path());
  };
  for (const auto* unit : {"296", "296.*", "*", "296.TCKH"}) CHECK(read(unit));
  // An identity of a unit, and what no code has.
  for (const auto* unit : {"296@2025-07-01", "296@*", "296 TCKH", "296.TCKH "}) {
    INFO(unit);
    const auto trust = read(unit);
    REQUIRE_FALSE(trust);
    CHECK(trust.error().code == "trust.line");
  }
}

TEST_CASE("stock xmlsec1 verifies what is signed here, and what it signs on the same template is verified here") {
  if (run("/usr/bin/xmlsec1", {"--version"}).status != 0) {
    test::skip("xmlsec1 is not installed");
    return;
  }
  Authority authority("CA");
  const TemporaryFolder folder;
  write(folder / "ca.pem", authority.pem());
  write(folder / "key.p12", authority.issue("Lê Thị Mẫu"));
  const auto key = SigningKey::fromPkcs12(contentOf(folder / "key.p12"), "mat-khau", "key.p12");
  auto text = *signPackage(sample().plain, "p.cchc", *key);
  write(folder / "ours.cchc", text);
  const auto id = std::string("urn:cchc:submission:1:content");
  const auto accepted = run("/usr/bin/xmlsec1", {"--verify", "--trusted-pem", (folder / "ca.pem").string(),
                                                 "--id-attr:id", id, (folder / "ours.cchc").string()});
  CHECK(accepted.status == 0);
  for (const auto* element : {"DigestValue", "SignatureValue"}) {
    const auto open = "<ds:" + std::string(element) + ">";
    const auto at = text.find(open) + open.size();
    text.erase(at, text.find('<', at) - at);
  }
  const auto from = text.find("<ds:X509Certificate>"), to = text.find("</ds:X509Data>");
  text.replace(from, to - from, "<ds:X509Certificate/>");
  write(folder / "template.xml", text);
  const auto made =
      run("/usr/bin/xmlsec1", {"--sign", "--pkcs12", (folder / "key.p12").string(), "--pwd", "mat-khau", "--id-attr:id",
                               id, "--output", (folder / "theirs.cchc").string(), (folder / "template.xml").string()});
  REQUIRE(made.status == 0);
  const auto verified = verifyPackage(contentOf(folder / "theirs.cchc"), "theirs.cchc", UnitCodes());
  REQUIRE(verified);
  CHECK(verified->header.signer == "Lê Thị Mẫu");
}
