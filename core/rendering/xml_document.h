// A document read by libxml2: no network, no entities, a DOCTYPE refused where it begins. Private to rendering/.
#pragma once
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::detail {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;

// file.not-xml, file.doctype, each with `file`:line. `url`: what relative references of a stylesheet start from.
Result<XmlDocument> parseXml(std::string_view bytes, std::string_view file, const char* url = nullptr);

// "report.xml:12"; the file alone when libxml2 knows no line.
std::string lineInFile(std::string_view file, int line);
// libxml2's message without its namespace braces and final newline.
std::string plainMessage(const char* message);

}  // namespace cchc::detail
