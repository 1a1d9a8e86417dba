// Validity against an XSD, by libxml2.
#include <libxml/xmlschemas.h>

#include "core/base/platform.h"
#include "core/rendering/schema_check.h"

namespace cchc {
namespace detail {
namespace {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
template <class T, auto release>
using Owned = std::unique_ptr<T, Release<release>>;

struct FirstError {
  int line = 0;
  std::string message;
};

void keepFirst(void* context, xmlErrorPtr error) {
  auto* first = static_cast<FirstError*>(context);
  if (!first->message.empty() || error == nullptr) return;
  first->line = error->line;
  first->message = plainMessage(error->message);
}

}  // namespace

Result<std::optional<Invalidity>> firstInvalidity(xmlDoc& document, const std::filesystem::path& xsd) {
  CCHC_TRY(const auto schemaXml, readFile(xsd));
  FirstError first;
  const Owned<xmlSchemaParserCtxt, &xmlSchemaFreeParserCtxt> parser(
      xmlSchemaNewMemParserCtxt(schemaXml.data(), static_cast<int>(schemaXml.size())));
  xmlSchemaSetParserStructuredErrors(parser.get(), keepFirst, &first);
  const Owned<xmlSchema, &xmlSchemaFree> schema(xmlSchemaParse(parser.get()));
  if (!schema) {
    return fail("schema.unusable", lineInFile(xsd.string(), first.line), {{"reason", first.message}}, ErrorKind::failure);
  }
  const Owned<xmlSchemaValidCtxt, &xmlSchemaFreeValidCtxt> validator(xmlSchemaNewValidCtxt(schema.get()));
  xmlSchemaSetValidStructuredErrors(validator.get(), keepFirst, &first);
  if (xmlSchemaValidateDoc(validator.get(), &document) == 0) return std::nullopt;
  return Invalidity{first.line, first.message};
}

}  // namespace detail

Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file) {
  CCHC_TRY(const auto document, detail::parseXml(xml, file));
  CCHC_TRY(const auto invalidity, detail::firstInvalidity(*document, xsd));
  if (!invalidity) return {};
  return fail("schema.invalid", detail::lineInFile(file, invalidity->line),
              {{"schema", xsd.filename().string()}, {"reason", invalidity->message}});
}

}  // namespace cchc
