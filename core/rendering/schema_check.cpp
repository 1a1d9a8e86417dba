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

using OwnedSchema = Owned<xmlSchema, &xmlSchemaFree>;

Result<OwnedSchema> parseSchema(const std::filesystem::path& xsd) {
  CCHC_TRY(const auto schemaXml, readFile(xsd));
  FirstError first;
  const Owned<xmlSchemaParserCtxt, &xmlSchemaFreeParserCtxt> parser(
      xmlSchemaNewMemParserCtxt(schemaXml.data(), static_cast<int>(schemaXml.size())));
  xmlSchemaSetParserStructuredErrors(parser.get(), keepFirst, &first);
  OwnedSchema schema(xmlSchemaParse(parser.get()));
  if (schema) return schema;
  return fail("schema.unusable", lineInFile(xsd.string(), first.line), {{"reason", first.message}}, ErrorKind::failure);
}

std::optional<Invalidity> invalidityBy(xmlSchema& schema, xmlDoc& document) {
  FirstError first;
  const Owned<xmlSchemaValidCtxt, &xmlSchemaFreeValidCtxt> validator(xmlSchemaNewValidCtxt(&schema));
  xmlSchemaSetValidStructuredErrors(validator.get(), keepFirst, &first);
  if (xmlSchemaValidateDoc(validator.get(), &document) == 0) return std::nullopt;
  return Invalidity{first.line, first.message};
}

}  // namespace

Result<std::optional<Invalidity>> firstInvalidity(xmlDoc& document, const std::filesystem::path& xsd) {
  CCHC_TRY(const auto schema, parseSchema(xsd));
  return invalidityBy(*schema, document);
}

}  // namespace detail

struct Schema::Parsed {
  detail::OwnedSchema schema;
  std::string name;
};

Schema::Schema(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

Result<Schema> Schema::load(const std::filesystem::path& xsd) {
  CCHC_TRY(auto schema, detail::parseSchema(xsd));
  return Schema(std::make_unique<Parsed>(Parsed{std::move(schema), xsd.filename().string()}));
}

Status Schema::validate(std::string_view xml, std::string_view file) const {
  CCHC_TRY(const auto document, detail::parseXml(xml, file));
  const auto invalidity = detail::invalidityBy(*parsed_->schema, *document);
  if (!invalidity) return {};
  return fail("schema.invalid", detail::lineInFile(file, invalidity->line),
              {{"schema", parsed_->name}, {"reason", invalidity->message}});
}

Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file) {
  CCHC_TRY(const auto schema, Schema::load(xsd));
  return schema.validate(xml, file);
}

}  // namespace cchc
