// The attachments of a package: base64, identified by their SHA-256. Private to this folder.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/xml/xml_source.h"
#include "core/model/submission.h"

namespace cchc {

// Reads the attachments in `node`, which may be null. `named` are those that fields refer to.
// Errors, each with file, line and column:
//   package.attachment            the bytes do not match digest or size
//   package.attachment-too-large  an attachment exceeds attachmentLimit
//   package.attachment-missing    one of `named` is missing
//   package.duplicate             an attachment occurs twice
//   package.structure, package.unknown-attribute, package.wrong-value
Status readAttachments(const XmlSource& source, const pugi::xml_node& node, const std::vector<Attachment>& named,
                       std::vector<AttachmentBytes>& attachments);
void writeAttachments(std::string& out, const std::vector<AttachmentBytes>& attachments);

}  // namespace cchc
