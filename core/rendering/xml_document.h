// Documents read with libxml2, without network, entities or DOCTYPE. Private to this folder.
#pragma once
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::detail {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;
// Frees a text that libxml2 allocated.
struct FreeXmlText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

// Parses a document; `file` names it in errors. `url` is the base address of a stylesheet's relative references.
// `errorLine`: is set to the line of an error, to 0 if libxml2 gives none.
// Errors, at `file`:line:
//   file.not-xml  it is not well-formed, or larger than 2 GB
//   file.doctype  it has a DOCTYPE; nothing after that is read
Result<XmlDocument> parseXml(std::string_view bytes, std::string_view file, const char* url = nullptr,
                             int* errorLine = nullptr);

// "report.xml:12", or the file alone if libxml2 gives no line.
std::string lineInFile(std::string_view file, int line);
// A message of libxml2 without namespaces in braces and without its final newline.
std::string plainMessage(const char* message);

}  // namespace cchc::detail
