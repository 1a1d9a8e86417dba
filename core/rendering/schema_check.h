// Validates a parsed document with libxml2. Private to this folder.
#pragma once
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc::detail {

struct FreeXmlSchema {
  void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
};
using XmlSchema = std::unique_ptr<xmlSchema, FreeXmlSchema>;

// Reads an XSD.
// Errors:
//   file.read        it cannot be read
//   schema.unusable  it is not a schema; at file:line
Result<XmlSchema> parseSchema(const std::filesystem::path& xsd);

// A problem that makes a document invalid.
struct Invalidity {
  int line = 0;
  std::string message;
};
// In the order of the document, at most the first hundred; empty: the document is valid.
std::vector<Invalidity> invalidities(xmlDoc& document, xmlSchema& schema);

}  // namespace cchc::detail
