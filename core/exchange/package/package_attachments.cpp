#include "core/exchange/package/package_attachments.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/exchange/package/package.h"
#include "core/exchange/values/document_element.h"
#include "core/exchange/xml/canonical_xml.h"

namespace cchc {
namespace {

Status readOne(const XmlSource& source, const pugi::xml_node& node, AttachmentBytes& attachment) {
  const auto wrong = [&](std::string_view code) {
    return source.wrong(
        code, node,
        {{"name", attachment.about.name}, {"limit", std::to_string(attachmentLimit >> 20U)}, {"element", node.name()}});
  };
  if (node.type() != pugi::node_element || std::string_view(node.name()) != "attachment")
    return wrong("package.structure");
  if (auto read = readAttachmentReference(node, attachment.about); !read) {
    return source.wrong("package.wrong-value", node,
                        {{"field", "attachment"},
                         {"label", node.name()},
                         {"label_en", node.name()},
                         {"why_vi", message(read.error(), Language::vi).what},
                         {"why_en", message(read.error(), Language::en).what}});
  }
  if (attachment.about.size > attachmentLimit) return wrong("package.attachment-too-large");
  auto bytes = fromBase64(node.value());
  if (node.first_child() || !bytes || bytes->size() != attachment.about.size ||
      sha256(*bytes) != attachment.about.digest)
    return wrong("package.attachment");
  attachment.bytes = std::move(*bytes);
  return {};
}

}  // namespace

Status readAttachments(const XmlSource& source, const pugi::xml_node& node, const std::vector<Attachment>& named,
                       std::vector<AttachmentBytes>& attachments) {
  attachments.clear();
  if (const auto attribute = node.first_attribute()) {
    return source.wrong("package.unknown-attribute", node, {{"element", node.name()}, {"attribute", attribute.name()}});
  }
  if (!trim(node.value()).empty()) return source.wrong("package.structure", node, {{"element", "attachments"}});
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    AttachmentBytes attachment;
    CCHC_CHECK(readOne(source, child, attachment));
    const bool again = std::any_of(attachments.begin(), attachments.end(), [&](const AttachmentBytes& other) {
      return other.about.digest == attachment.about.digest;
    });
    if (again)
      return source.wrong("package.duplicate", child,
                          {{"label", attachment.about.name}, {"label_en", attachment.about.name}});
    attachments.push_back(std::move(attachment));
  }
  for (const auto& each : named) {
    const bool there = std::any_of(attachments.begin(), attachments.end(),
                                   [&](const AttachmentBytes& other) { return other.about.digest == each.digest; });
    if (!there) return fail("package.attachment-missing", source.file, {{"name", each.name}});
  }
  return {};
}

void writeAttachments(std::string& out, const std::vector<AttachmentBytes>& attachments) {
  if (attachments.empty()) return;
  CanonicalXml xml(out);
  xml.open("attachments").close();
  for (const auto& [about, bytes] : attachments) {
    xml.open("attachment")
        .attribute("digest", about.digest)
        .attribute("media-type", about.mediaType)
        .attribute("name", about.name);
    xml.attribute("size", std::to_string(about.size)).close();
    out += base64(bytes);
    xml.end("attachment");
  }
  xml.end("attachments");
  out += '\n';
}

}  // namespace cchc
