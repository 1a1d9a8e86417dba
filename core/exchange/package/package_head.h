// The head of a package: its root, the attributes of its content, and who submitted it and when. Private to this
// folder.
#pragma once
#include <pugixml.hpp>
#include <string_view>

#include "core/base/format_version.h"
#include "core/base/result.h"
#include "core/exchange/xml/xml_source.h"
#include "core/model/submission.h"

namespace cchc {

struct PackageNodes {
  pugi::xml_node content, submitted;
  pugi::xml_node enteredFor, attachments;  // may be null
  pugi::xml_node firstValue;               // the first element after the head; may be null
};
// Errors, each with file, line and column:
//   package.not-a-package, package.newer-format  the file is something else, or of a newer format
//   package.structure, package.unknown-attribute, package.wrong-attribute, package.missing-attribute
//                                                the root does not follow schemas/submission.xsd
Result<PackageNodes> findPackageNodes(const XmlSource& source, const pugi::xml_document& document);
// Reads all of the header except contentDigest; the signer is cleared. Units are given by the codes of the file. The
// storage of `header` is reused. Errors:
//   package.unknown-attribute, package.wrong-attribute, package.missing-attribute, package.structure
Status readPackageHead(const XmlSource& source, const PackageNodes& nodes, SubmissionHeader& header);
// The octets from <content to </content>. The guard must have passed the file, so that '<' can only begin a tag.
std::string_view contentOctets(const XmlSource& source, const PackageNodes& nodes);

}  // namespace cchc
