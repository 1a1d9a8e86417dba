// Forged packages are refused. The genuine one is accepted, which shows that nothing else is wrong with the forged
// ones.
#include <catch2/catch.hpp>

#include "core/base/digest.h"
#include "core/signing/package_signature.h"
#include "tests/core/signing/signed_package.h"

using namespace cchc;
using test::office;
using test::sample;
using test::with;

namespace {

const std::string& text() { return sample().text; }
std::string between(const std::string& from, const std::string& to) {
  const auto at = text().find(from);
  return text().substr(at, text().find(to, at) + to.size() - at);
}
std::string signature() { return between("<ds:Signature ", "</ds:Signature>"); }
std::string content() { return between("<content ", "</content>"); }
std::string insideOf(const std::string& element) {
  const auto whole = between("<ds:" + element + ">", "</ds:" + element + ">");
  return whole.substr(element.size() + 5, whole.size() - 2 * element.size() - 11);
}
std::string changedContent() { return with(content(), "387425000000", "987425000000"); }
std::string algorithm(const std::string& element, const std::string& name) {
  const auto whole = between("<ds:" + element + " Algorithm=\"", "\"");
  const auto at = text().find("<ds:" + element + " Algorithm=\"") + element.size() + 16;
  static_cast<void>(whole);
  auto changed = text();
  changed.replace(at, changed.find('"', at) - at, name);
  return changed;
}
const std::string dsig = "http://www.w3.org/2000/09/xmldsig#";

}  // namespace

TEST_CASE("the package that the forgeries are made from is taken") { CHECK(office(text()).empty()); }

#define FORGERY(name, code, forged) \
  TEST_CASE("forged: " name) { CHECK(office(forged) == (code)); }

// Changed content.
FORGERY("a figure is changed", "signature.digest", with(text(), "387425000000", "987425000000"))
FORGERY("a figure is added", "signature.digest",
        with(text(), "</content>", "<field id=\"revenue.actual\">1</field></content>"))
FORGERY("a figure is taken out", "signature.digest",
        with(text(), "<field id=\"revenue.target\">387425000000</field>", ""))
FORGERY("the revision is raised", "signature.digest", with(text(), "revision=\"1\"", "revision=\"2\""))
FORGERY("the period is another", "signature.digest", with(text(), "period=\"2023-8T\"", "period=\"2024-8T\""))
FORGERY("the reporter is another", "signature.digest", with(text(), "reporter=\"296.TCKH\"", "reporter=\"296.TP\""))
FORGERY("the time of submission is another", "signature.digest", with(text(), "2023-08-28T12", "2023-08-27T12"))
FORGERY("the digest follows the changed content, the signature does not", "signature.value",
        with(with(text(), content(), changedContent()), insideOf("DigestValue"), [] {
          const auto hex = sha256(changedContent());
          std::string raw;
          for (std::size_t i = 0; i < hex.size(); i += 2)
            raw += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
          return base64(raw);
        }()))
// Signatures that are removed, emptied or cut.
FORGERY("the signature is taken away", "signature.missing", with(text(), signature(), ""))
FORGERY("the signature is empty", "signature.structure",
        with(text(), signature(), "<ds:Signature xmlns:ds=\"" + dsig + "\"></ds:Signature>"))
FORGERY("the signature value is empty", "signature.structure", with(text(), insideOf("SignatureValue"), ""))
FORGERY("the digest is empty", "signature.structure", with(text(), insideOf("DigestValue"), ""))
FORGERY("the signature value is cut short", "signature.value",
        with(text(), insideOf("SignatureValue"), insideOf("SignatureValue").substr(0, 40)))
FORGERY("the signature value is of zeros", "signature.value",
        with(text(), insideOf("SignatureValue"), base64(std::string(256, '\0'))))
FORGERY("the key information is taken away", "signature.structure",
        with(text(), between("<ds:KeyInfo>", "</ds:KeyInfo>"), ""))
FORGERY("the signed information is taken away", "signature.structure",
        with(text(), between("<ds:SignedInfo>", "</ds:SignedInfo>"), ""))
FORGERY("the reference is taken away: a signature over nothing", "signature.structure",
        with(text(), between("<ds:Reference ", "</ds:Reference>"), ""))
// Swapped certificates.
FORGERY("the certificate is another's of the same authority", "signature.value",
        with(text(), insideOf("X509Certificate"), base64(sample().other.certificate().der())))
FORGERY("the certificate is a stranger's with the same name", "certificate.unknown-issuer", [] {
  test::Authority stranger("CA thử nghiệm");  // it has the name of the genuine one, and another key
  return *signPackage(sample().plain, "test.cchc", stranger.key("Phòng Tài chính"));
}())
FORGERY("the true certificate stands second, behind a stranger's that signed", "certificate.unknown-issuer", [] {
  test::Authority stranger("CA lạ");
  const auto key = stranger.key("Kẻ lạ");
  return with(
      *signPackage(sample().plain, "test.cchc", key), "</ds:X509Data>",
      "<ds:X509Certificate>" + base64(sample().key.certificate().der()) + "</ds:X509Certificate></ds:X509Data>");
}())
FORGERY("the true certificate stands first, before the stranger's that signed", "signature.value", [] {
  test::Authority stranger("CA lạ");
  const auto key = stranger.key("Kẻ lạ");
  return with(
      *signPackage(sample().plain, "test.cchc", key), "<ds:X509Certificate>",
      "<ds:X509Certificate>" + base64(sample().key.certificate().der()) + "</ds:X509Certificate><ds:X509Certificate>");
}())
FORGERY("the certificate is no certificate", "certificate.unreadable",
        with(text(), insideOf("X509Certificate"), base64("certificate")))
FORGERY("something stands behind the certificate's bytes", "certificate.unreadable",
        with(text(), insideOf("X509Certificate"), base64(sample().key.certificate().der() + "x")))
FORGERY("five certificates", "signature.structure", [] {
  std::string many;
  for (int i = 0; i < 4; ++i)
    many += "<ds:X509Certificate>" + base64(sample().other.certificate().der()) + "</ds:X509Certificate>";
  return with(text(), "</ds:X509Data>", many + "</ds:X509Data>");
}())
FORGERY("the key stands in place of a certificate", "signature.structure",
        with(text(), between("<ds:X509Data>", "</ds:X509Data>"),
             "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></"
             "ds:RSAKeyValue></ds:KeyValue>"))
FORGERY("the key is to be fetched from elsewhere", "signature.structure",
        with(text(), between("<ds:X509Data>", "</ds:X509Data>"),
             "<ds:RetrievalMethod URI=\"http://example.com/key\"></ds:RetrievalMethod>"))
// Algorithms.
FORGERY("the digest is SHA-1", "signature.algorithm", algorithm("DigestMethod", dsig + "sha1"))
FORGERY("the signature is RSA with SHA-1", "signature.algorithm", algorithm("SignatureMethod", dsig + "rsa-sha1"))
FORGERY("the signature is HMAC with SHA-1", "signature.algorithm", algorithm("SignatureMethod", dsig + "hmac-sha1"))
FORGERY("the signature is HMAC with SHA-256", "signature.algorithm",
        algorithm("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"))
FORGERY("the signature is RSA with MD5", "signature.algorithm",
        algorithm("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5"))
FORGERY("an RSA signature says that it is ECDSA", "signature.value",
        algorithm("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"))
FORGERY("the canonical form is the inclusive one", "signature.algorithm",
        algorithm("CanonicalizationMethod", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"))
FORGERY("the canonical form is with comments", "signature.algorithm",
        algorithm("CanonicalizationMethod", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"))
FORGERY("an output length is set for the signature", "signature.structure",
        with(text(), "rsa-sha256\"></ds:SignatureMethod>",
             "rsa-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>"))
// References and transforms.
FORGERY("the reference is to the whole document", "signature.structure", with(text(), "URI=\"#content\"", "URI=\"\""))
FORGERY("the reference has no URI", "signature.structure", with(text(), " URI=\"#content\"", ""))
FORGERY("the reference is to a file", "signature.structure",
        with(text(), "URI=\"#content\"", "URI=\"file:///etc/passwd\""))
FORGERY("the reference is an XPointer", "signature.structure",
        with(text(), "URI=\"#content\"", "URI=\"#xpointer(id('content'))\""))
FORGERY("the reference is to another id", "signature.structure", with(text(), "URI=\"#content\"", "URI=\"#other\""))
FORGERY("two references", "signature.structure",
        with(text(), "</ds:Reference>", "</ds:Reference>" + between("<ds:Reference ", "</ds:Reference>")))
FORGERY("a transform by XSLT", "signature.algorithm",
        algorithm("Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116"))
FORGERY("a transform by XPath", "signature.algorithm",
        algorithm("Transform", "http://www.w3.org/TR/1999/REC-xpath-19991116"))
FORGERY("an enveloped-signature transform", "signature.algorithm", algorithm("Transform", dsig + "enveloped-signature"))
FORGERY("a second transform", "signature.structure",
        with(text(), "</ds:Transforms>", between("<ds:Transform ", "</ds:Transform>") + "</ds:Transforms>"))
FORGERY("ten thousand transforms", "signature.structure", [] {
  std::string many;
  for (int i = 0; i < 10000; ++i) many += between("<ds:Transform ", "</ds:Transform>");
  return with(text(), "</ds:Transforms>", many + "</ds:Transforms>");
}())
FORGERY("no transform", "signature.structure", with(text(), between("<ds:Transform ", "</ds:Transform>"), ""))
FORGERY("a namespace list in the transform", "signature.structure",
        with(text(), "exc-c14n#\"></ds:Transform>",
             "exc-c14n#\"><ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" "
             "PrefixList=\"x\"></ec:InclusiveNamespaces></ds:Transform>"))
// Wrapping: what is signed is not what is read.
FORGERY("a changed content before the signed one", "package.structure",
        with(text(), content(), changedContent() + content()))
FORGERY("a changed content behind the signed one", "package.structure",
        with(text(), content(), content() + changedContent()))
FORGERY("the signed content in an object of the signature, a changed one in its place", "signature.structure",
        with(with(text(), content(), changedContent()), "</ds:KeyInfo>",
             "</ds:KeyInfo><ds:Object>" + content() + "</ds:Object>"))
FORGERY("the signed content in attachments, a changed one in its place", "signature.digest",
        with(text(), content(), changedContent() + "<attachments>" + content() + "</attachments>"))
FORGERY("the whole signed package inside another root", "package.not-a-package",
        "<wrapped>" + text().substr(text().find("<submission")) + "</wrapped>")
FORGERY("the signature stands inside the content", "signature.missing",
        with(with(text(), signature(), ""), "</content>", signature() + "</content>"))
FORGERY("the signature stands before the content", "package.structure",
        with(with(text(), signature(), ""), "<content ", signature() + "<content "))
FORGERY("two signatures", "package.structure", with(text(), "</submission>", signature() + "</submission>"))
FORGERY("the id moves to an attribute of another name", "package.missing-attribute",
        with(text(), " id=\"content\"", ""))
FORGERY("a second element with the id", "package.unknown-attribute",
        with(text(), "<submission ", "<submission id=\"content\" "))
FORGERY("a DOCTYPE declares another attribute as id", "package.doctype",
        with(text(), "<submission ", "<!DOCTYPE submission [<!ATTLIST field id ID #IMPLIED>]>\n<submission "))
FORGERY("an entity stands in the digest", "package.doctype",
        with(text(), "<submission ", "<!DOCTYPE submission [<!ENTITY d \"x\">]>\n<submission "))
FORGERY("a comment splits the digest", "package.markup", with(text(), "<ds:DigestValue>", "<ds:DigestValue><!-- -->"))
FORGERY("a comment stands in a signed figure", "package.markup", with(text(), "387425000000", "387425<!-- -->000000"))
FORGERY("an instruction stands in the signature", "package.markup",
        with(text(), "<ds:SignatureValue>", "<?x?><ds:SignatureValue>"))
// Names and namespaces.
FORGERY("the signature is of another namespace", "package.structure", with(text(), dsig, "http://example.com/xmldsig#"))
FORGERY("the prefix ds means another namespace inside", "signature.structure",
        with(text(), "<ds:SignedInfo>", "<ds:SignedInfo xmlns:ds=\"http://example.com/\">"))
FORGERY("an attribute more on the signature", "signature.structure",
        with(text(), "<ds:Signature ", "<ds:Signature Id=\"content\" "))
FORGERY("an attribute more on the reference", "signature.structure",
        with(text(), "<ds:Reference ", "<ds:Reference Type=\"" + dsig + "Manifest\" "))
FORGERY("a manifest", "signature.structure",
        with(text(), "</ds:KeyInfo>", "</ds:KeyInfo><ds:Object><ds:Manifest></ds:Manifest></ds:Object>"))
FORGERY("text between the elements of the signature", "signature.structure",
        with(text(), "<ds:SignatureValue>", "x<ds:SignatureValue>"))
