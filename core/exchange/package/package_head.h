// The head of a package: its root, the attributes of its content, and who submitted it and when. Private to this
// folder.
#pragma once
#include <pugixml.hpp>
#include <string_view>

#include "core/base/result.h"
#include "core/exchange/xml/xml_source.h"
#include "core/model/submission.h"

namespace cchc {

inline constexpr std::string_view submissionNamespace = "urn:cchc:submission:1";

struct PackageNodes {
  pugi::xml_node content, submitted, attachments;  // attachments may be null
};
// Errors, each with file, line and column:
//   package.not-a-package, package.newer-format  the file is something else, or of a newer format
//   package.structure, package.unknown-attribute, package.wrong-attribute, package.missing-attribute
//                                                the root does not follow schemas/submission.xsd
Result<PackageNodes> findPackageNodes(const XmlSource& source, const pugi::xml_document& document);
// Reads all of the header except contentDigest; the signer is cleared. The storage of `header` is reused. Errors:
//   package.unknown-attribute, package.wrong-attribute, package.missing-attribute, package.structure
Status readPackageHead(const XmlSource& source, const PackageNodes& nodes, SubmissionHeader& header);
// The octets from <content to </content>. The guard must have passed the file, so that '<' can only begin a tag.
std::string_view contentOctets(const XmlSource& source, const PackageNodes& nodes);

}  // namespace cchc
