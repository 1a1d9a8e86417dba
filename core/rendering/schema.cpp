#include "core/rendering/schema.h"

#include <string>
#include <utility>

#include "core/rendering/schema_check.h"
#include "core/rendering/xml_document.h"

namespace cchc {

struct Schema::Parsed {
  detail::XmlSchema schema;
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
  const auto invalidity = detail::firstInvalidity(*document, *parsed_->schema);
  if (!invalidity) return {};
  return fail("schema.invalid", detail::lineInFile(file, invalidity->line),
              {{"schema", parsed_->name}, {"reason", invalidity->message}});
}

Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file) {
  CCHC_TRY(const auto schema, Schema::load(xsd));
  return schema.validate(xml, file);
}

}  // namespace cchc
