// The head of a package: its root, the attributes of its content, who submitted it and when.
#pragma once
#include "core/exchange/xml/xml_source.h"
#include "core/model/submission.h"

namespace cchc {

inline constexpr std::string_view submissionNamespace = "urn:cchc:submission:1";

struct PackageNodes {
  pugi::xml_node content, submitted, attachments;  // attachments may be null
};
// package.not-a-package, package.newer-format, package.structure, package.wrong-attribute, …
Result<PackageNodes> findPackageNodes(const XmlSource& source, const pugi::xml_document& document);
// All but contentDigest and signer; storage of `header` is used again.
Status readPackageHead(const XmlSource& source, const PackageNodes& nodes, SubmissionHeader& header);
// The octets from <content to </content>. The guard has passed: '<' stands nowhere but before tags.
std::string_view contentOctets(const XmlSource& source, const PackageNodes& nodes);

}  // namespace cchc
