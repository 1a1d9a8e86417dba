// Forged returns, receipts and reports are refused. The genuine ones are accepted, which shows that nothing else is
// wrong with the forged ones.
#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "core/exchange/notices/receipt.h"
#include "core/exchange/notices/return_notice.h"
#include "core/signing/receipt_signature.h"
#include "core/signing/report_signature.h"
#include "core/signing/return_signature.h"
#include "core/signing/trust.h"
#include "tests/core/signing/signed_package.h"
#include "tests/support/command.h"

using namespace cchc;
using test::sample;
using test::with;

namespace {

const std::string dsig = "http://www.w3.org/2000/09/xmldsig#";
const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};
const Time at = *parseTime("2023-08-29T08:00:00Z");

// One kind of answer: how it is made and signed, and the code with which a department that requires signatures refuses
// a file ("" if it accepts the file).
struct Return {
  static std::string made() {
    return writeReturn(
        {budget, 1, std::string(64, 'a'), "Sửa số liệu thu", "Văn phòng", at, {{"revenue.target", "Chưa khớp"}}}, true);
  }
  static std::string by(const SigningKey& key) { return *signReturn(made(), "t.xml", key); }
  static Result<std::vector<Certificate>> read(const std::string& text) {
    CCHC_TRY(const auto notice, readReturn(text, "t.xml", UnitCodes()));
    static_cast<void>(notice);
    return verifyReturn(text, "t.xml");
  }
};
struct Received {
  static std::string made() {
    return writeReceipt({budget, 1, std::string(64, 'a'), std::string(64, 'b'), "stored", "Văn phòng", at});
  }
  static std::string by(const SigningKey& key) { return *signReceipt(made(), key); }
  static Result<std::vector<Certificate>> read(const std::string& text) {
    CCHC_TRY(const auto receipt, readReceipt(text, "t.xml", UnitCodes()));
    static_cast<void>(receipt);
    return verifyReceipt(text, "t.xml");
  }
};
struct Report {
  static std::string made() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<report xmlns=\"urn:cchc:report:1\" minor=\"0\">\n<heading "
           "created=\"2023-08-29T08:00:00Z\"><unit code=\"296\">huyện Bình Giang</unit>"
           "<period id=\"2023-8T\">8 tháng</period></heading>\n<value>387425</value>\n</report>\n";
  }
  static std::string by(const SigningKey& key) { return *signReport(made(), "t.xml", key); }
  static Result<std::vector<Certificate>> read(const std::string& text) { return verifyReport(text, "t.xml"); }
};

const Trust& trust() {
  static const auto one = [] {
    const test::TemporaryFolder folder;
    test::write(folder / "ca.pem", sample().authority.pem());
    test::write(folder / "trust.tsv", "policy\trequired\nauthority\tca.pem\t296\t\t\n");
    auto read = Trust::read(folder.path());
    REQUIRE(read);
    return std::move(*read);
  }();
  return one;
}

template <class Kind>
const std::string& signedOne() {
  static const auto text = Kind::by(sample().key);
  return text;
}
template <class Kind>
std::string says(const std::string& text) {
  const auto certificates = Kind::read(text);
  if (!certificates) return certificates.error().code;
  if (certificates->empty()) return "signature.missing";
  const auto may = trust().maySign(*certificates, OrgUnitId("296"), SystemClock().now());
  return may ? "" : may.error().code;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  return text.substr(begin, text.find(to, begin) + to.size() - begin);
}
std::string signature(const std::string& text) { return between(text, "<ds:Signature ", "</ds:Signature>"); }
std::string inside(const std::string& text, const std::string& element) {
  const auto whole = between(text, "<ds:" + element + ">", "</ds:" + element + ">");
  return whole.substr(element.size() + 5, whole.size() - 2 * element.size() - 11);
}
std::string algorithm(std::string text, const std::string& element, const std::string& name) {
  const auto begin = text.find("<ds:" + element + " Algorithm=\"") + element.size() + 16;
  return text.replace(begin, text.find('"', begin) - begin, name);
}
std::string emptyOne(std::string text) {
  return with(text, signature(text), "<ds:Signature xmlns:ds=\"" + dsig + "\"></ds:Signature>");
}
std::string moved(std::string text, const std::string& before) {
  const auto one = signature(text);
  return with(with(text, one, ""), before, one + before);
}

}  // namespace

// Forgeries that are made in the same way for all three kinds; `t` is the signed text.
#define EACH_KIND(name, code, forged)                       \
  TEST_CASE("forged return: " name) {                       \
    [[maybe_unused]] const auto& t = signedOne<Return>();   \
    using Kind = Return;                                    \
    static_cast<void>(sizeof(Kind));                        \
    CHECK(says<Return>(forged) == (code));                  \
  }                                                         \
  TEST_CASE("forged receipt: " name) {                      \
    [[maybe_unused]] const auto& t = signedOne<Received>(); \
    using Kind = Received;                                  \
    static_cast<void>(sizeof(Kind));                        \
    CHECK(says<Received>(forged) == (code));                \
  }                                                         \
  TEST_CASE("forged report: " name) {                       \
    [[maybe_unused]] const auto& t = signedOne<Report>();   \
    using Kind = Report;                                    \
    static_cast<void>(sizeof(Kind));                        \
    CHECK(says<Report>(forged) == (code));                  \
  }

#define ONE_KIND(kind, name, code, forged)              \
  TEST_CASE("forged " name) {                           \
    [[maybe_unused]] const auto& t = signedOne<kind>(); \
    CHECK(says<kind>(forged) == (code));                \
  }

EACH_KIND("the true one is taken", "", t)
EACH_KIND("the signature is taken away", "signature.missing", with(t, signature(t), ""))
EACH_KIND("the signature is empty", "signature.structure", emptyOne(t))
EACH_KIND("the signature value is empty", "signature.structure", with(t, inside(t, "SignatureValue"), ""))
EACH_KIND("the signature value is of zeros", "signature.value",
          with(t, inside(t, "SignatureValue"), base64(std::string(256, '\0'))))
EACH_KIND("the key information is taken away", "signature.structure",
          with(t, between(t, "<ds:KeyInfo>", "</ds:KeyInfo>"), ""))
EACH_KIND("the reference is taken away: a signature over nothing", "signature.structure",
          with(t, between(t, "<ds:Reference ", "</ds:Reference>"), ""))
EACH_KIND("two references", "signature.structure",
          with(t, "</ds:Reference>", "</ds:Reference>" + between(t, "<ds:Reference ", "</ds:Reference>")))
EACH_KIND("the certificate is another's of the same authority", "signature.value",
          with(t, inside(t, "X509Certificate"), base64(sample().other.certificate().der())))
EACH_KIND("a stranger signed it", "certificate.unknown-issuer",
          Kind::by(test::Authority("CA thử nghiệm").key("Văn phòng")))
EACH_KIND("the true certificate stands first, before the stranger's that signed", "signature.value",
          with(Kind::by(test::Authority("CA lạ").key("Văn phòng")), "<ds:X509Certificate>",
               "<ds:X509Certificate>" + base64(sample().key.certificate().der()) +
                   "</ds:X509Certificate><ds:X509Certificate>"))
EACH_KIND("the digest is SHA-1", "signature.algorithm", algorithm(t, "DigestMethod", dsig + "sha1"))
EACH_KIND("the signature is RSA with SHA-1", "signature.algorithm", algorithm(t, "SignatureMethod", dsig + "rsa-sha1"))
EACH_KIND("the signature is HMAC with SHA-256", "signature.algorithm",
          algorithm(t, "SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"))
EACH_KIND("the reference is to a file", "signature.structure", with(t, " URI=\"", " URI=\"file:///etc/passwd"))
EACH_KIND("a transform by XSLT", "signature.algorithm",
          algorithm(t, "Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116"))
EACH_KIND("a DOCTYPE declares an id", "package.doctype",
          with(t, "?>\n", "?>\n<!DOCTYPE x [<!ATTLIST x id ID #IMPLIED>]>\n"))
EACH_KIND("a comment splits the digest", "package.markup", with(t, "<ds:DigestValue>", "<ds:DigestValue><!-- -->"))
EACH_KIND("an object with something more in the signature", "signature.structure",
          with(t, "</ds:KeyInfo>", "</ds:KeyInfo><ds:Object></ds:Object>"))

ONE_KIND(Return, "return: the reason is another", "signature.digest", with(t, "Sửa số liệu thu", "Sửa số liệu chi"))
ONE_KIND(Return, "return: the name is another", "signature.digest", with(t, "by=\"Văn phòng\"", "by=\"Chủ tịch\""))
ONE_KIND(Return, "return: it is of another submission", "signature.digest",
         with(t, std::string(64, 'a'), std::string(64, 'c')))
ONE_KIND(Return, "return: it is of another section", "signature.digest", with(t, "finance.budget", "office.tasks"))
ONE_KIND(Return, "return: a remark is added", "signature.digest",
         with(t, "<ds:Signature ", "<remark place=\"revenue.actual\">x</remark><ds:Signature "))
ONE_KIND(Return, "return: the signature stands before the reason", "package.structure", moved(t, "<reason>"))
ONE_KIND(Return, "return: two signatures", "package.structure", with(t, "</return>", signature(t) + "</return>"))
ONE_KIND(Return, "return: signed over its content, of which there is none", "signature.structure",
         with(t, "URI=\"\"", "URI=\"#content\""))
ONE_KIND(Return, "return: in a format that has no signatures", "package.structure",
         with(t, "minor=\"2\"", "minor=\"1\""))
ONE_KIND(Received, "receipt: the digest is another", "signature.digest",
         with(t, std::string(64, 'a'), std::string(64, 'c')))
ONE_KIND(Received, "receipt: the name is another", "signature.digest", with(t, "Văn phòng", "Chủ tịch"))
ONE_KIND(Received, "receipt: the result is another", "signature.digest", with(t, "\"stored\"", "\"rival\""))
ONE_KIND(Received, "receipt: a second content behind the signed one", "package.structure",
         with(t, "<ds:Signature ", between(t, "<content ", "</content>") + "<ds:Signature "))
ONE_KIND(Received, "receipt: the signature stands before the content", "package.structure", moved(t, "<content "))
ONE_KIND(Received, "receipt: two signatures", "package.structure", with(t, "</receipt>", signature(t) + "</receipt>"))
ONE_KIND(Received, "receipt: signed as a whole", "signature.structure", with(t, "URI=\"#content\"", "URI=\"\""))
ONE_KIND(Report, "report: a figure is another", "signature.digest", with(t, "387425", "987425"))
ONE_KIND(Report, "report: something stands behind the signature", "signature.structure",
         with(t, "</ds:Signature>", "</ds:Signature><value>1</value>"))
ONE_KIND(Report, "report: the signature stands before the figures", "signature.structure", moved(t, "<value>"))
ONE_KIND(Report, "report: two signatures", "signature.digest", with(t, "</report>", signature(t) + "</report>"))
ONE_KIND(Report, "report: the whole report inside another root", "report.not-a-report",
         "<wrapped>" + t.substr(t.find("<report")) + "</wrapped>")
