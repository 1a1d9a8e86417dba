// <document type= number= …/> and <attachment digest= …/>: document references and attachments in packages and values
// files. Private to exchange/.
#pragma once
#include <pugixml.hpp>

#include "core/base/document_reference.h"
#include "core/base/result.h"
#include "core/exchange/xml/canonical_xml.h"
#include "core/model/value.h"

namespace cchc {

// Reads the element into `document`, whose storage is reused.
// Errors, without a place:
//   value.document-attribute  an attribute is unknown or wrong
//   value.unexpected-element  the element has content
Status readDocument(const pugi::xml_node& node, DocumentReference& document);
// Reads the <attachment digest= media-type= name= size=/> of a field; the caller checks the content. Errors, without a
// place:
//   value.document-attribute  an attribute is missing, unknown or wrong
Status readAttachmentReference(const pugi::xml_node& node, Attachment& attachment);

void writeDocument(CanonicalXml& xml, const DocumentReference& document);
void writeAttachmentReference(CanonicalXml& xml, const Attachment& attachment);

}  // namespace cchc
