#include "core/rendering/schema_check.h"

#include <libxml/xmlerror.h>

#include "core/base/platform.h"
#include "core/rendering/xml_document.h"

namespace cchc::detail {
namespace {

struct FreeSchemaParser {
  void operator()(xmlSchemaParserCtxt* parser) const { xmlSchemaFreeParserCtxt(parser); }
};
struct FreeValidator {
  void operator()(xmlSchemaValidCtxt* validator) const { xmlSchemaFreeValidCtxt(validator); }
};

// Receives the errors of libxml2 and keeps the first.
void keepFirst(void* context, xmlErrorPtr error) {
  auto* first = static_cast<Invalidity*>(context);
  if (!first->message.empty() || error == nullptr) return;
  first->line = error->line;
  first->message = plainMessage(error->message);
}

}  // namespace

Result<XmlSchema> parseSchema(const std::filesystem::path& xsd) {
  CCHC_TRY(const auto schemaXml, readFile(xsd));
  Invalidity first;
  const std::unique_ptr<xmlSchemaParserCtxt, FreeSchemaParser> parser(
      xmlSchemaNewMemParserCtxt(schemaXml.data(), static_cast<int>(schemaXml.size())));
  xmlSchemaSetParserStructuredErrors(parser.get(), keepFirst, &first);
  XmlSchema schema(xmlSchemaParse(parser.get()));
  if (schema) return schema;
  return fail("schema.unusable", lineInFile(xsd.string(), first.line), {{"reason", first.message}}, ErrorKind::failure);
}

std::optional<Invalidity> firstInvalidity(xmlDoc& document, xmlSchema& schema) {
  Invalidity first;
  const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> validator(xmlSchemaNewValidCtxt(&schema));
  xmlSchemaSetValidStructuredErrors(validator.get(), keepFirst, &first);
  if (xmlSchemaValidateDoc(validator.get(), &document) == 0) return std::nullopt;
  return first;
}

}  // namespace cchc::detail
