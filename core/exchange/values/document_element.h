// <document type= number= …/>: a document reference in packages and values files.
#pragma once
#include <pugixml.hpp>

#include "core/exchange/xml/canonical_xml.h"
#include "core/model/document_reference.h"
#include "core/model/value.h"

namespace cchc {

// Storage of `document` is used again. value.document-attribute names an attribute that is unknown or wrong;
// value.unexpected-element what lies inside. No place.
Status readDocument(const pugi::xml_node& node, DocumentReference& document);
// <attachment digest= media-type= name= size=/> of a field. Same codes.
Status readAttachmentReference(const pugi::xml_node& node, Attachment& attachment);

void writeDocument(CanonicalXml& xml, const DocumentReference& document);
void writeAttachmentReference(CanonicalXml& xml, const Attachment& attachment);

bool isDigest(std::string_view text);  // 64 lower-case hexadecimal digits

}  // namespace cchc
