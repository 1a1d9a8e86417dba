#include "core/signing/signature_element.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <utility>

#include "core/base/digest.h"

namespace cchc {
namespace {

constexpr const char* signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr std::string_view enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr std::string_view sha256Name = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr std::string_view rsaName = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
constexpr std::string_view ecdsaName = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

std::string_view uriOf(SignedScope scope) { return scope == SignedScope::content ? "#content" : ""; }

tl::unexpected<Error> structure(std::string_view where) {
  return fail("signature.structure", {}, {{"where", std::string(where)}});
}

// Walks the children of an element, whose order is fixed.
class Children {
 public:
  explicit Children(const pugi::xml_node& parent) : parent_(parent), next_(skipSpace(parent.first_child())) {}

  // The next child. It must have this name and, if `attribute` is given, this attribute; it may not have any other.
  Result<pugi::xml_node> next(const char* name, const char* attribute = nullptr) {
    if (!next_ || next_.type() != pugi::node_element || std::string_view(next_.name()) != name) return structure(name);
    const auto node = next_;
    for (auto each = node.first_attribute(); each; each = each.next_attribute()) {
      if (attribute == nullptr || std::string_view(each.name()) != attribute)
        return structure(std::string(name) + "/@" + each.name());
    }
    if (attribute != nullptr && !node.attribute(attribute)) return structure(std::string(name) + "/@" + attribute);
    next_ = skipSpace(node.next_sibling());
    return node;
  }
  // Whether the next child has this name.
  bool nextIs(const char* name) const { return next_ && std::string_view(next_.name()) == name; }
  Status end() const { return next_ ? Status(structure(parent_.name())) : Status(); }

 private:
  // Skips white space. Other text stays, and is refused.
  static pugi::xml_node skipSpace(pugi::xml_node node) {
    while (node && node.type() == pugi::node_pcdata &&
           std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos)
      node = node.next_sibling();
    return node;
  }
  pugi::xml_node parent_, next_;
};

// The bytes of an element that contains nothing but base64 text.
Result<std::string> bytesOf(const pugi::xml_node& node) {
  const auto text = node.first_child();
  if (!text || text.type() != pugi::node_pcdata || text.next_sibling()) return structure(node.name());
  auto bytes = fromBase64(text.value());
  if (!bytes || bytes->empty()) return structure(node.name());
  return std::move(*bytes);
}

Status checkAlgorithm(const pugi::xml_node& node, std::string_view wanted) {
  if (node.attribute("Algorithm").value() != wanted) {
    return fail(
        "signature.algorithm", {},
        {{"element", node.name()}, {"given", node.attribute("Algorithm").value()}, {"wanted", std::string(wanted)}});
  }
  return node.first_child() ? Status(structure(node.name())) : Status();
}

Status readReference(const pugi::xml_node& reference, SignedScope scope, SignatureElement& result) {
  if (std::string_view(reference.attribute("URI").value()) != uriOf(scope)) return structure("ds:Reference/@URI");
  Children children(reference);
  CCHC_TRY(const auto transforms, children.next("ds:Transforms"));
  Children inside(transforms);
  if (scope == SignedScope::document) {
    CCHC_TRY(const auto removal, inside.next("ds:Transform", "Algorithm"));
    CCHC_CHECK(checkAlgorithm(removal, enveloped));
  }
  CCHC_TRY(const auto transform, inside.next("ds:Transform", "Algorithm"));
  CCHC_CHECK(checkAlgorithm(transform, exclusive));
  CCHC_CHECK(inside.end());
  CCHC_TRY(const auto method, children.next("ds:DigestMethod", "Algorithm"));
  CCHC_CHECK(checkAlgorithm(method, sha256Name));
  CCHC_TRY(const auto digest, children.next("ds:DigestValue"));
  CCHC_TRY(result.digest, bytesOf(digest));
  return children.end();
}

Status readSignedInfo(const pugi::xml_node& info, SignedScope scope, SignatureElement& result) {
  Children children(info);
  CCHC_TRY(const auto form, children.next("ds:CanonicalizationMethod", "Algorithm"));
  CCHC_CHECK(checkAlgorithm(form, exclusive));
  CCHC_TRY(const auto method, children.next("ds:SignatureMethod", "Algorithm"));
  result.ecdsa = method.attribute("Algorithm").value() == ecdsaName;
  CCHC_CHECK(checkAlgorithm(method, result.ecdsa ? ecdsaName : rsaName));
  CCHC_TRY(const auto reference, children.next("ds:Reference", "URI"));
  CCHC_CHECK(readReference(reference, scope, result));
  return children.end();
}

Status readKeyInfo(const pugi::xml_node& info, SignatureElement& result) {
  Children children(info);
  CCHC_TRY(const auto data, children.next("ds:X509Data"));
  CCHC_CHECK(children.end());
  Children certificates(data);
  do {
    CCHC_TRY(const auto node, certificates.next("ds:X509Certificate"));
    CCHC_TRY(const auto der, bytesOf(node));
    CCHC_TRY(auto certificate, Certificate::fromDer(der));
    result.certificates.push_back(std::move(certificate));
  } while (certificates.nextIs("ds:X509Certificate") && result.certificates.size() < 4);
  return certificates.end();
}

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Document parsed(std::string_view xml) {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
  return {xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options), xmlFreeDoc};
}

// Callbacks of libxml2 that select the nodes of the canonical form: those inside an element, or those outside it.
int inside(void* element, xmlNodePtr node, xmlNodePtr parent) {
  if (node != nullptr && node->type == XML_NAMESPACE_DECL) node = parent;
  for (; node != nullptr; node = node->parent) {
    if (node == element) return 1;
  }
  return 0;
}
int outside(void* element, xmlNodePtr node, xmlNodePtr parent) {
  return element == nullptr || inside(element, node, parent) == 0 ? 1 : 0;
}

Result<std::string> canonical(xmlDoc& document, xmlC14NIsVisibleCallback visible, xmlNode* element) {
  const std::unique_ptr<xmlOutputBuffer, decltype(&xmlOutputBufferClose)> output(xmlAllocOutputBuffer(nullptr),
                                                                                 xmlOutputBufferClose);
  if (xmlC14NExecute(&document, visible, element, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, output.get()) < 0)
    return structure("ds:SignedInfo");
  return std::string(reinterpret_cast<const char*>(xmlOutputBufferGetContent(output.get())),
                     xmlOutputBufferGetSize(output.get()));
}

std::string rawOfHexadecimal(const std::string& text) {
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string raw;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    raw += static_cast<char>(digit(text[i]) << 4U | digit(text[i + 1]));
  return raw;
}

}  // namespace

Result<std::string> canonicalFirstChild(std::string_view xml) {
  const auto document = parsed(xml);
  if (!document) return structure("ds:Signature");
  xmlNode* child = xmlDocGetRootElement(document.get())->children;
  while (child != nullptr && child->type != XML_ELEMENT_NODE) child = child->next;
  if (child == nullptr) return structure("ds:SignedInfo");
  return canonical(*document, inside, child);
}

Result<std::string> canonicalWithoutSignature(std::string_view xml) {
  const auto document = parsed(xml);
  if (!document) return structure("ds:Signature");
  xmlNode* last = xmlGetLastChild(xmlDocGetRootElement(document.get()));
  while (last != nullptr && last->type != XML_ELEMENT_NODE) last = last->prev;
  const auto is = [](const xmlChar* text, const char* wanted) {
    return text != nullptr && std::string_view(reinterpret_cast<const char*>(text)) == wanted;
  };
  const bool present =
      last != nullptr && is(last->name, "Signature") && last->ns != nullptr && is(last->ns->href, signatureNamespace);
  return canonical(*document, outside, present ? last : nullptr);
}

Result<SignatureElement> readSignature(std::string_view xml, SignedScope scope) {
  pugi::xml_document document;
  // Comments and processing instructions are parsed as nodes, so that they are refused here too; the guard already
  // refuses them.
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata, pugi::encoding_utf8))
    return structure("ds:Signature");
  const auto root = document.document_element();
  if (std::string_view(root.name()) != "ds:Signature" ||
      std::string_view(root.attribute("xmlns:ds").value()) != signatureNamespace)
    return structure("ds:Signature");
  for (auto each = root.first_attribute(); each; each = each.next_attribute()) {
    if (std::string_view(each.name()) != "xmlns:ds") return structure("ds:Signature/@" + std::string(each.name()));
  }
  SignatureElement result;
  Children children(root);
  CCHC_TRY(const auto info, children.next("ds:SignedInfo"));
  CCHC_CHECK(readSignedInfo(info, scope, result));
  CCHC_TRY(const auto value, children.next("ds:SignatureValue"));
  CCHC_TRY(result.value, bytesOf(value));
  CCHC_TRY(const auto keys, children.next("ds:KeyInfo"));
  CCHC_CHECK(readKeyInfo(keys, result));
  CCHC_CHECK(children.end());
  // The Signature is parsed alone, without the elements around it: SignedInfo uses only the namespace ds, which the
  // Signature itself declares.
  CCHC_TRY(result.signedInfo, canonicalFirstChild(xml));
  return result;
}

Result<std::string> writeSignature(SignedScope scope, const std::string& digest, const SigningKey& key) {
  const auto element = [](const char* name, std::string_view algorithm) {
    return "<ds:" + std::string(name) + " Algorithm=\"" + std::string(algorithm) + "\"></ds:" + name + ">";
  };
  // This is already the canonical form, except for the namespace declaration, which is on the Signature in the file.
  const auto inside = element("CanonicalizationMethod", exclusive) +
                      element("SignatureMethod", key.certificate().isEcdsa() ? ecdsaName : rsaName) +
                      "<ds:Reference URI=\"" + std::string(uriOf(scope)) + "\"><ds:Transforms>" +
                      (scope == SignedScope::document ? element("Transform", enveloped) : "") +
                      element("Transform", exclusive) + "</ds:Transforms>" + element("DigestMethod", sha256Name) +
                      "<ds:DigestValue>" + base64(rawOfHexadecimal(digest)) +
                      "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
  CCHC_TRY(const auto value, key.sign("<ds:SignedInfo xmlns:ds=\"" + std::string(signatureNamespace) + "\">" + inside));
  std::string certificates = "<ds:X509Certificate>" + base64(key.certificate().der()) + "</ds:X509Certificate>";
  for (std::size_t i = 0; i < key.authorities().size() && i < 3; ++i)
    certificates += "<ds:X509Certificate>" + base64(key.authorities()[i].der()) + "</ds:X509Certificate>";
  return "<ds:Signature xmlns:ds=\"" + std::string(signatureNamespace) + "\"><ds:SignedInfo>" + inside +
         "<ds:SignatureValue>" + base64(value) + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>" + certificates +
         "</ds:X509Data></ds:KeyInfo></ds:Signature>";
}

}  // namespace cchc
