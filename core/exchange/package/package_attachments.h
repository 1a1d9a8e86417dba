// The attachments of a package: base64 under their SHA-256.
#pragma once
#include "core/exchange/xml/xml_source.h"
#include "core/model/submission.h"

namespace cchc {

// `node` may be null. Every attachment that a field names must be there. package.attachment,
// package.attachment-too-large, package.attachment-missing.
Status readAttachments(const XmlSource& source, const pugi::xml_node& node, const std::vector<Attachment>& named,
                       std::vector<AttachmentBytes>& attachments);
void writeAttachments(std::string& out, const std::vector<AttachmentBytes>& attachments);

}  // namespace cchc
