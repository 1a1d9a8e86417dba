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

// Receives the errors of libxml2.
void keep(void* context, xmlErrorPtr error) {
  constexpr std::size_t most = 100;
  auto* all = static_cast<std::vector<Invalidity>*>(context);
  if (error != nullptr && all->size() < most) all->push_back({error->line, plainMessage(error->message)});
}

}  // namespace

Result<XmlSchema> parseSchema(const std::filesystem::path& xsd) {
  CCHC_TRY(const auto schemaXml, readFile(xsd));
  std::vector<Invalidity> wrong;
  const std::unique_ptr<xmlSchemaParserCtxt, FreeSchemaParser> parser(
      xmlSchemaNewMemParserCtxt(schemaXml.data(), static_cast<int>(schemaXml.size())));
  xmlSchemaSetParserStructuredErrors(parser.get(), keep, &wrong);
  XmlSchema schema(xmlSchemaParse(parser.get()));
  if (schema) return schema;
  if (wrong.empty()) wrong.emplace_back();
  return fail("schema.unusable", lineInFile(xsd.string(), wrong.front().line), {{"reason", wrong.front().message}},
              ErrorKind::failure);
}

std::vector<Invalidity> invalidities(xmlDoc& document, xmlSchema& schema) {
  std::vector<Invalidity> all;
  const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> validator(xmlSchemaNewValidCtxt(&schema));
  xmlSchemaSetValidStructuredErrors(validator.get(), keep, &all);
  if (xmlSchemaValidateDoc(validator.get(), &document) == 0) return {};
  if (all.empty()) all.emplace_back();
  return all;
}

}  // namespace cchc::detail
